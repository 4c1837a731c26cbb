"""The trigger that keeps an ended notice ended."""

from django.db import migrations

from huiyin.mailroom import final


def install(apps, editor):
    final.install(editor)


def remove(apps, editor):
    final.remove(editor)


class Migration(migrations.Migration):
    dependencies = [("mailroom", "0001_initial")]

    operations = [migrations.RunPython(install, remove)]
