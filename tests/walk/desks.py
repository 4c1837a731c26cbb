"""An officer at a desk: 1366 pixels, JavaScript on, signed in once with password and second factor."""

from datetime import date
from typing import Any
from urllib.parse import quote

import pyotp
from playwright.sync_api import Browser, expect

from tests.walk.place import PASSWORD, Album


class Desk:
    """One officer's browser. A code counts once, so each desk signs in once."""

    def __init__(self, browser: Browser, url: str, username: str, secret: str) -> None:
        self.url, self.number, self.album = url, "", Album(username)
        self.context = browser.new_context(
            locale="zh-CN", timezone_id="Asia/Shanghai", viewport={"width": 1366, "height": 768}
        )
        self.page = self.context.new_page()
        self.page.goto(f"{url}/desk/")
        self.page.get_by_label("用户名").fill(username)
        self.page.get_by_label("密码").fill(PASSWORD)
        self.album.shoot(self.page, "sign-in")
        self.page.get_by_role("button", name="登录办公").click()
        self.page.get_by_label("6 位数字").fill(pyotp.TOTP(secret).now())
        self.page.get_by_role("main").get_by_role("button").first.click()
        expect(self.page).to_have_title("我的待办 - 回音")
        self.album.shoot(self.page, "inbox")

    def close(self) -> None:
        self.context.close()

    def opens(self, number: str) -> None:
        """Open a matter from the list."""
        self.number = number
        self.page.goto(f"{self.url}/desk/?view=all")
        self.page.goto(f"{self.url}/desk/matters/{number}/")
        expect(self.page.get_by_text(number).first).to_be_visible()
        self.album.shoot(self.page, "matter")

    def does(self, noun: str, **told: Any) -> None:
        """Open the act from the matter's foot, fill it in, read the check step, confirm."""
        page = self.page
        page.locator(f'a[href$="/{noun}/"]').first.click()
        for name, value in told.items():
            self._fills(name, value)
        self.album.shoot(page, noun)
        page.locator(".actbar button.solid").click()
        self.album.shoot(page, f"{noun}-check")
        page.locator(".actbar button[name=confirm]").click()
        expect(page).to_have_url(f"{self.url}/desk/matters/{quote(self.number)}/?done={noun}")
        self.album.shoot(page, f"{noun}-done")

    def _fills(self, name: str, value: Any) -> None:
        fields = self.page.locator(f'form#act [name="{name}"]')
        if fields.first.get_attribute("type") == "radio":
            self.page.locator(f'form#act [name="{name}"][value="{value}"]').check()
        elif fields.first.evaluate("field => field.tagName") == "SELECT":
            fields.first.select_option(str(value))
        else:
            fields.first.fill(value.isoformat() if isinstance(value, date) else str(value))
