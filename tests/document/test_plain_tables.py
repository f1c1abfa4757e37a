from reportgen.document.plain_tables import plain_tables
from tests.document.papers import paper

TEXT = """# 甲

表题：各年{{ 本年 }}

| 名 | 值 | 带单位 |
|---|--:|--:|
| 甲 | {{ 数["增加值.全国[本年]"] | 数字(2) }} | {{ 数["增加值.全国[本年]"] | 万亿元 }} |

| 无题 |
|---|
| 乙 |
"""


def test_numbered_tables_with_numbers_as_numbers(tmp_path):
    first, second = plain_tables(paper(tmp_path, {"03-region": TEXT}))
    assert (first.number, first.title, first.rows) == (1, "甲", (("甲", "乙"),))
    assert (second.number, second.title, second.head) == (2, "各年2021", ("名", "值", "带单位"))
    assert second.rows[0][0] == "甲" and isinstance(second.rows[0][1], float)
    assert second.rows[0][2].endswith("万亿元")
