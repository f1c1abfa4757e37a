"""A handful of facts, and chapters written from them."""

from __future__ import annotations

from pathlib import Path

from reportgen.facts.address import Calendar, Vocabulary
from reportgen.facts.fact import Fact, FactTable
from reportgen.facts.reader import Reader
from reportgen.facts.status import Status
from reportgen.text.beside import Beside
from reportgen.text.blocks import plain
from reportgen.text.chapter import WrittenChapter, write_chapter
from reportgen.text.source import read_source

CALENDAR = Calendar(2017, 2021, 2022)
VOCABULARY = Vocabulary.read(Path(__file__).parents[2] / "content/names.csv")
NOTHING_BESIDE = Beside()
FIGURES = {"scale_and_share": 2, "direct_and_indirect": 3}
VALUES = (
    ("增加值.全国[2017]", 23500.0, "亿元"),
    ("增加值.全国[2020]", 35784.125, "亿元"),
    ("增加值.全国[2021]", 40983.205, "亿元"),
    ("增加值.全国[2022]", 44536.2, "亿元"),
    ("名义增速.全国[2021]", 14.525, "%"),
    ("名义增速.采矿业[2021]", -3.195, "%"),
    ("名义增速.建筑业[2021]", 0.004, "%"),
    ("占GDP比重.全国[2019]", 3.4, "%"),
    ("占GDP比重.全国[2020]", 3.52, "%"),
    ("占GDP比重.全国[2021]", 3.58, "%"),
    ("增加值.第一产业[2021]", 490.0, "亿元"),
    ("增加值.第二产业[2021]", 19900.0, "亿元"),
    ("增加值.第三产业[2021]", 20593.205, "亿元"),
    ("增加值排名.广东[2021]", 1.0, "位"),
    ("超千亿个数.各省[2021]", 13.0, "个"),
    ("带动就业.全国[2021]", 2836.005, "万人"),
    ("新增就业.采矿业[2021]", -0.38, "万人"),
    ("新增就业.建筑业[2021]", 1.115, "万人"),
    ("新增就业.金融业[2021]", 0.004, "万人"),
    ("渗透与直接之比.全国[2021]", 2.45, "倍"),
    ("资本产出弹性.全国", 0.4125, "1"),
)


def reader(**changes: float) -> Reader:
    """The facts above; `changes` replace values by their Chinese address."""
    facts = []
    for text, value, unit in VALUES:
        address = VOCABULARY.parse(text, CALENDAR)
        status = Status.预测 if 2022 in address.years else Status.测算
        facts.append(Fact(address, changes.get(text, value), unit, status, VOCABULARY.chinese(address)))
    return Reader(FactTable(facts, VOCABULARY), CALENDAR)


def write(
    folder: Path, text: str, facts: Reader | None = None, beside: Beside = NOTHING_BESIDE
) -> WrittenChapter:
    """Write a chapter file and read it as `reportgen` does."""
    path = folder / "02-overall.md"
    path.write_text(text, encoding="utf-8")
    return write_chapter(read_source(path), facts or reader(), FIGURES, beside)


def sentence(folder: Path, text: str, facts: Reader | None = None, beside: Beside = NOTHING_BESIDE) -> str:
    """What one paragraph prints."""
    chapter = write(folder, f"# 总体\n\n{text}\n", facts, beside)
    return plain(chapter.blocks[1].content)
