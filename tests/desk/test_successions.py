"""Recording that an organ is carried on by another: first what would move is shown, then it is kept, once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from huiyin.matters.tick import tick
from huiyin.people.succession import Succession
from tests.desk.signed_in import signed_in
from tests.desk.walking import to_accepted

LIST, NEW = "/desk/admin/organs/successions/", "/desk/admin/organs/successions/new/"


def said(village, **more):
    return {
        "organ": village.town.pk,
        "kind": "merged",
        "successor": village.bureau.pk,
        "effective_on": str(timezone.localdate()),
        "reason": "城南县机构改革方案",
    } | more


def recorded(village, **more):
    """Look, then record; the last answer."""
    client = signed_in(village.administrator)
    looked = client.post(NEW, said(village, **more))
    return client.post(NEW, said(village, **more, looked_at=looked.context["looked_at"]))


def test_both_pages_are_the_administrators_alone(village):
    for address in (LIST, NEW):
        assert signed_in(village.administrator).get(address).status_code == 200
        assert signed_in(village.head).get(address).status_code == 404


def test_what_would_move_is_shown_before_it_is_kept(village, matter):
    to_accepted(village, matter)
    page = signed_in(village.administrator).post(NEW, said(village))
    assert "在办的 1 件、没完的复查复核 0 件、没落实的承诺 0 项" in page.content.decode()
    assert not Succession.objects.exists()


def test_kept_it_moves_on_its_day(village, matter):
    to_accepted(village, matter)
    assert recorded(village).status_code == 302
    one = Succession.objects.get()
    assert (one.recorded_by, one.successor) == (village.administrator, village.bureau)
    assert tick(timezone.localdate())["handed_over"] == 1
    assert matter.lead.organ == village.bureau
    assert "城南县机构改革方案" in signed_in(village.administrator).get(LIST).content.decode()


def test_a_change_after_looking_is_shown_again(village):
    client = signed_in(village.administrator)
    looked = client.post(NEW, said(village)).context["looked_at"]
    other = said(village, successor=village.county.pk, looked_at=looked)
    assert client.post(NEW, other).status_code == 200
    assert not Succession.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [("itself", "绕成一圈"), ("early", "设立"), ("nothing", "请填")],
)
def test_what_is_wrong_is_said_beside_its_box(village, wrong, words):
    more = {
        "itself": {"successor": village.town.pk},
        "early": {"effective_on": "1999-01-01"},
        "nothing": {"reason": ""},
    }[wrong]
    page = signed_in(village.administrator).post(NEW, said(village, **more))
    assert page.status_code == 422
    assert words in page.content.decode()


def test_an_organ_that_ends_is_offered_no_more(village):
    recorded(village, effective_on=str(timezone.localdate() + timedelta(days=30)))
    form = signed_in(village.administrator).get(NEW).context["form"]
    assert village.town not in form.fields["organ"].queryset
    assert Succession.objects.count() == 1
