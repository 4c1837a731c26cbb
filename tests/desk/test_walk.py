"""In a real browser: an officer signs in with password and code, accepts, investigates, drafts; another one signs."""

import json
import subprocess
import sys
from datetime import date, timedelta

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect

PASSWORD = "huiyin-walks-2026"


def printed(server, module: str) -> str:
    """What a module prints when it runs inside the installation."""
    words = [sys.executable, "-m", module]
    return subprocess.run(
        words, env=server.environment, capture_output=True, text=True, check=True
    ).stdout.strip()


def desk(chromium: Browser, server, username: str, secret: str) -> Page:
    """A browser of its own in which this officer is signed in."""
    page = chromium.new_context(locale="zh-CN", viewport={"width": 1366, "height": 768}).new_page()
    page.goto(f"{server.url}/desk/")
    page.get_by_label("用户名").fill(username)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录办公").click()
    page.get_by_label("6 位数字").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="验证并进入").click()
    expect(page.get_by_role("heading", name="我的待办")).to_be_attached()
    return page


def confirm(page: Page) -> None:
    """Check, then confirm, by the keyboard alone."""
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="看一遍再确认")).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("记录在案")).to_be_visible()


@pytest.mark.browser
def test_an_officer_signs_in_accepts_and_replies(server, chromium):
    secrets = json.loads(printed(server, "tests.walk.small_city"))
    number = printed(server, "tests.desk.small_matter")
    page = desk(chromium, server, "handler", secrets["handler"])
    page.keyboard.press("j")
    expect(page.locator("#peek")).to_contain_text(number)
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/matters/**")
    page.keyboard.press("a")
    expect(page.get_by_role("heading", name="受理")).to_be_visible()
    confirm(page)
    page.keyboard.press("v")
    page.get_by_label("调查计划").fill("到村里核实发放记录")
    page.get_by_label("内部完成日期").fill(str(date.today() + timedelta(days=10)))
    confirm(page)
    page.keyboard.press("d")
    page.get_by_label("解释说明").check()
    for box in ("查明的事实", "理由", "依据"):
        page.get_by_label(box, exact=False).first.fill("2026年3月写明了")
    confirm(page)
    signing = desk(chromium, server, "second", secrets["second"])
    signing.goto(f"{server.url}/desk/matters/{number}/")
    signing.keyboard.press("s")
    expect(signing.get_by_role("heading", name="签发")).to_be_visible()
    confirm(signing)
    expect(signing.get_by_text("已答复").first).to_be_visible()


@pytest.mark.browser
def test_composing_asks_the_server_nothing(server, chromium):
    secrets = json.loads(printed(server, "tests.walk.small_city"))
    page = desk(chromium, server, "registrar", secrets["registrar"])
    page.goto(f"{server.url}/desk/counter/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#id_summary").focus()
    typing = page.context.new_cdp_session(page)
    typing.send("Input.imeSetComposition", {"text": "zheng di", "selectionStart": 8, "selectionEnd": 8})
    page.wait_for_timeout(1000)
    assert [url for url in asked if "likeness" in url] == []
    typing.send("Input.insertText", {"text": "征地补偿"})
    page.wait_for_timeout(1500)
    assert len([url for url in asked if "likeness" in url]) == 1
