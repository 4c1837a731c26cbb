"""What somebody does on the public's pages, for tests that begin after it."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from huiyin.matters.receipt import Receipt

STORY = {"text": "去年 9 月修环镇路，占了我家水田，少量了 1.3 亩。", "wishes": "重新量一次\n按实际亩数补"}
PLACE = {"place": "990101001", "place_text": "石桥村", "organs_text": "安平镇人民政府"}
WHO = {"name": "㛃·阿依", "phone": "138 0000 0003"}


def photo(name="手写信.jpg"):
    out = BytesIO()
    Image.new("RGB", (60, 80), "white").save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def fill_in(client, **pages):
    """Every page of filing up to the check page; returns the last answer."""
    client.post("/file/kind/", {"kind": "claim"})
    client.post("/file/story/", pages.get("story", STORY))
    client.post("/file/place/", pages.get("place", PLACE))
    return client.post("/file/who/", pages.get("who", WHO))


def hand_in(client):
    return client.post("/file/check/", {"declared": "on"})


def filed(client, **pages):
    """File it; returns the receipt."""
    fill_in(client, **pages)
    hand_in(client)
    return Receipt.objects.latest("issued_at")


def look_up(client, number, digits, **more):
    return client.post("/track/", {"number": number or "", "code": digits, **more})
