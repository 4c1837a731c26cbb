"""Whatever is sent, sensible or not, the API answers as its description says: no 5xx, no status or shape of its own."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from huiyin.config.wsgi import application
from tests.api.seeded import Turn, turns
from tests.village import Village

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
MANY, FEW = 60, 4
QUICK = "^/api/v1/(petitions|matters|organs|statute/.*|matters/{id}|matters/{id}/(triage|draft|extension|acts))$"
ASKING = {"suppress_health_check": list(HealthCheck), "deadline": None, "database": None, "derandomize": True}
PHASES = (Phase.explicit, Phase.generate)


@pytest.fixture(name="described")
def fixture_described(db: None) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@pytest.fixture(name="seeded")
def fixture_seeded(village: Village) -> list[Turn]:
    return turns(village)


described = schemathesis.pytest.from_fixture("described")


@described.include(path_regex=QUICK).parametrize()
@settings(max_examples=FEW, phases=PHASES, **ASKING)
def test_some_operations_answer_as_described(case: schemathesis.Case, seeded: list[Turn]) -> None:
    ask(case, seeded)


@pytest.mark.long
@described.parametrize()
@settings(max_examples=MANY, phases=PHASES, **ASKING)
def test_every_operation_answers_as_described(case: schemathesis.Case, seeded: list[Turn]) -> None:
    ask(case, seeded)


def ask(case: schemathesis.Case, seeded: list[Turn]) -> None:
    """Send it about a matter that is there, as an officer who may see it; most ids name rows that are there, too."""
    turn = seeded[len(repr((case.body, case.query))) % len(seeded)]
    if "id" in (case.path_parameters or {}):
        case.path_parameters |= {"id": turn.matter}
    if isinstance(case.body, dict):
        named = {name: turn.rows[name] for name in case.body if name in turn.rows and isinstance(case.body[name], str)}
        case.body |= named
    headers = {"Authorization": f"Bearer {turn.program.token}"}
    case.call_and_validate(headers=headers, checks=CHECKS)
