"""A petitioner's phone: 360 pixels wide, no JavaScript; every step is a page and a button."""

import re
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, expect

from tests.walk.place import Album


def photograph() -> dict[str, object]:
    """What the phone's camera hands over."""
    out = BytesIO()
    Image.new("RGB", (1200, 1600), "#ddd6c4").save(out, "JPEG")
    return {"name": "IMG_0001.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


class Phone:
    """What 廖秀英 does on hers."""

    def __init__(self, browser: Browser, url: str, who: str = "phone") -> None:
        self.url, self.album = url, Album(who)
        self.context = browser.new_context(
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            viewport={"width": 360, "height": 740},
            has_touch=True,
            java_script_enabled=False,
        )
        self.page = self.context.new_page()

    def close(self) -> None:
        self.context.close()

    def files(self, text: str, kind: str = "请求解决一件事") -> tuple[str, str]:
        """File, page by page, with a photo; returns number and code as the receipt shows them."""
        page = self.page
        page.goto(self.url)
        self.album.shoot(page, "start")
        page.get_by_role("link", name="反映问题").first.click()
        page.get_by_label(kind).check()
        self._goes_on("kind")
        page.get_by_label("发生了什么事").fill(text)
        page.locator("input[type=file]").set_input_files(photograph())
        self._goes_on("story")
        page.get_by_label("具体地点").fill("石桥村 3 组")
        self._goes_on("place")
        page.get_by_label("姓名", exact=True).fill("廖秀英")
        page.get_by_label("手机号").fill("13800000001")
        page.get_by_label("答复可以在网上领取").check()
        self._goes_on("who")
        page.get_by_label("我写的是真实情况，由我负责").check()
        self.album.shoot(page, "check")
        page.get_by_role("button", name="交上去，拿回执").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("已收到")
        self.album.shoot(page, "receipt")
        code = page.locator("#code [aria-hidden]").inner_text()
        return page.locator("dd.case").inner_text().strip(), re.sub(r"\D", "", code)

    def looks_up(self, number: str, code: str) -> None:
        """Track with number and code, in a browser that remembers nothing."""
        self.context.clear_cookies()
        page = self.page
        page.goto(f"{self.url}/track/")
        page.get_by_label("案号").fill(number)
        page.get_by_label("查询码").fill(code)
        self.album.shoot(page, "track")
        page.get_by_role("button", name="查进度").click()
        expect(page).to_have_url(f"{self.url}/track/matter/")
        self.album.shoot(page, "progress")

    def collects(self) -> None:
        """Collect the written answer."""
        self.page.get_by_role("link", name="领取书面答复").click()
        self.page.get_by_label("我现在领取，同意这样就算送到").check()
        self.album.shoot(self.page, "collect")
        self.page.get_by_role("main").get_by_role("button", name="领取").click()
        expect(self.page).to_have_url(re.compile("/track/matter/"))
        self.album.shoot(self.page, "collected")

    def rates(self) -> None:
        """Say how it was."""
        self.page.get_by_role("link", name="评价这次答复").click()
        for name in ("office", "organ"):
            self.page.locator(f"input[name={name}]").first.check()
        self.album.shoot(self.page, "rate")
        self.page.get_by_role("button", name="交评价").click()
        expect(self.page).to_have_url(re.compile("/track/matter/"))
        self.album.shoot(self.page, "rated")

    def reads_the_answer(self) -> bytes:
        """Open the opinion from the story; the bytes of its PDF."""
        with self.page.expect_download() as coming:
            self.page.get_by_role("link", name=re.compile("答复|处理意见")).first.click()
        return Path(coming.value.path()).read_bytes()

    def does(self, link: str, go: str, **told: str) -> None:
        """Follow a link of the progress page, fill in what is asked, press the button."""
        self.page.get_by_role("link", name=link).first.click()
        for name, value in told.items():
            self.page.locator(f'main form [name="{name}"]').first.fill(value)
        self.album.shoot(self.page, "act")
        self.page.get_by_role("main").get_by_role("button", name=go).click()
        expect(self.page).to_have_url(re.compile("/track/matter/"))
        self.album.shoot(self.page, "act-done")

    def says(self, words: str) -> bool:
        """Whether the page says so."""
        return words in self.page.get_by_role("main").inner_text()

    def _goes_on(self, step: str) -> None:
        self.album.shoot(self.page, step)
        self.page.locator("main form .buttons button").first.click()
