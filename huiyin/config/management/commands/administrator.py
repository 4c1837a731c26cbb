"""`huiyin administrator`: the first administrator of a new installation, who adds everybody else in the browser."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from huiyin.config.wrong_use import WrongUse
from huiyin.people.duty import Duty
from huiyin.people.holding import Holding
from huiyin.people.officer import Officer, normal_username
from huiyin.people.organ import Organ
from huiyin.people.organ_kind import OrganKind
from huiyin.people.post import Post
from huiyin.people.region import Region

TITLE = "系统管理岗"
UNFILLED = ("password", "second_factor", "second_factor_offered")  # by who signs in


class Command(BaseCommand):
    """Founds the petition office with one post and one officer, once."""

    help = "Make the first administrator, of the petition office; prints a first password, shown once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who, of which office, where."""
        parser.add_argument("username", help="what the administrator signs in with")
        parser.add_argument("--name", required=True, help="the administrator's name")
        parser.add_argument("--organ", required=True, help="the petition office's full name: 明川市信访局")
        parser.add_argument("--region", required=True, help="its region by code and name: 990100=明川市")
        parser.add_argument("--json", action="store_true", help="one JSON object")

    @transaction.atomic
    def handle(self, *args: str, **options: Any) -> None:
        """Found it, unless somebody administers already."""
        posts = Post.objects.active().with_duty(Duty.ADMINISTER)
        if Holding.objects.on().able().filter(post__in=posts).exists():
            raise WrongUse("somebody is an administrator already, and adds others at /desk/admin/officers/.")
        username = normal_username(options["username"])
        officer = _kept(Officer(username=username, name=options["name"]), *UNFILLED)
        post = _kept(Post(organ=_office(options), title=TITLE, duties=[Duty.ADMINISTER]))
        Holding.objects.create(officer=officer, post=post, since_on=timezone.localdate())
        told = {"username": officer.username, "password": officer.give_first_password()}
        if options["json"]:
            self.stdout.write(json.dumps(told))
            return
        self.stdout.write("User name {username}, first password {password}\n".format(**told))
        self.stdout.write(
            "It is shown this once. Sign in at /desk/, choose a password, set up the second factor."
        )


def _office(options: dict[str, Any]) -> Any:
    code, sign, name = options["region"].partition("=")
    if not (code.isdecimal() and sign and name.strip()):
        raise WrongUse("--region is a code and a name: 990100=明川市")
    region = Region.objects.filter(code=code).first() or _kept(Region(code=code, name=name.strip()))
    known = Organ.objects.open_on().filter(name=options["organ"]).first()
    return known or _kept(Organ(name=options["organ"], kind=OrganKind.PETITION_OFFICE, region=region))


def _kept(row: Any, *unchecked: str) -> Any:
    try:
        row.full_clean(exclude=unchecked)
    except ValidationError as error:
        raise WrongUse(" ".join(error.messages)) from error
    row.save()
    return row
