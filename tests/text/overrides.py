"""A chapter with named paragraphs, and what an edition makes of it."""

from __future__ import annotations

from pathlib import Path

from reportgen.facts.reader import Reader
from reportgen.text.blocks import Figure, plain
from reportgen.text.chapter import WrittenChapter, write_chapter
from reportgen.text.manuscript import Manuscript
from tests.text.facts import FIGURES, NOTHING_BESIDE, reader

CHAPTER = """<!-- 导论 -->
{# 编辑注 #}
# 总体

<!-- 段：导语 -->
> 导语。

{% set 总量 = 数["增加值.全国[本年]"] %}
<!-- 段：规模 -->
{% if 总量 is 高于(1) %}
规模为{{ 总量 | 万亿元 }}。
{% endif %}

{{ 图表("scale_and_share") }}

<!-- 段：要点 -->
- 一

- 二

<!-- 段：小标题 -->
## 展望

规模为{{ 总量 | 亿元 }}[^a]。

<!-- 段：注 -->
[^a]: 注。

<!-- 段：附图 -->
{{ 图表("direct_and_indirect") }}
"""


def manuscript(folder: Path, own: str | None, chapter: str = CHAPTER) -> Manuscript:
    """`chapter` for all editions, and `own` for the edition of 2021."""
    shared, editions = folder / "chapters", folder / "editions"
    shared.mkdir(exist_ok=True)
    (shared / "02-overall.md").write_text(chapter, encoding="utf-8")
    found = Manuscript(shared, editions / "2021/chapters")
    if own is not None:
        found.own.mkdir(parents=True, exist_ok=True)
        (found.own / "02-overall.md").write_text(own, encoding="utf-8")
    return found


def written(
    folder: Path, own: str | None, chapter: str = CHAPTER, facts: Reader | None = None
) -> WrittenChapter:
    """The chapter as the edition of 2021 prints it."""
    source = manuscript(folder, own, chapter).source("02-overall")
    return write_chapter(source, facts or reader(), FIGURES, NOTHING_BESIDE)


def shown(chapter: WrittenChapter) -> list[str]:
    """Words and place of each block; for a figure its name, for items those of each."""
    return [f"{_words(block)} {chapter.place(block.line)}" for block in chapter.blocks]


def _words(block: object) -> str:
    if isinstance(block, Figure):
        return block.name
    items = getattr(block, "items", None)
    return "、".join(map(plain, items)) if items else plain(block.content)
