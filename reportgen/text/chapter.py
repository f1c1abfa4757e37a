"""From the text of a chapter to blocks: run the template, read the Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError

from reportgen.errors import raise_all
from reportgen.facts.reader import Reader
from reportgen.text.assertion import Assertions
from reportgen.text.beside import Beside
from reportgen.text.blocks import Block
from reportgen.text.environment import ChapterEnvironment
from reportgen.text.filters import Filters
from reportgen.text.kind import split_kind
from reportgen.text.markdown import read_markdown
from reportgen.text.marks import Marks, unmark_lines
from reportgen.text.names import Names, template_line
from reportgen.text.source import Source
from reportgen.text.syntax import TOO_DEEP, Complaints, check_names
from reportgen.text.trail import Trail


@dataclass(frozen=True)
class WrittenChapter:
    """One chapter with every number in place.

    Attributes:
        name: file name, as it stands in places: ``02-overall.md``.
        kind: 卷首, 导论, 正文, 附录 or 卷尾.
        label: ``附录二`` for an appendix, else ``""``.
        blocks: its content; the first is its only heading of level 1.
        source: its text, for the places of blocks.
    """

    name: str
    kind: str
    label: str
    blocks: tuple[Block, ...]
    source: Source

    def place(self, line: int) -> str:
        """The file and line behind the line of a block."""
        return self.source.place(line)


def write_chapter(
    source: Source, reader: Reader, figures: Mapping[str, int], beside: Beside
) -> WrittenChapter:
    """Write one chapter with the facts of an edition.

    Args:
        source: the text of the chapter.
        reader: the facts; every number printed is recorded with file and line.
        figures: number of each figure of the edition, by its name.
        beside: the method and the context facts of the edition.

    Raises:
        ChapterError: bad template, filter or Markdown.
        AddressError: an address names no fact.
        ManyErrors: several of these.
    """
    complaints = Complaints(source)
    kind, label, body = split_kind(source)
    marks = Marks()
    names = Names(reader, source, figures, marks, beside)
    printed = _run(body.text, names, marks, complaints)
    text, origins = unmark_lines(printed, [line.text for line in body.lines])
    blocks = read_markdown(text, origins, marks, complaints)
    _check_title(blocks, complaints)
    return WrittenChapter(source.name, kind, label, blocks, source)


def _run(body: str, names: Names, marks: Marks, complaints: Complaints) -> str:
    trail = Trail()
    assertions = Assertions(trail, lambda: complaints.place(template_line()), marks.words)
    environment = ChapterEnvironment(Filters(marks), names.table(), assertions, trail)
    try:
        check_names(environment.tree(body, complaints.chapter), environment, complaints)
        code = environment.code(body, complaints.chapter)
    except TemplateSyntaxError as error:
        raise complaints.syntax(error) from None
    except TOO_DEEP:
        raise complaints.too_deep() from None
    template = environment.template_class.from_code(environment, code, environment.globals)
    try:
        printed = template.render()
    except Exception as error:
        raise_all([*assertions.failures, complaints.running(error, [*environment.globals])])
        raise
    raise_all(assertions.failures)
    return printed


def _check_title(blocks: tuple[Block, ...], complaints: Complaints) -> None:
    titles = [block for block in blocks if getattr(block, "level", 0) == 1]
    if not blocks or len(titles) != 1 or blocks[0] is not titles[0]:
        line = titles[1].line if len(titles) > 1 else 1
        raise complaints.at(line, "每章应恰好有一个“# ”标题，写在最前", "补上、移动或改为“## ”")
