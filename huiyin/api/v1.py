"""The API, first version: its routers, and its description, in which every operation may answer with a problem."""

from functools import cache
from typing import Any

from ninja import NinjaAPI

from huiyin import __version__
from huiyin.api import acts, matter, organs, petitions, proposals, record, refusing, statute
from huiyin.api.problem import MEDIA_TYPE, STATUSES, Problem
from huiyin.api.strict_json import StrictParser

ABOUT = """The main path of a petition (信访件) for machines. Every act passes the same gate as on the desk.

Send `Authorization: Bearer …` with a token made by `huiyin token create`. Scopes: `file` registers petitions, `read`
sees what the token's officer may see, `act` does acts at the token's post. Errors are RFC 9457 problems; `detail` is
in the language of `Accept-Language` (zh, en)."""


class Api(NinjaAPI):
    """Ninja's API, describing problems once for every operation."""

    @cache  # noqa: B019 - there is one API, and it lives as long as the process
    def described(self, path_prefix: str) -> Any:
        """The description (OpenAPI 3.1) of what stands under a prefix."""
        schema = super().get_openapi_schema(path_prefix=path_prefix)
        told = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        schema["components"]["schemas"] |= told.pop("$defs") | {"Problem": told}
        for operations in schema["paths"].values():
            for operation in operations.values():
                operation["responses"] |= _problems()
        return schema

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: Any = None) -> Any:
        """The description; made once."""
        return self.described(self.get_root_path(path_params or {}) if path_prefix is None else path_prefix)


def _problems() -> dict[int, Any]:
    problem = {"$ref": "#/components/schemas/Problem"}
    content = {MEDIA_TYPE: {"schema": problem}}
    return {
        status: {"description": "Not done; `detail` says why.", "content": content} for status in STATUSES
    }


api = Api(
    title="Huiyin 回音",
    version=__version__,
    description=ABOUT,
    urls_namespace="api",
    docs_url=None,
    parser=StrictParser(),
)
refusing.teach(api)
for room in (petitions, matter, record, acts, proposals, organs, statute):
    api.add_router("", room.router)
