"""Uploads: real files are kept, disguised and oversized ones are refused with a sentence that helps."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pillow_heif
import pytest
from docx import Document
from PIL import Image

from huiyin.matters import upload
from huiyin.matters.upload import UploadRefused, check


def picture(kind="JPEG", size=(40, 20), **more):
    out = BytesIO()
    Image.new("RGB", size, "red").save(out, kind, **more)
    return out.getvalue()


def photograph_with_place():
    """A JPEG turned on its side that says where and with which camera it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "CANARY CAMERA"
    exif.get_ifd(0x8825)[2] = (31.0, 51.0, 0.0)
    return picture(exif=exif)


def package(*names, content=b"<x/>"):
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return out.getvalue()


def word_file():
    out = BytesIO()
    document = Document()
    document.add_paragraph("情况说明")
    document.save(out)
    return out.getvalue()


def pdf(pages):
    objects = b"".join(b"%d 0 obj\n<< /Type /Page >>\nendobj\n" % number for number in range(pages))
    return b"%PDF-1.4\n<< /Type /Pages >>\n" + objects + b"%%EOF\n"


def packed_pdf(pages):
    packed = zlib.compress(b"<< /Type /Page >> " * pages)
    return b"%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 2 >>\nstream\n" + packed + b"\nendstream\n%%EOF\n"


def huge_png():
    """A PNG whose head says 20,000 × 20,000 and whose body says nothing."""
    head = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


def test_a_photograph_keeps_its_picture_upright_and_loses_camera_and_place():
    piece = check("手写信.JPG", photograph_with_place())
    kept = Image.open(BytesIO(piece.content))
    assert piece.name == "手写信.jpg"
    assert kept.size == (20, 40)
    assert not kept.getexif()
    assert b"CANARY" not in piece.content


def test_a_heic_photograph_becomes_a_jpeg():
    out = BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (64, 64), "blue")).save(out)
    piece = check("IMG_0001.HEIC", out.getvalue())
    assert (piece.name, piece.media_type) == ("IMG_0001.jpg", "image/jpeg")


def test_a_word_file_and_an_old_one_are_kept_as_they_came():
    written = word_file()
    assert check("说明.docx", written).content == written
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert check("说明.doc", old).media_type == "application/msword"


@pytest.mark.parametrize(("content", "pages"), [(pdf(3), 3), (packed_pdf(2), 2)], ids=["plain", "packed"])
def test_a_pdf_says_how_many_pages_it_has(content, pages):
    assert check("合同.pdf", content).pages == pages


def test_a_recording_is_kept():
    assert check("录音.mp3", b"ID3\x03" + bytes(2000)).media_type == "audio/mpeg"


def test_a_photograph_of_23_megabytes_is_told_its_size_and_the_way_out():
    with pytest.raises(UploadRefused) as refused:
        check("大.jpg", b"\xff\xd8", size=23 * 1024 * 1024)
    assert str(refused.value) == "这张照片 23 MB，最大 20 MB。换一张，或先不传，带原件到窗口。"


def test_a_package_with_too_many_entries_is_refused():
    with pytest.raises(UploadRefused):
        check("说明.docx", package("word/document.xml", *(f"e{n}" for n in range(2001))))


def link_in_a_package():
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
        link = ZipInfo("word/link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return out.getvalue()


DISGUISED = {
    "exe as jpg": ("照片.jpg", b"MZ\x90\x00" + bytes(500)),
    "png as jpg": ("照片.jpg", picture("PNG")),
    "exe": ("setup.exe", b"MZ\x90\x00"),
    "zip as docx": ("说明.docx", package("a.txt")),
    "xlsx as docx": ("说明.docx", package("xl/workbook.xml")),
    "macros": ("说明.docx", package("word/document.xml", "word/vbaProject.bin")),
    "bomb": ("说明.docx", package("word/document.xml", content=bytes(30 * 1024 * 1024))),
    "path": ("说明.docx", package("word/document.xml", "../../evil")),
    "link": ("说明.docx", link_in_a_package()),
    "pixels": ("图.png", huge_png()),
    "torn jpg": ("照片.jpg", picture()[:200]),
    "html as pdf": ("合同.pdf", b"<html>%PDF"),
    "svg": ("图.svg", b"<svg/>"),
    "no ending": ("文件", b"abc"),
}


@pytest.mark.parametrize(("name", "content"), DISGUISED.values(), ids=DISGUISED)
def test_what_is_not_what_it_says_is_refused(name, content):
    with pytest.raises(UploadRefused) as refused:
        check(name, content)
    assert str(refused.value).startswith("这个文件打不开")


def test_an_empty_file_is_told_so():
    with pytest.raises(UploadRefused, match="空的"):
        check("照片.jpg", b"")


def test_a_name_is_only_its_last_part():
    assert check("C:\\用户\\..\\手写\0信.jpg", picture()).name == "手写信.jpg"


def test_the_input_of_a_page_offers_exactly_what_is_taken():
    assert upload.ACCEPT.split(",") == [f".{extension}" for extension in upload.EXTENSIONS]
