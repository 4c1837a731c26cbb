"""The whole file of a matter: one PDF, or an archive in which every file has its hash."""

import hashlib
import json
import zipfile
from io import BytesIO

import pytest
from pypdf import PdfReader

from huiyin.ledger.entry import Entry
from huiyin.matters.access import offices_that_looked
from huiyin.matters.attachment import Piece, attach
from huiyin.matters.case_file import leaves
from huiyin.matters.reading import Reading
from huiyin.people.organ import Organ
from tests.desk.signed_in import signed_in
from tests.matters import stages
from tests.portal.walk import photo

pytestmark = pytest.mark.django_db
SHEET = Piece("../丈量表.xlsx", "application/vnd.openxmlformats", b"not a page")


@pytest.fixture
def matter(village):
    made = stages.replied_matter(village)
    picture = Piece("渠的照片.jpg", "image/jpeg", photo().read())
    attach(made, [picture, SHEET], stages.START)
    return made


def taken(village, matter, kind, by="handler"):
    return signed_in(getattr(village, by)).get(f"/desk/matters/{matter.number}/case-file.{kind}")


def test_the_archive_names_every_file_with_its_hash(village, matter):
    archive = zipfile.ZipFile(BytesIO(taken(village, matter, "zip").content))
    manifest = json.loads(archive.read("manifest.json"))
    assert {one["name"] for one in manifest["files"]} == set(archive.namelist()) - {"manifest.json"}
    for one in manifest["files"]:
        assert hashlib.sha256(archive.read(one["name"])).hexdigest() == one["sha256"]
    assert len(manifest["files"]) == matter.documents.count() + 2


def test_the_archive_carries_the_chain_of_the_record_and_none_of_its_contents(village, matter):
    archive = zipfile.ZipFile(BytesIO(taken(village, matter, "zip").content))
    said = archive.read("manifest.json").decode()
    chain = json.loads(said)["record"]
    assert [line["hash"] for line in chain] == list(
        Entry.objects.filter(stream=matter.pk).order_by("id").values_list("hash", flat=True)
    )
    assert stages.TEXT not in said and stages.ELDER.name not in said


def test_a_name_leads_nowhere_outside_the_archive(matter):
    names = [leaf.name for leaf in leaves(matter, with_material=True)]
    assert all(name.count("/") == 1 and ".." not in name for name in names)


def test_the_pdf_holds_contents_papers_and_pictures(village, matter):
    pages = PdfReader(BytesIO(taken(village, matter, "pdf").content)).pages
    papers = list(leaves(matter, with_material=False))
    own = sum(len(PdfReader(BytesIO(leaf.content)).pages) for leaf in papers)
    first = pages[0].extract_text()
    assert len(pages) >= own + 2
    assert "案卷目录" in first.replace(" ", "") and "丈量表" in "".join(
        page.extract_text() for page in pages[:3]
    )


def test_taking_it_counts_as_reading_and_the_petitioner_sees_who_did(village, matter):
    taken(village, matter, "zip")
    assert Reading.objects.filter(officer=village.handler).count() == 2
    assert village.town.name in dict(offices_that_looked(matter))


def test_an_organ_from_which_the_petitioner_is_hidden_gets_no_material(village, matter):
    matter.parties.update(identity_hidden=True)
    matter.mentions.create(organ=Organ.objects.get(pk=village.town.pk))
    archive = zipfile.ZipFile(BytesIO(taken(village, matter, "zip").content))
    assert not [name for name in archive.namelist() if name.startswith("材料/")]


@pytest.mark.parametrize("kind", ["pdf", "zip"])
def test_to_a_stranger_it_does_not_exist(village, matter, kind):
    assert taken(village, matter, kind, by="stranger").status_code == 404


def test_another_kind_does_not_exist(village, matter):
    assert taken(village, matter, "exe").status_code == 404
