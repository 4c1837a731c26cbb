"""The whole main path, done through the pages."""

from huiyin.matters.proposal import Proposal, State
from tests.desk.signed_in import signed_in
from tests.desk.walking import at, day, done, page_of, to_accepted, to_delivered


def test_a_petition_gets_its_answer_and_is_closed_through_the_pages(village, matter):
    to_accepted(village, matter)
    to_delivered(village, matter)
    assert matter.stage == "delivered"
    done(village.handler, matter, "execution-order", organ="安平镇人民政府")
    done(village.handler, matter, "stated-view", words="我满意。", agrees="True")
    done(village.handler, matter, "closure", causes=["policy_gap"], note="")
    proposal = Proposal.objects.get(matter=matter, act="close")
    approved = signed_in(village.second).post(f"/desk/proposals/{proposal.pk}/", {"approve": "1"})
    assert approved.status_code == 422  # neither heads nor handles
    approved = signed_in(village.head).post(f"/desk/proposals/{proposal.pk}/", {"approve": "1"})
    assert approved.status_code == 302
    assert matter.stage == "closed"


def test_the_check_step_says_the_date_and_shows_the_paper_and_changes_nothing(village, matter):
    to_accepted(village, matter)
    page = signed_in(village.handler).post(
        at(matter, "extension"), {"days": "15", "reason": "要到现场核对。", "seen": matter.version}
    )
    assert page.status_code == 200
    assert "延期告知书" in page.content.decode()
    assert "要到现场核对。" in page.content.decode()
    assert "的日子改到" in page.content.decode()
    assert not matter.documents.filter(kind="D12").exists()


def test_an_extension_waits_for_the_head_and_moves_the_date_when_approved(village, matter):
    to_accepted(village, matter)
    before = matter.clocks.running().get(term="handling").due_on
    done(village.handler, matter, "extension", days="15", reason="要到现场核对。")
    proposal = Proposal.objects.get()
    shown = signed_in(village.head).get(f"/desk/proposals/{proposal.pk}/").content.decode()
    assert "延期告知书" in shown
    assert (
        signed_in(village.head).post(f"/desk/proposals/{proposal.pk}/", {"approve": "1"}).status_code == 302
    )
    assert matter.clocks.running().get(term="handling").due_on > before


def test_a_proposal_sent_back_names_what_to_mend(village, matter):
    to_accepted(village, matter)
    done(village.handler, matter, "extension", days="15", reason="忙")
    proposal = Proposal.objects.get()
    address = f"/desk/proposals/{proposal.pk}/"
    assert signed_in(village.head).post(address, {"send_back": "1", "points": " "}).status_code == 422
    assert signed_in(village.head).post(address, {"send_back": "1", "points": "写明原因"}).status_code == 302
    proposal.refresh_from_db()
    assert (proposal.state, proposal.points) == (State.SENT_BACK, "写明原因")


def test_nobody_approves_what_they_proposed(village, matter):
    to_accepted(village, matter)
    done(village.handler, matter, "extension", days="15", reason="要到现场核对。")
    answer = signed_in(village.handler).post(
        f"/desk/proposals/{Proposal.objects.get().pk}/", {"approve": "1"}
    )
    assert answer.status_code == 422


def test_the_gate_speaks_beside_the_field(village, matter):
    to_accepted(village, matter)
    page = signed_in(village.handler).post(
        at(matter, "extension"), {"days": "31", "reason": "要到现场核对。", "seen": matter.version}
    )
    assert page.status_code == 422
    assert page.context["form"].errors["days"]


def test_a_draft_without_a_reason_is_refused_and_keeps_what_was_typed(village, matter):
    to_accepted(village, matter)
    done(village.handler, matter, "investigation", plan="到村里核实", due_on=day(5))
    page = signed_in(village.handler).post(
        at(matter, "draft"), {"r1_opinion": "explained", "r1_facts": "查过发放册。", "seen": matter.version}
    )
    assert page.status_code == 422
    assert "查过发放册。" in page.content.decode()


def test_only_open_acts_have_buttons(village, matter):
    shown = signed_in(village.triager).get(page_of(matter)).content.decode()
    assert at(matter, "triage") in shown
    assert at(matter, "forwarding") not in shown
    assert at(matter, "acceptance") not in shown
