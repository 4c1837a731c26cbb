"""Whatever is sent, sensible or not, the API answers as its description says: no 5xx, no status or shape of its own."""

from collections.abc import Iterator

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
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
MANY, FEW = 2000, 60
ASKING = settings(
    max_examples=FEW,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
    deadline=None,
    database=None,
    derandomize=True,
)
described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


def requests() -> st.SearchStrategy[schemathesis.Case]:
    """Any operation, with what fits its description or with what does not."""
    operations = [found.ok() for found in described.get_all_operations()]
    return st.one_of(
        operation.as_strategy(generation_mode=mode) for operation in operations for mode in GenerationMode
    )


@pytest.fixture(name="seeded")
def fixture_seeded(village: Village) -> Iterator[list[Turn]]:
    """Matters at every turn; a request that ends must not close the connection that the test lives in."""
    found = turns(village)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield found
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@ASKING
@given(case=requests())
def test_some_requests_are_answered_as_described(seeded: list[Turn], case: schemathesis.Case) -> None:
    ask(case, seeded)


@pytest.mark.long
@settings(ASKING, max_examples=MANY)
@given(case=requests())
def test_thousands_of_requests_are_answered_as_described(seeded: list[Turn], case: schemathesis.Case) -> None:
    ask(case, seeded)


def ask(case: schemathesis.Case, seeded: list[Turn]) -> None:
    """Send it about a matter that is there, as the officer whose turn it is; ids name rows that are there, too."""
    fitting = [turn for turn in seeded if turn.fits(case.path)] or seeded
    turn = fitting[len(repr((case.body, case.query))) % len(fitting)]
    if case.path_parameters:
        rows = turn.rows | {"id": turn.matter}
        case.path_parameters |= {name: rows[name] for name in case.path_parameters.keys() & rows.keys()}
    if isinstance(case.body, dict):
        texts = {name for name in case.body if isinstance(case.body[name], str)}
        case.body |= {name: turn.rows[name] for name in texts & turn.rows.keys()}
    with transaction.atomic():
        case.call_and_validate(headers={"Authorization": f"Bearer {turn.program.token}"}, checks=CHECKS)
        transaction.set_rollback(True)
