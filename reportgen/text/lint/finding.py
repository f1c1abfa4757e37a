"""What the lint finds: the rules by id and Chinese name, and one finding with its place and a proposal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error must be mended or allowed; a reminder is for the editor to weigh."""

    错误 = "错误"
    提醒 = "提醒"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its id for programs, its name and what it asks for people."""

    id: str
    name: str
    about: str
    severity: Severity = Severity.错误


TYPED_NUMBER = Rule("typed-number", "手写统计数", "统计数一律按地址读取，不手写")
STALE_NUMBER = Rule("stale-number", "上一版的数", "手写的数与上一版的数相同，多半忘了更新")
DOUBLED_UNIT = Rule("doubled-unit", "单位重复", "过滤器已印出单位，后面不再写单位")
WRONG_UNIT = Rule("wrong-unit", "单位不符", "写出的单位须是所读的数自己的单位")
PERCENT_POINTS = Rule("percent-points", "百分点与%", "百分比之差写个百分点，不写%")
HALF_WIDTH = Rule("half-width", "半角标点", "中文里用全角标点和括号")
DOUBLED_PUNCTUATION = Rule("doubled-punctuation", "标点重复", "两个标点不相连")
REPEATED_WORDS = Rule("repeated-words", "词语重复", "同一词语不连写两遍")
SPACE = Rule("space", "多余空格", "汉字与汉字、数字、字母之间不打空格，行末不留空格")
FULL_WIDTH = Rule("full-width", "全角字符", "数字、字母和百分号用半角")
QUOTES = Rule("quotes", "引号", "引号用“ ”，里层用‘ ’")
UNPAIRED = Rule("unpaired", "不成对", "括号、引号、书名号成对")
PRECISION = Rule("precision", "小数位不一", "同一个数用同一单位印出时，小数位全书一致")
UNSUPPORTED = Rule("unsupported", "没有图表支撑", "正文里的测算数在图或表中查得到", Severity.提醒)
UNMENTIONED = Rule("unmentioned-figure", "图没有提到", "每幅图在文中至少提到一次")
BAD_ALLOWANCE = Rule("bad-allowance", "准许写法", "准许须写明词语和理由")
UNUSED_ALLOWANCE = Rule("unused-allowance", "准许未用", "不再起作用的准许应删去", Severity.提醒)

RULES = (
    TYPED_NUMBER,
    STALE_NUMBER,
    DOUBLED_UNIT,
    WRONG_UNIT,
    PERCENT_POINTS,
    HALF_WIDTH,
    DOUBLED_PUNCTUATION,
    REPEATED_WORDS,
    SPACE,
    FULL_WIDTH,
    QUOTES,
    UNPAIRED,
    PRECISION,
    UNSUPPORTED,
    UNMENTIONED,
    BAD_ALLOWANCE,
    UNUSED_ALLOWANCE,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        rule: the rule that it breaks.
        file: as places name it: ``20-overall.md``, ``2021/chapters/20-overall.md``.
        line, column: counted from 1, in characters.
        words: the offending words.
        problem: what is wrong, in a sentence.
        proposal: what to write or do instead.
    """

    rule: Rule
    file: str
    line: int
    column: int
    words: str
    problem: str
    proposal: str

    @property
    def place(self) -> str:
        """``20-overall.md:12:5``."""
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def order(self) -> tuple[str, int, int, str]:
        """By which findings are sorted."""
        return self.file, self.line, self.column, self.rule.id
