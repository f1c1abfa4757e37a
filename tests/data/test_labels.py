"""Which labels a column may hold."""

from __future__ import annotations

from reportgen.data.card import Column
from reportgen.data.labels import allowed, members, scopes_by_label
from reportgen.facts.address import Vocabulary


def test_labels_of_the_vocabulary(vocabulary: Vocabulary) -> None:
    assert members("province", Column(meaning="省"), vocabulary) == ("北京", "河北")
    industries = allowed("industry", Column(meaning="三次产业", total="全国"), vocabulary)
    assert industries == ("全国", "第一产业", "第二产业", "第三产业")


def test_labels_of_the_card(vocabulary: Vocabulary) -> None:
    column = Column(meaning="指标", values={"employment": "就业人数"})
    assert allowed("indicator", column, vocabulary) == ("employment",)


def test_scopes(vocabulary: Vocabulary) -> None:
    scopes = scopes_by_label(vocabulary)
    assert scopes["全国"] == "national"
    assert scopes["教育"] == "sector.education"
    assert scopes["工业"] == "group.industry"
    assert "合计" not in scopes
