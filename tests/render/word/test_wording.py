"""Which words of a line count as changed."""

from __future__ import annotations

import pytest

from reportgen.render.word.flow import Change, Note, Pieces, Tab, Words
from reportgen.render.word.wording import compared_pieces

SIGNS = {Change.KEPT: "", Change.INSERTED: "+", Change.DELETED: "-"}


def shown(pieces: Pieces) -> str:
    """``增加[-12.75%][+14.56%]``."""
    found = []
    for piece in pieces:
        text = piece.text if isinstance(piece, Words) else type(piece).__name__
        found.append(f"[{SIGNS[piece.change]}{text}]" if piece.change is not Change.KEPT else text)
    return "".join(found)


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("规模不变。", "规模不变。", "规模不变。"),
        ("增长12.75%。", "增长14.56%。", "增长[-12.75%][+14.56%]。"),
        ("2020年", "2021年", "[-2020][+2021]年"),
        ("GDP和平台", "GNP和平台", "[-GDP][+GNP]和平台"),
        ("略有提高", "明显提高", "[-略有][+明显]提高"),
        ("甲、乙", "甲、乙、丙", "甲、乙[+、丙]"),
        ("", "新增", "[+新增]"),
        ("删去", "", "[-删去]"),
        # a comma between two long changes is no reason to keep it
        ("一二三四，五六七八", "甲乙丙丁，戊己庚辛", "[-一二三四，五六七八][+甲乙丙丁，戊己庚辛]"),
    ],
)
def test_changes_within_a_line(earlier: str, later: str, expected: str) -> None:
    assert shown(compared_pieces((Words(earlier),), (Words(later),))) == expected


def test_words_that_change_their_look_count_as_changed() -> None:
    made = compared_pieces((Words("规模"),), (Words("规模", "Strong"),))
    assert shown(made) == "[-规模][+规模]"


def test_a_note_that_is_called_in_both_changes_within_itself() -> None:
    earlier, later = ((Words("甲"), Note((Words(f"{year}年"),))) for year in (2020, 2021))
    _, note = compared_pieces(earlier, later)
    assert note.change is Change.KEPT
    assert shown(note.content) == "[-2020][+2021]年"


def test_what_is_no_word_is_kept_or_changed_whole() -> None:
    assert shown(compared_pieces((Words("甲"), Tab()), (Words("甲"),))) == "甲[-Tab]"
