from django.db import migrations

from huiyin.matters.tokens import create, drop


class Migration(migrations.Migration):
    dependencies = [("matters", "0001_initial")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: create(editor),
            lambda apps, editor: drop(editor),
        )
    ]
