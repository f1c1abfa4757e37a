from decimal import Decimal

import pytest

from reportgen.errors import DataError, ManyErrors
from reportgen.review.published import read_published

HEADER = "id,metric,scope,year,relation,value,unit,precision,withheld,section,figure"
GOOD = "P1,value_added,national,2021,=,4.10,万亿元,2,0,前言,2"


def write(tmp_path, *lines, encoding="utf-8"):
    path = tmp_path / "published.csv"
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


def test_reads_values_as_decimals_with_their_place(tmp_path):
    path = write(tmp_path, HEADER, GOOD, "", "P2,cagr,national,2017-2021,~,-1.5,%,2,0,,")
    first, second = read_published(path)
    assert (first.value, first.precision, first.printed) == (Decimal("4.10"), 2, "4.10")
    assert first.where == "前言，图2"
    assert first.years == (2021,) and first.place == f"{path}:2"
    assert second.years == (2017, 2021) and second.place == f"{path}:4"
    assert second.printed == "-1.50" and second.where == ""


def test_withheld_row_has_no_value(tmp_path):
    (row,) = read_published(write(tmp_path, HEADER, "P1,employment,national,2022,=,,万人,2,1,前言,"))
    assert row.value is None and row.printed == ""


def test_columns_come_in_any_order_and_with_a_byte_order_mark(tmp_path):
    path = write(
        tmp_path,
        "withheld,precision,unit,value,relation,year,scope,metric,id,note",
        "0,2,%,3.58,=,2021,national,gdp_share,P1,x",
        encoding="utf-8-sig",
    )
    (row,) = read_published(path)
    assert row.id == "P1" and row.value == Decimal("3.58")


@pytest.mark.parametrize(
    ("line", "problem", "remedy"),
    [
        (GOOD.replace("P1", ""), "id 为空", "编号"),
        (GOOD.replace("value_added", ""), "metric 为空", "英文名"),
        (GOOD.replace("national", ""), "scope 为空", "英文名"),
        (GOOD.replace("2021", "21"), "年份“21”无法识别", "2017-2021"),
        (GOOD.replace("2021", "2021-2020"), "年份“2021-2020”无法识别", "起止两年"),
        (GOOD.replace("=", "≈"), "relation“≈”无法识别", "~"),
        (GOOD.replace("万亿元", "万亿"), "单位“万亿”无法识别", "是否想写“万亿元”"),
        (GOOD.replace("4.10", "4.1O"), "数值“4.1O”无法识别", "只写数字"),
        (GOOD.replace("4.10", "1,234.10"), "有 12 格，表头有 11 列", "双引号"),
        (GOOD.replace("4.10", '"1,234.10"'), "数值“1,234.10”无法识别", "千分位"),
        (GOOD.replace("4.10", "1" * 40), "无法识别", "只写数字"),
        (GOOD.replace("4.10", "nan"), "数值“nan”无法识别", "只写数字"),
        (GOOD.replace("4.10", "4.105"), "数值“4.105”的小数多于 precision 2", "小数位数"),
        (GOOD.replace("4.10", ""), "没有数值", "withheld 写为 1"),
        (GOOD.replace(",2,0,", ",2,1,"), "withheld 为 1 的行不应有数值", "改为 0"),
        (GOOD.replace(",2,0,", ",2,是,"), "withheld“是”无法识别", "未公布的写 1"),
        (GOOD.replace(",2,0,", ",两,0,"), "precision“两”不是小数位数", "0 至 9"),
        (GOOD.replace(",2,0,", ",²,0,"), "precision“²”不是小数位数", "0 至 9"),
        (GOOD + ",x", "有 12 格，表头有 11 列", "补齐逗号"),
        ("P1,value_added", "有 2 格，表头有 11 列", "补齐逗号"),
    ],
)
def test_a_wrong_row_names_line_problem_and_remedy(tmp_path, line, problem, remedy):
    path = write(tmp_path, HEADER, line)
    with pytest.raises(DataError) as caught:
        read_published(path)
    assert caught.value.place == f"{path}:2"
    assert problem in caught.value.problem and remedy in caught.value.remedy


def test_a_doubled_id_names_the_first_line(tmp_path):
    path = write(tmp_path, HEADER, GOOD, GOOD)
    with pytest.raises(DataError, match="编号“P1”重复") as caught:
        read_published(path)
    assert caught.value.place == f"{path}:3" and f"{path}:2" in caught.value.remedy


def test_all_errors_of_a_file_come_together(tmp_path):
    bad = GOOD.replace("P1", "P2").replace("=", "?").replace("万亿元", "斤")
    with pytest.raises(ManyErrors) as caught:
        read_published(write(tmp_path, HEADER, bad, GOOD + ",", GOOD, GOOD))
    problems = [error.problem for error in caught.value.errors]
    assert problems == [
        "relation“?”无法识别",
        "单位“斤”无法识别",
        "有 12 格，表头有 11 列",
        "编号“P1”重复",
    ]


def test_a_missing_column_is_named_with_a_near_one(tmp_path):
    path = write(tmp_path, HEADER.replace("relation", "relatoin"), GOOD)
    with pytest.raises(DataError, match="缺少列“relation”") as caught:
        read_published(path)
    assert caught.value.place == f"{path}:1" and "relatoin" in caught.value.remedy


def test_a_doubled_column_is_refused(tmp_path):
    with pytest.raises(DataError, match="列“value”出现多次"):
        read_published(write(tmp_path, HEADER + ",value", GOOD + ",1"))


def test_an_empty_file_lacks_every_column(tmp_path):
    with pytest.raises(ManyErrors, match="缺少列“id”"):
        read_published(write(tmp_path, ""))


def test_a_missing_file_proposes_a_near_name(tmp_path):
    write(tmp_path, HEADER)
    with pytest.raises(DataError, match="没有这个文件") as caught:
        read_published(tmp_path / "publishd.csv")
    assert "published.csv" in caught.value.remedy


def test_another_encoding_is_named(tmp_path):
    with pytest.raises(DataError, match="UTF-8"):
        read_published(write(tmp_path, HEADER, GOOD, encoding="gb18030"))


def test_a_file_that_is_no_csv_is_refused(tmp_path):
    path = write(tmp_path, HEADER, GOOD.replace("前言", "前" * 140_000))
    with pytest.raises(DataError, match="一格过长，或引号没有成对") as caught:
        read_published(path)
    assert caught.value.place.startswith(f"{path}:")
