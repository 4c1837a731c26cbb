"""What importing a sheet would do, for a person to look at first: columns, counts, the first rows masked."""

from collections.abc import Iterator, Mapping

from huiyin.mailroom.incoming.petitions import Plan
from huiyin.mailroom.incoming.row import Incoming
from huiyin.mailroom.incoming.table import IncomingSheet
from huiyin.people.masks import masked_name, masked_phone

SHOWN = 3


def preview(sheet: IncomingSheet, named: Mapping[str, str], made: Plan) -> Iterator[str]:
    """Lines of plain text; nothing by which a person could be known."""
    yield f"sheet {sheet.name}, headings in row {sheet.headings_at}"
    for field, heading in named.items():
        yield f"  {field} = {heading} (column {sheet.columns[heading]})"
    yield f"{len(made.plainer)} cells read in a plainer form, {len(made.left_out)} lines left out"
    for incoming in made.new[:SHOWN]:
        yield f"  row {incoming.row}: {_masked(incoming)}"


def _masked(incoming: Incoming) -> str:
    filing = incoming.filing
    said = [f"{incoming.at:%Y-%m-%d %H:%M}", filing.channel, f"{len(filing.text)} characters"]
    for person in filing.people:
        said += [masked_name(person.name, is_person=True), masked_phone(person.phone)]
        said += [f"{person.id_number[:3]}****{person.id_number[-2:]}"] if person.id_number else []
    return ", ".join(words for words in said if words)
