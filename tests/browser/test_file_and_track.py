"""On a phone without JavaScript: a photograph and a story go in, a receipt comes out, number and code open the matter."""

from pathlib import Path

import pytest

from tests.portal.walk import photo

ARTEFACTS = Path("build/browser")
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def phone(chromium):
    """A phone that runs no scripts."""
    context = chromium.new_context(viewport=PHONE, java_script_enabled=False, locale="zh-CN")
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def keep_picture(page, name):
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"{name}.png", full_page=True)


def go_on(page):
    page.locator("main button.solid").click()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_person_files_with_a_photograph_and_follows_the_matter(phone, live_server, village):
    phone.goto(f"{live_server.url}/")
    keep_picture(phone, "start")
    phone.get_by_role("link", name="反映问题").click()
    phone.get_by_label("请求解决一件事").check()
    go_on(phone)
    phone.locator("#id_text").fill("去年 9 月修环镇路，占了我家水田，少量了 1.3 亩。")
    letter = photo()
    phone.locator("#id_files").set_input_files(
        {"name": letter.name, "mimeType": "image/jpeg", "buffer": letter.read()}
    )
    go_on(phone)
    phone.locator("#id_place").select_option(label="安平镇")
    go_on(phone)
    phone.get_by_label("姓名").fill("王桂兰")
    phone.get_by_label("手机号").fill("138 0000 0001")
    go_on(phone)
    phone.get_by_label("我写的是真实情况").check()
    go_on(phone)
    keep_picture(phone, "receipt")
    number, digits = phone.locator(".case").inner_text(), phone.locator("#code > span").first.inner_text()

    phone.context.clear_cookies()
    phone.goto(f"{live_server.url}/track/")
    phone.get_by_label("案号").fill(number)
    phone.get_by_label("查询码").fill(digits)
    go_on(phone)
    keep_picture(phone, "progress")
    assert "明川市信访局收到了您的材料" in phone.locator(".timeline").inner_text()
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
