"""An officer at a desk: 1366 pixels, JavaScript on."""

from datetime import date
from typing import Any
from urllib.parse import quote

import pyotp
from playwright.sync_api import Browser, expect

from tests.desk.signed_in import signed_in
from tests.walk.place import PASSWORD, Album


class Desk:
    """One officer's browser."""

    def __init__(self, browser: Browser, url: str, who: str) -> None:
        self.url, self.number, self.album = url, "", Album(who)
        self.context = browser.new_context(
            locale="zh-CN", timezone_id="Asia/Shanghai", viewport={"width": 1366, "height": 768}
        )
        self.page = self.context.new_page()

    def signs_in(self, username: str, secret: str) -> None:
        """With password and second factor. A code counts once, so each desk does so once."""
        self.page.goto(f"{self.url}/desk/")
        self.page.get_by_label("用户名").fill(username)
        self.page.get_by_label("密码").fill(PASSWORD)
        self.album.shoot(self.page, "sign-in")
        self.page.get_by_role("button", name="登录办公").click()
        self.page.get_by_label("6 位数字").fill(pyotp.TOTP(secret).now())
        self.page.get_by_role("main").get_by_role("button").first.click()
        expect(self.page).to_have_title("我的待办 - 回音")
        self.album.shoot(self.page, "inbox")

    def is_taken_by(self, officer: Any) -> None:
        """Sit down at a desk where this officer has signed in already."""
        kept = signed_in(officer).cookies.items()
        self.context.add_cookies(
            [{"name": name, "value": morsel.value, "url": self.url} for name, morsel in kept]
        )

    def close(self) -> None:
        self.context.close()

    def opens(self, number: str) -> None:
        """Open a matter from the list."""
        self.number = number
        self.page.goto(f"{self.url}/desk/matters/{number}/")
        expect(self.page.get_by_text(number).first).to_be_visible()
        self.album.shoot(self.page, "matter")

    def sees(self, words: str) -> bool:
        """Whether the page in front says so."""
        return words in self.page.get_by_role("main").inner_text()

    def finds(self, words: str) -> bool:
        """Whether a search for these words lists anything."""
        self.page.goto(f"{self.url}/desk/search/?q={quote(words)}")
        self.album.shoot(self.page, "search")
        return self.page.locator("table.ledger tbody tr").count() > 0

    def is_shown(self, path: str) -> int:
        """The status with which an address answers this officer."""
        answer = self.page.goto(f"{self.url}{path}")
        self.album.shoot(self.page, "asked-for")
        return answer.status if answer else 0

    def is_refused(self, noun: str, **told: Any) -> str:
        """Fill an act in and try it; what the page says against it."""
        self.page.locator(f'a[href$="/{noun}/"]').first.click()
        for name, value in told.items():
            self._fills(name, value)
        self.page.locator(".actbar button.solid").click()
        said = self.page.locator(".error-summary").inner_text()
        self.album.shoot(self.page, f"{noun}-refused")
        return said

    def approves(self, proposal: Any) -> None:
        """Decide what waits for a second officer."""
        self.page.goto(f"{self.url}/desk/proposals/{proposal.pk}/")
        self.album.shoot(self.page, "proposal")
        self.page.locator("button[name=approve]").click()

    def does(self, noun: str, **told: Any) -> None:
        """Open the act from the matter's foot, fill it in, read the check step, confirm."""
        page = self.page
        page.locator(f'a[href$="/{noun}/"]').first.click()
        for name, value in told.items():
            self._fills(name, value)
        self.album.shoot(page, noun)
        page.locator(".actbar button.solid").click()
        if page.locator(".actbar button[name=confirm]").count():
            self.album.shoot(page, f"{noun}-check")
            page.locator(".actbar button[name=confirm]").click()
        expect(page).to_have_url(f"{self.url}/desk/matters/{quote(self.number)}/?done={noun}")
        self.album.shoot(page, f"{noun}-done")

    def _fills(self, name: str, value: Any) -> None:
        fields = self.page.locator(f'form#act [name="{name}"]')
        if isinstance(value, list):
            for one in value:
                self.page.locator(f'form#act [name="{name}"][value="{one}"]').check()
        elif fields.first.get_attribute("type") == "radio":
            self.page.locator(f'form#act [name="{name}"][value="{value}"]').check()
        elif fields.first.evaluate("field => field.tagName") == "SELECT":
            fields.first.select_option(str(value))
        else:
            fields.first.fill(value.isoformat() if isinstance(value, date) else str(value))
