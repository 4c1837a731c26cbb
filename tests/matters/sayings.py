"""Words for tests that walk at random: what somebody says or writes in an act, always the same."""

CALLED = {
    "ground": "complex",
    "starts_at": "上午 9:30",
    "place": "村委会会议室",
    "panel": "罗兰，人大代表\n邓平，律师\n村民代表三人",
}
HEARD = {
    "outcome": "held",
    "statements": "廖秀英：渠是去年塌的。镇水利站：图纸上有。",
    "panel_view": "三人认为应当修，一人认为先鉴定。",
    "conclusion": "先鉴定，鉴定后修。",
}
EASY = {
    "suits": "clear",
    "perhaps_not_supported": False,
    "other_procedure": False,
    "several_responsible": False,
    "major_or_joint": False,
}
TALKS = {
    "mediator": "organisation",
    "mediator_name": "安平镇人民调解委员会",
    "other_side": "施工队负责人",
    "consents": "双方 3 月 2 日在镇政府当面同意",
}
AGREED = {"terms": "施工队修好三十米渠。", "breach": "每拖一天，按一百元赔。"}
EMERGENCY = {"signs": ["life"], "facts": "渠边的房子要塌", "measures": "人已经转移"}
FAILING = {"failing": "T6", "facts": "十五天没有去看", "demand": "三天内到现场"}
ASKED_ALOUD = {
    "standing": "witness",
    "name": "何大山",
    "place": "村委会",
    "words": "渠是去年塌的。",
    "read_back": True,
}
PARTY = {"name": "青岩矿业", "is_organisation": True, "wishes": "协议有效"}
EXTRACT = {"title": "渠坏了", "extract": "请修渠。"}
