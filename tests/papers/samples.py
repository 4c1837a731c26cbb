"""Papers of an invented city, for tests."""

from datetime import date, datetime

from huiyin.papers.paper import Answer, Items, Paper, Paragraph
from huiyin.papers.receipt import Receipt
from huiyin.papers.ruler import Step

OPINION = Paper(
    kind="D17",
    title="信访事项处理意见书",
    number="明安信访〔2027〕3号",
    organ="明川市安平镇人民政府",
    addressee="王桂兰",
    blocks=(
        Paragraph(
            "您反映的“修环镇路占河湾水田，亩数少算”（明信 2026-11-0417），我镇于2026年12月3日受理。"
            "经两次到场复量、查阅征地档案并听取您的陈述，现已查清，逐项答复如下："
        ),
        Answer(
            request="重新测量被占的河湾水田，按实际亩数补发补偿款。",
            facts="2026年12月18日，镇自然资源所与您一起到场复量，实占水田2.37亩；"
            "2024年登记为1.92亩，少算0.45亩。少算的原因是当时以旧图上的田埂为界，没有到场。",
            opinion="支持",
            reasons="实际占用的面积应当据实补偿，少登记的部分不是您的过错。",
            basis="《中华人民共和国土地管理法》第四十八条；《明川市征地补偿标准》（明政发〔2023〕8号）第二条",
            plan="按每亩52000元补发23400元，2027年2月28日前打入您的账户。"
            "承办人：王科长，电话 0399-555 0142。",
        ),
        Answer(
            request="说明补偿款为什么比邻村低。",
            facts="河湾村属二类区片，邻近的北圩村属一类区片，两村标准相差4000元/亩，均已公告。",
            opinion="解释说明",
            reasons="区片按到集镇的距离和灌溉条件划定，2023年经听证后公布，对同一区片内的各户一致适用。",
            basis="《明川市征地区片综合地价》（明政发〔2023〕8号）附表一",
        ),
        Answer(
            request="对2024年参与测量的人员给予行政处分。",
            facts="当年测量由镇自然资源所两名工作人员完成，程序上缺少到场核对一项，未发现收受财物或者故意少算。",
            opinion="不支持",
            reasons="工作疏漏已由镇政府批评教育并责令改正，尚未达到应当给予处分的程度。"
            "您认为有违纪违法线索的，可以向明川市纪律检查委员会监察委员会反映。",
            basis="《中华人民共和国公职人员政务处分法》第十二条",
        ),
    ),
    notes=(
        "不同意这份意见的，可以自收到之日起30日内，向明川市人民政府申请复查（学府路18号，"
        "电话 0399-555 0100）。"
        "过了这个期限没有申请的，信访程序到这里结束。",
    ),
    dated=date(2027, 1, 25),
    copies=("明川市信访局",),
)
LATER = Paper(
    kind="D12",
    title="信访事项延期告知书",
    number="明信延〔2026〕21号",
    organ="明川市自然资源局",
    addressee="廖守田等31位信访人",
    blocks=(
        Paragraph(
            "你们反映的柳湾村、石桥村之间滩地权属问题，我局于2026年9月30日受理，原定2026年11月30日前书面答复。"
        ),
        Paragraph(
            "延期原因：我局与市林业局对滩地性质意见不一致。两家定于12月2日一起到现场核对1998年的划界图，核对后才能确认归谁。"
        ),
        Paragraph("经本局负责人批准，答复日期延至2026年12月14日。"),
        Paragraph("承办人赵明远，电话 0399-555 0117。"),
    ),
    dated=date(2026, 11, 23),
)
TRANSFER = Paper(
    kind="D04",
    title="关于交办王桂兰反映征地补偿亩数问题的函",
    number="明信访〔2026〕12号",
    organ="明川市信访局",
    addressee="安平镇人民政府",
    blocks=(
        Paragraph("现将下列信访事项交你单位办理。"),
        Items(
            (
                ("信访件编号", "明信 2026-11-0417"),
                ("收到日期", "2026年11月23日"),
                ("书面告知信访人", "2026年12月10日前"),
            )
        ),
        Paragraph("请依法办理，并于2027年1月20日前报送办结报告。"),
    ),
    attachments=("信访事项登记表", "信访人提交的材料（3页）"),
    copies=("明川市自然资源局", "明川市人民政府督查室"),
    dated=date(2026, 11, 25),
    style="official_doc",
)
STEPS = (
    Step(0, "11月23日", "收到"),
    Step(15, "12月8日前", "书面告诉您谁来办"),
    Step(75, "受理后 60 天内", "书面答复您", clock=True),
)
RECEIPT = Receipt(
    organ="明川市信访局",
    number="明信 2026-11-0417",
    code="4821773051960384",
    received_at=datetime(2026, 11, 23, 10, 46),
    channel="2 号窗口",
    petitioner="王桂兰",
    summary="修环镇路占河湾水田，亩数少算，请求重新测量。",
    steps=STEPS,
    materials=("征地协议", "旧图照片", "收据"),
    fingerprint="K7QX-M2D9-4HTR-P6WN",
    heard_by="钱立，2 号窗口",
    handled_by="12月8日前书面告诉您",
    helped_by="法律援助，一楼 5 号窗口",
    phone="12345",
    address="学府路 18 号，一楼大厅",
    hours="周一至周五 8:30—17:30",
    url="https://xf.example.gov.cn/track/?code=4821773051960384",
)
