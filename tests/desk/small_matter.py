"""Run inside an installation with the village: a petition registered, forwarded to 安平镇 and told; prints its number."""

from huiyin.config import start

start.ready()

from huiyin.matters.filing import Filing, Person  # noqa: E402
from huiyin.matters.matter import Matter  # noqa: E402
from huiyin.matters.registration import register  # noqa: E402
from huiyin.people.officer import Officer  # noqa: E402
from huiyin.people.organ import Organ  # noqa: E402


def main() -> None:
    """Register, triage, forward, notify, print."""
    by = {officer.username: officer.actors()[0] for officer in Officer.objects.exclude(holdings=None)}
    filing = Filing(title="石桥村低保停发", text="去年十月停发了低保。", people=(Person(name="何大山"),))
    done = register(filing, by=by["registrar"], organ=Organ.objects.get(letters="明信"))
    matter = Matter.system.get(pk=done.matter_id)
    matter.triage(by=by["triager"], kind="appeal_claim", reports_wrongdoing=False)
    matter.forward(by=by["triager"], to=Organ.objects.get(letters="安政"), reason="由镇里办理")
    matter.notify(by=by["handler"], route="L6", procedure="由镇信访干事调查。")
    print(matter.number)


if __name__ == "__main__":
    main()
