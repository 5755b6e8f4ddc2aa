import pytest

from reuse.formulas.elements import MASK
from reuse.formulas.slots import slot_kind


@pytest.mark.parametrize(
    ("fillings", "kind"),
    [
        (["#3", "#120"], "number"),
        (["超过 #3 万", "#5"], "number"),
        (["第#二十一", "第#十七"], "ordinal"),
        (["第#二", "下"], "other"),
        (["twenty first", "#28 th", "third"], "ordinal"),
        (["zweiten", "einundzwanzigste"], "ordinal"),
        (["zweiten", "dritter"], "ordinal"),
        (["première", "deuxième", "#3 e"], "ordinal"),
        (["first", "last"], "other"),
        (["#2023 年", "#2024 年 #3 月"], "time"),
        (["上 午", "下 午"], "time"),
        (["全 省", "我 市", "浙 江"], "place"),
        (["云 栖 市", "望 湖 市"], "place"),
        (["进 一 步", "切 实", ""], "modifier"),
        (["推 动", "促 进"], "verb"),
        (["推 动", "切 实"], "other"),
        (["张 三", "李 四"], "other"),
        (["我 市", f"新 时 代 {MASK}"], "mask"),
        (["", ""], "other"),
    ],
)
def test_kinds(fillings: list[str], kind: str) -> None:
    assert slot_kind([tuple(filling.split()) for filling in fillings]) == kind
