from django.db import migrations

from huiyin.ledger.guards import install, remove


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: install(editor),
            lambda apps, editor: remove(editor),
        )
    ]
