"""Templates and scripts keep to the page's security policy, to the rules for words and to their weight."""

import gzip
import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2] / "huiyin"
STATIC = HOUSE / "static/huiyin"
PAGES = ("templates", "desk/templates", "portal/templates")
TEMPLATES = sorted(path for place in PAGES for path in (HOUSE / place).glob("**/*.html"))
BANNED = [
    "非法", "无效", "错误代码", "请勿", "禁止", "失败！", "失败!", "系统异常", "抱歉", "亲，您", "亲爱的", "缠访", "闹访",
    "老户", "刁民", "重点人员", "无理", "稳控", "截访", "异常用户", "重访户",
]  # fmt: skip
PORTAL_CSS = ("tokens.css", "base.css", "portal.css")
COMMENT = re.compile(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", re.S)


def words(template: Path) -> str:
    """A template without its comments: what reaches the reader."""
    return COMMENT.sub("", template.read_text("utf-8"))


def weight(*names: str) -> int:
    """Bytes after gzip, each file by itself as it is sent."""
    return sum(len(gzip.compress((STATIC / name).read_bytes(), 6)) for name in names)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_style_or_script_is_written_into_a_page(template: Path) -> None:
    page = words(template)
    inline = re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", page)
    assert inline == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_page_says_no_banned_word(template: Path) -> None:
    page = words(template)
    assert [word for word in BANNED if word in page] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_button_says_what_it_does(template: Path) -> None:
    said = re.findall(r"<button[^>]*>\s*(?:\{% translate \")?(确定|提交|OK|取消|是|否)\b", words(template))
    assert said == []


# A page of prose has one file for each language: there is nothing in it to wrap
WRAPPED = [path for path in TEMPLATES if not path.name.endswith(".zh.html")]


@pytest.mark.parametrize("template", WRAPPED, ids=lambda path: path.name)
def test_chinese_is_wrapped_for_translation(template: Path) -> None:
    page = re.sub(
        r"\{% blocktranslate.*?\{% endblocktranslate %\}|\{%.*?%\}|\{\{.*?\}\}",
        "",
        words(template),
        flags=re.S,
    )
    bare = [part for part in re.findall(r"[㐀-鿿]+", page) if part != "回音"]
    assert bare == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_short_comments_stay_on_one_line(template: Path) -> None:
    assert re.findall(r"\{#[^#\n]*\n", template.read_text("utf-8")) == []


def test_only_one_file_listens_to_keys() -> None:
    scripts = sorted(HOUSE.glob("**/static/**/*.js"))
    listening = [
        path.name
        for path in scripts
        if re.search(r"""["']key(down|up|press)["']|onkey""", path.read_text("utf-8"))
    ]
    assert listening == ["keys.js"]


def test_every_key_first_asks_whether_someone_is_composing() -> None:
    script = (STATIC / "keys.js").read_text("utf-8")
    handlers = re.findall(r'addEventListener\("key\w+", \(event\) => \{\n\s+if \(imeBusy\(event\)', script)
    assert len(handlers) == script.count("addEventListener")


def test_first_public_visit_stays_light() -> None:
    assert weight(*PORTAL_CSS) <= 14 * 1024


def test_scripts_stay_light() -> None:
    assert weight(*(path.name for path in STATIC.glob("*.js"))) <= 12 * 1024


def test_style_sheets_fetch_nothing() -> None:
    fetched = [
        path.name
        for path in STATIC.glob("*.css")
        if re.search(r"@import|@font-face|url\(", path.read_text("utf-8"))
    ]
    assert fetched == []


def test_no_style_sheet_outgrows_one_idea() -> None:
    long = {
        path.name: lines
        for path in STATIC.glob("*.css")
        if (lines := len(path.read_text("utf-8").splitlines())) > 260
    }
    assert long == {}
