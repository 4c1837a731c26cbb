import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("matters", "0004_sealing_title"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="review",
            name="one_review_per_party_and_level",
        ),
        migrations.AddField(
            model_name="review",
            name="delivery",
            field=models.OneToOneField(
                default=None,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="asked",
                to="matters.delivery",
            ),
            preserve_default=False,
        ),
    ]
