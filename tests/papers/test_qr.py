"""A QR code that a strict policy lets through and a reader can read."""

import re

import segno

from huiyin.papers import qr

ADDRESS = "https://xf.example.gov.cn/m/4821773051960384"


def test_it_has_no_style_and_no_script() -> None:
    assert not re.search(r"style|script|href", qr.svg(ADDRESS))


def test_its_modules_are_those_of_the_code() -> None:
    drawn = re.findall(r"M(\d+) (\d+)h(\d+)v1", qr.svg(ADDRESS))
    dark = {(int(x) + step - 4, int(y) - 4) for x, y, run in drawn for step in range(int(run))}
    matrix = segno.make(ADDRESS, error="m", micro=False).matrix

    assert dark == {(x, y) for y, row in enumerate(matrix) for x, on in enumerate(row) if on}


def test_it_is_hidden_unless_it_has_a_name() -> None:
    assert 'aria-hidden="true"' in qr.svg(ADDRESS)
    assert 'aria-label="进度 &quot;码&quot;"' in qr.svg(ADDRESS, title='进度 "码"')
