"""Officers 工作人员: the people who sign in; what they may do comes from the posts they hold."""

from __future__ import annotations

import secrets
import unicodedata
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.db.models.lookups import Exact
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from huiyin.ledger.fields import EncryptedTextField
from huiyin.ledger.uuid7 import uuid7
from huiyin.people.actor import Actor, Channel
from huiyin.people.holding import Holding, HoldingQuerySet
from huiyin.people.organ import Organ, OrganQuerySet

CLEAR_CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that nobody confuses on paper; sixteen of them are 79 bits."""


class OfficerQuerySet(models.QuerySet):
    """Questions about officers."""

    def active(self) -> OfficerQuerySet:
        """Officers who may sign in."""
        return self.filter(is_active=True)


class OfficerManager(BaseUserManager.from_queryset(OfficerQuerySet)):  # type: ignore[misc]
    """Makes officers and finds them by user name."""

    def create_user(self, username: str, password: str | None = None, **fields: object) -> Officer:
        """A new officer; without a password nobody can sign in with one yet."""
        officer = self.model(username=normal_username(username), **fields)
        officer.set_password(password)
        officer.save(using=self._db)
        return officer

    def get_by_natural_key(self, username: str | None) -> Officer:
        """The officer with this user name, however it was typed; raises Officer.DoesNotExist."""
        return self.get(username=normal_username(username or ""))


class Officer(AbstractBaseUser):
    """A person who works here. There is no superuser: administering is a duty of a post."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    username = models.CharField(_("用户名"), max_length=60)
    name = models.CharField(_("姓名"), max_length=50)
    email = EncryptedTextField(_("电子邮箱"), null=True, blank=True)
    is_active = models.BooleanField(_("可登录"), default=True)
    must_change_password = models.BooleanField(_("下次登录改密码"), default=True)
    second_factor = EncryptedTextField(_("第二因素"), null=True)
    second_factor_offered = EncryptedTextField(_("待确认的第二因素"), null=True)
    second_factor_last_step = models.BigIntegerField(null=True, editable=False)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    objects = OfficerManager()

    class Meta:
        ordering = ["username"]
        constraints = [
            models.UniqueConstraint(fields=["username"], name="one_officer_per_username"),
            models.CheckConstraint(
                condition=Q(Exact(Lower("username"), F("username"))), name="username_is_in_lower_case"
            ),
            models.CheckConstraint(condition=~Q(username=""), name="username_is_not_empty"),
        ]

    def __str__(self) -> str:
        return self.name

    def give_first_password(self) -> str:
        """A new password to print and hand over in person; signing in with it asks for one of their own."""
        groups = ("".join(secrets.choice(CLEAR_CHARACTERS) for _each in range(4)) for _group in range(4))
        password = "-".join(groups)
        self.set_password(password)
        self.must_change_password = True
        self.save(update_fields=["password", "must_change_password"])
        return password

    @property
    def has_second_factor(self) -> bool:
        """Whether signing in asks for a code from the officer's phone."""
        return bool(self.second_factor)

    def current_holdings(self, on: date | None = None) -> HoldingQuerySet:
        """The holdings that let this officer act on a day (today unless told), with post and organ."""
        return Holding.objects.on(on).able().filter(officer=self).select_related("post__organ")

    @cached_property
    def seats(self) -> tuple[Holding, ...]:
        """Today's holdings with post and organ, read once for as long as this object lives: one page, one act."""
        return tuple(self.current_holdings().order_by("-post__rank", "since_on", "pk"))

    def actors(self, on: date | None = None, channel: Channel = "web") -> list[Actor]:
        """Every actor this officer can be on a day, the highest post first."""
        holdings = self.current_holdings(on).order_by("-post__rank", "since_on", "pk")
        return [Actor(each.post, self, each.capacity, channel) for each in holdings]

    def organs(self, on: date | None = None) -> OrganQuerySet:
        """The organs this officer works for on a day (today unless told)."""
        return Organ.objects.filter(pk__in=self.current_holdings(on).values("post__organ"))


def normal_username(username: str) -> str:
    """A user name as it is stored: full-width forms narrowed, no spaces around, lower case."""
    return unicodedata.normalize("NFKC", username).strip().lower()
