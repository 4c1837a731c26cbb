"""Two officers at one matter: the slower is told, and loses not a word."""

from tests.desk.signed_in import signed_in
from tests.desk.walking import at, done, to_accepted


def test_the_slower_of_two_officers_is_told_and_keeps_the_words(village, matter):
    seen = matter.version
    done(village.triager, matter, "triage", kind="appeal_claim", reports_wrongdoing="False")
    page = signed_in(village.triager).post(
        at(matter, "triage"),
        {
            "kind": "suggestion",
            "reports_wrongdoing": "False",
            "title": "慢的人写的题目",
            "seen": seen,
            "confirm": "1",
        },
    )
    assert page.status_code == 409
    assert "刚才有人先办了一步" in page.content.decode()
    assert "慢的人写的题目" in page.content.decode()


def test_a_note_meanwhile_overtakes_nobody(village, matter):
    to_accepted(village, matter)
    seen = matter.version
    done(village.handler, matter, "note", words="电话没有接通。")
    answer = signed_in(village.handler).post(
        at(matter, "investigation"), {"plan": "到村里核实", "due_on": "2099-01-01", "seen": seen}
    )
    assert answer.status_code == 422
    assert "法定期限" in answer.content.decode()


def test_a_draft_is_kept_when_it_is_put_aside(village, matter):
    to_accepted(village, matter)
    client = signed_in(village.handler)
    client.post(at(matter, "extension"), {"days": "7", "reason": "先存着", "draft": "1"})
    assert "先存着" in client.get(at(matter, "extension")).content.decode()
