"""`huiyin token`: make, list and revoke the tokens with which programs use the API."""

import json
import uuid
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from huiyin.api.token import LONGEST_DAYS, Scope, Token
from huiyin.config.wrong_use import WrongUse
from huiyin.people.officer import Officer, normal_username
from huiyin.people.post import Post


class Command(BaseCommand):
    """create shows the token once; list and revoke know it by its id."""

    help = "Make, list and revoke tokens for the API (create shows the token once)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One job a word."""
        jobs = parser.add_subparsers(dest="job", required=True, metavar="{create,list,revoke}")
        create = jobs.add_parser("create", help="a token for an officer, or with --system for another system")
        create.add_argument("username", nargs="?", help="the officer; not with --system")
        create.add_argument("--system", default="", help="the name of another system; it may only file")
        create.add_argument("--organ", default="", help="the organ of the post, by name or short name")
        create.add_argument("--post", default="", help="the post's title; an officer's highest, if not said")
        create.add_argument(
            "--scope", action="append", choices=Scope.values, required=True, help="repeatable"
        )
        create.add_argument(
            "--days", type=int, default=365, help=f"how long it lives, at most {LONGEST_DAYS}"
        )
        jobs.add_parser("list", help="every token that is alive")
        jobs.add_parser("revoke", help="end a token now").add_argument("id")
        for job in jobs.choices.values():
            job.add_argument("--json", action="store_true", help="one JSON value")

    def handle(self, *args: str, **options: Any) -> None:
        """Do the job."""
        {"create": self._create, "list": self._list, "revoke": self._revoke}[options["job"]](options)

    def _create(self, options: dict[str, Any]) -> None:
        if not 1 <= options["days"] <= LONGEST_DAYS:
            raise WrongUse(f"--days is a number from 1 to {LONGEST_DAYS}.")
        if bool(options["username"]) == bool(options["system"]):
            raise WrongUse("name an officer, or a system with --system, and not both.")
        officer, post = _officers(options) if options["username"] else (None, _systems(options))
        token, text = Token.issue(
            post, options["scope"], days=options["days"], officer=officer, system=options["system"]
        )
        if options["json"]:
            self.stdout.write(json.dumps(_told(token) | {"token": text}, ensure_ascii=False))
        else:
            self.stdout.write(f"{text}\n\n{_line(token)}\nIt is not shown again; keep it like a password.")

    def _list(self, options: dict[str, Any]) -> None:
        alive = (
            Token.objects.alive(timezone.localdate()).select_related("officer", "post__organ").order_by("pk")
        )
        if options["json"]:
            self.stdout.write(json.dumps([_told(token) for token in alive], ensure_ascii=False))
        else:
            self.stdout.write("\n".join(map(_line, alive)) or "There is no token.")

    def _revoke(self, options: dict[str, Any]) -> None:
        try:
            token = Token.objects.filter(pk=uuid.UUID(options["id"])).first()
        except ValueError:
            token = None
        if token is None:
            raise WrongUse("there is no token of that id; `huiyin token list` names them.")
        revoked = token.revoke()
        if options["json"]:
            self.stdout.write(json.dumps({"id": str(token.pk), "revoked": revoked}))
        else:
            self.stdout.write("Revoked." if revoked else "It was revoked before.")


def _officers(options: dict[str, Any]) -> tuple[Officer, Post]:
    officer = Officer.objects.active().filter(username=normal_username(options["username"])).first()
    if officer is None:
        raise WrongUse(f"no officer who may sign in has the user name {options['username']!r}.")
    posts = [actor.post for actor in officer.actors() if actor.post and _fits(actor.post, options)]
    if not posts:
        raise WrongUse(f"{officer.username} holds no such post today.")
    return officer, posts[0]


def _systems(options: dict[str, Any]) -> Post:
    if options["scope"] != [Scope.FILE]:
        raise WrongUse(
            "a system registers petitions (--scope file) and nothing else: acts and looks need an officer."
        )
    posts = [post for post in Post.objects.active().select_related("organ") if _fits(post, options)]
    if len(posts) != 1:
        raise WrongUse(f"--organ and --post must name one post, and name {len(posts)}.")
    return posts[0]


def _fits(post: Post, options: dict[str, Any]) -> bool:
    organ, title = options["organ"], options["post"]
    return (not organ or organ in (post.organ.name, post.organ.short_name)) and title in ("", post.title)


def _told(token: Token) -> dict[str, Any]:
    return {
        "id": str(token.pk),
        "officer": token.officer.username if token.officer else None,
        "system": token.system or None,
        "organ": token.post.organ.name,
        "post": token.post.title,
        "scopes": token.scopes,
        "expires_on": token.expires_on.isoformat(),
        "last_used_on": token.last_used_on.isoformat() if token.last_used_on else None,
    }


def _line(token: Token) -> str:
    told = _told(token)
    who = told["officer"] or told["system"]
    used = told["last_used_on"] or "never used"
    return f"{told['id']}  {who}  {told['organ']} {told['post']}  {','.join(told['scopes'])}  until {told['expires_on']}  {used}"
