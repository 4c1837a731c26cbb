"""The machine that tells of accusations under seal: posts change hands, organs are merged, and nobody named learns anything."""

from datetime import timedelta
from typing import Any, ClassVar

from django.db import transaction
from django.utils import timezone
from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from huiyin.mailroom.digest_line import DigestLine
from huiyin.mailroom.notice import Notice
from huiyin.matters.inbox import counts, inbox
from huiyin.matters.matter import Matter
from huiyin.matters.search import matching
from huiyin.matters.timeline import timeline
from huiyin.people.holding import Holding
from huiyin.people.officer import Officer
from huiyin.people.post import Post
from tests.canary import crawl
from tests.story.doing import do
from tests.story.world import World
from tests.village import Village

ACCUSED = ("handler", "head", "second")
CANARY, LOOKED_FOR = "鸬鹚夜泊", ("鸬鹚", "夜泊")
SAID = f"{CANARY}收了钱"
PAGES = 12
TOLD = {"title": SAID, "text": SAID, "wishes": (f"查{SAID}",)}
PAST = timedelta(days=1)


class Secrecy(RuleBasedStateMachine):
    """An accusation names the town. Its officers act, move to other posts, and read whatever they can reach."""

    village: ClassVar[Village]

    def __init__(self) -> None:
        super().__init__()
        self._nothing_stays = transaction.atomic()
        self._nothing_stays.__enter__()
        self.world = World(self.village)
        self.world.begin()
        self.accused = {getattr(self.village, part).pk for part in ACCUSED}

    @rule(sealed_from_the_start=st.booleans())
    def somebody_accuses_the_town(self, sealed_from_the_start: bool) -> None:
        """Under seal from the start, or in an ordinary petition that somebody seals later."""
        if len(self.world.matters) < 3:
            self.world.petition(**TOLD, named=(self.village.town,), accusation=sealed_from_the_start)

    @rule(extract=st.booleans(), data=st.data())
    def somebody_seals_one(self, extract: bool, data: Any) -> None:
        """At any time; with an extract the open half goes on."""
        open_ones = [matter for matter in self._fresh() if not matter.sealed and SAID in matter.text]
        if open_ones:
            told = {"title": "渠坏了", "extract": "请修渠。"} if extract else {}
            matter = data.draw(st.sampled_from(open_ones))
            matter.seal(by=self.world.actor_of("triager"), reason=SAID, **told)
            self.world.matters += Matter.system.filter(sealed_from=matter)

    @rule(data=st.data())
    def somebody_of_anywhere_goes_on(self, data: Any) -> None:
        """Any act on any matter, by anybody to whom it is open and who can see it."""
        subjects = self._fresh()
        if subjects:
            self.world.wait(1)
            subject = data.draw(st.sampled_from(subjects))
            choose = lambda options: data.draw(st.sampled_from(options))  # noqa: E731
            self.world.cast = [each for each in self._cast() if self._sees(each, subject)]
            do(self.world, subject, choose, bool)

    @rule(data=st.data())
    def one_of_the_town_is_given_another_post(self, data: Any) -> None:
        """A keeper's too, beside the old post or instead of it."""
        officer = Officer.objects.get(pk=data.draw(st.sampled_from(sorted(self.accused))))
        post = data.draw(st.sampled_from(list(Post.objects.active().order_by("organ_id", "title"))))
        if not post.holdings.filter(officer=officer).exists():
            today = timezone.localdate()
            if data.draw(st.booleans(), "instead of the old one"):
                officer.holdings.filter(until_on=None).update(until_on=today)
            Holding.objects.create(post=post, officer=officer, capacity="acting", since_on=today - PAST)

    @rule(data=st.data())
    def a_post_of_the_town_becomes_a_keepers(self, data: Any) -> None:
        """Whatever duties a post has, it is not given what names its organ."""
        post = data.draw(st.sampled_from(list(self.village.town.posts.order_by("title"))))
        post.duties = sorted({*post.duties, "seal_keeper", "triage"})
        post.save()

    @rule(data=st.data())
    def the_organs_are_ordered_anew(self, data: Any) -> None:
        """The discipline organ is put under the county or the town, or the town is merged into another organ."""
        town, discipline = self.village.town, self.village.discipline
        if data.draw(st.booleans(), "merged"):
            successor = data.draw(st.sampled_from([self.village.county, self.village.bureau]))
            type(town).objects.filter(pk=town.pk).update(
                successor=successor, ended_on=timezone.localdate() + 9 * PAST
            )
            self.accused |= set(
                Officer.objects.filter(holdings__post__organ=successor).values_list("pk", flat=True)
            )
        else:
            superior = data.draw(st.sampled_from([self.village.county, town]))
            type(discipline).objects.filter(pk=discipline.pk).update(superior=superior)

    @rule()
    def a_night_passes(self) -> None:
        """The worker writes the post."""
        self.world.wait(24)
        self.world.night()
        sealed = Matter.system.filter(sealed=True)
        assert not DigestLine.objects.filter(matter__in=sealed).exists()
        assert not Notice.objects.filter(matter__in=sealed, recipient_kind="officer").exists()
        assert CANARY not in " ".join(
            notice.text or "" for notice in Notice.objects.filter(matter__in=sealed)
        )

    @rule(data=st.data())
    def one_of_them_reads_everything(self, data: Any) -> None:
        """Every page they come to by links, by searching and through the API."""
        officer = Officer.objects.get(pk=data.draw(st.sampled_from(sorted(self.accused))))
        if officer.actors() and not self._open_half_says_it():
            seen = crawl.everything_of(officer, looking_for=LOOKED_FOR, most=PAGES)
            assert [path for path, body in seen.items() if CANARY.encode() in body] == []

    @invariant()
    def none_of_them_sees_finds_or_counts_it(self) -> None:
        """Neither as a matter, nor as a row, a number, a word or a line of its open half."""
        sealed = {matter.pk for matter in self._fresh() if matter.sealed}
        for officer in Officer.objects.filter(pk__in=self.accused):
            visible = Matter.objects.visible_to(officer)
            assert not visible.filter(pk__in=sealed).exists()
            held = {row.matter.pk for row in inbox(officer, self.world.now.date(), view="all")}
            assert not held & sealed
            assert counts(officer, self.world.now.date())["all"] <= visible.count()
            found = matching(visible, LOOKED_FOR[0])
            assert all(CANARY in matter.text for matter in found)

    def teardown(self) -> None:
        """An open half says nothing of what was taken out of it; then all of it is forgotten."""
        try:
            halves = Matter.system.filter(pk__in=Matter.system.filter(sealed=True).values("sealed_from"))
            for half in halves:
                assert CANARY not in repr(timeline(half, public=False)) + half.text + half.title
        finally:
            note("\n".join(self.world.told))
            self.world.end()
            transaction.set_rollback(True)
            self._nothing_stays.__exit__(None, None, None)

    def _fresh(self) -> list[Matter]:
        return list(Matter.system.filter(pk__in=[each.pk for each in self.world.matters]).order_by("pk"))

    def _open_half_says_it(self) -> bool:
        """As long as one is not sealed, its words may be read where it is handled."""
        return any(not matter.sealed and CANARY in matter.text for matter in self._fresh())

    def _cast(self) -> list[Any]:
        """Everybody at every post they hold today."""
        return [actor for officer in Officer.objects.order_by("username") for actor in officer.actors()]

    def _sees(self, actor: Any, matter: Matter) -> bool:
        return Matter.objects.visible_to(actor.officer).filter(pk=matter.pk).exists()
