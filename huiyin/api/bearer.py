"""Who asks: the bearer of a token, as an actor at one post; and whether the token reaches so far."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from huiyin.api.problem import Refused
from huiyin.api.token import Scope, Token
from huiyin.people.actor import Actor
from huiyin.people.organ import Organ


@dataclass(frozen=True)
class Caller:
    """A token in use, and the actor that it stands for."""

    token: Token
    actor: Actor

    @property
    def organ(self) -> Organ:
        """The organ that the caller works for."""
        return self.token.post.organ


class Bearer(HttpBearer):
    """Demands a living token, and the scope that the operation needs."""

    def __init__(self, scope: Scope | None = None) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """The caller; None where the token opens nothing. Raises Refused where it does not reach so far."""
        found = Token.objects.opened_by(token)
        actor = found.actor() if found else None
        if found is None or actor is None:
            return None
        if self.scope is not None and self.scope not in found.scopes:
            raise Refused(403, "scope", _("这个令牌没有“%(scope)s”的权限。") % {"scope": self.scope.label})
        found.used()
        return Caller(found, actor)


def caller_of(request: HttpRequest) -> Caller:
    """Who asks, in an operation that demands a token."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    return caller
