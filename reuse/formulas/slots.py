"""Which kind of thing fills a slot.

Enters: the fillings of one slot as keys. Leaves: one of the kinds of `Slot`. Serves `templates`.
A kind is given only where all fillings show it; everything else is "other", since a wrong label misleads and the
fillings are shown beside it anyway. The lists below hold what is common in addresses and reports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reuse.formulas.elements import MASK

__all__ = ["LEADING_WORDS", "slot_kind"]

_DATE = re.compile(r"(#.*?(年|月|日|点|时|世纪|年代|年度))+(初|底|末|来|间)?")
_NUMBER = re.compile(
    r"(增长|超过|超|达到|控制在|约|近|年均|累计|新增)?(#[多余]?(个|万|亿|人|元)*)+(左右|以上|以内|以下)?"
)
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,7}(省|市|自治区|自治州|特别行政区)")
_TIME_WORDS = """
今年 去年 明年 今天 昨天 明天 今后 当前 目前 现在 过去 未来 上午 下午 晚上 近年来 一年来 五年来 近期
today tomorrow yesterday tonight now
heute morgen gestern jetzt künftig
"""
_PLACE_WORDS = """
北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川
贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 台湾 香港 澳门 中国 我国 全国 全省 全市 全区 我省 我市 我区
"""
_MODIFIER_WORDS = """
进一步 更加 更 更大 新 新的 的 地 深入 认真 切实 全面 大力 积极 不断 继续 始终 牢牢 坚定 坚定不移 坚决 共同 自觉 努力
着力 加快 扎实 稳步 有效 充分 广泛 严格 科学 主动 持续 必须 一定 要 应当 都 也 还 再 将 正在 已经 十分 非常 真正 特别
尤其 奋力 全力 有力 隆重 胜利 圆满 衷心 诚挚 热烈 亲切 崇高 定期 及时
very more most always never also still already fully truly deeply
sehr mehr stets immer nie auch noch schon weiter weiterhin bereits voll herzlich besonders gemeinsam entschieden
"""
_VERB_WORDS = """
推动 促进 加强 推进 强化 保持 确保 提高 提升 培育 弘扬 坚持 完善 健全 深化 扩大 支持 鼓励 引导 维护 发展 建设 增强 改进
改善 优化 巩固 发挥 落实 贯彻 实施 开展 做好 抓好 开创 开拓 谱写 书写 实现 创造 作出 做出 团结 组织 动员 保障 防范 化解
解决 支撑 构建 建立 形成 营造 打造 表示 致以 让 使
strengthen promote support protect improve build create ensure secure maintain expand develop defend preserve continue
stärken fördern unterstützen schützen verbessern bauen schaffen sichern bewahren erhalten entwickeln verteidigen
"""
_ORDINAL_LIST = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth
ninetieth hundredth
erste zweite dritte vierte fünfte sechste siebte siebente achte neunte zehnte elfte zwölfte dreizehnte vierzehnte
fünfzehnte sechzehnte siebzehnte achtzehnte neunzehnte zwanzigste dreißigste hundertste
premier première deuxième seconde troisième quatrième cinquième sixième septième huitième neuvième dixième onzième
douzième
"""
_ORDINALS = "|".join(_ORDINAL_LIST.split())
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und"
# 21st, twenty-first, der zweiten; their shapes come without blanks.
_ORDINAL = re.compile(rf"第#.*|#(st|nd|rd|th|er|ère|e|ème)|({_TENS})?({_ORDINALS})[nrsm]?")
_WORDS = {
    "time": frozenset(_TIME_WORDS.split()),
    "place": frozenset(_PLACE_WORDS.split()),
    "modifier": frozenset(_MODIFIER_WORDS.split()),
    "verb": frozenset(_VERB_WORDS.split()),
}
# What leads into a formula without changing it: who speaks, since when, in which order, and words that urge.
_LEAD_INS = """
我们 大家 我国 各级 各级政府 各地区 各部门 今年 明年 今后 近年来 一是 二是 三是 四是 五是 首先 其次 第一 第二 第三
最后 同时 因此 所以 要 必须 应 应当 应该 需要 将 会 能 可以 一定 始终 继续 坚持 把握 贯彻 奉行 执行 实行 努力
# 第#
and but so that to we us let must will shall should can may i you they it is now here therefore
und aber denn dass damit wir uns lassen sie ich es ist sind müssen muss wollen will sollen soll werden wird können kann
dürfen darf möchten möchte nun hier deshalb daher darum also
"""
LEADING_WORDS = frozenset(_LEAD_INS.split()) | _WORDS["modifier"]


def slot_kind(fillings: Sequence[Sequence[str]]) -> str:
    """The kind that all fillings have in common: see `Slot.kind`; "other" where there is none.

    Each filling is a row of keys as in `Element`, empty where a variant leaves the slot out.
    """
    filled = [keys for keys in fillings if keys]
    if any(MASK in keys for keys in filled):
        return "mask"
    if not filled:
        return "other"
    shapes = ["".join(map(_shape, keys)) for keys in filled]
    if all(map(_ORDINAL.fullmatch, shapes)):
        return "ordinal"
    if all(map(_NUMBER.fullmatch, shapes)):
        return "number"
    tests = {"time": _DATE.fullmatch, "place": _PLACE.fullmatch}
    for kind, words in _WORDS.items():
        if all(shape in words or (kind in tests and tests[kind](shape)) for shape in shapes):
            return kind
    return "other"


def _shape(key: str) -> str:
    return "第#" if key.startswith("第#") else "#" if key.startswith("#") else key
