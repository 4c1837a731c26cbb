"""Making many tables in one step of a migration, as they stand when the step is over."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class Together(Operation):
    """The operations that describe new models; their tables are made once all of them are known.

    Django renders every related model anew after each operation of its own, which with our matters, where everything
    is related to everything, takes seconds on an empty home. This renders them once.
    """

    reversible = False

    def __init__(self, operations: list[Operation]) -> None:
        self.operations = operations

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """How a migration file says it."""
        return type(self).__name__, [self.operations], {}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Know the models, without rendering any of them yet."""
        # A cached property, which Django keeps up to date model by model for as long as it is there.
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Make the table of every model that is new."""
        for label, name in to_state.models:
            if (label, name) not in from_state.models and label == app_label:
                schema_editor.create_model(to_state.apps.get_model(label, name))

    def describe(self) -> str:
        """What `migrate` prints."""
        return f"Make the tables of {len(self.operations)} operations together"
