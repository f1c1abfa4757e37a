"""Every kind of bad input that concerns data, on the small project: the exact message."""

from __future__ import annotations

import pytest

from reportgen.data.ingredients import load_ingredients
from reportgen.errors import DataError, EditionError, ManyErrors, ParameterError, ReportError
from reportgen.project.folders import Project
from tests.data.editing import replace_once


def message(project: Project, expected: type[ReportError]) -> str:
    with pytest.raises(expected) as caught:
        load_ingredients(project, project.edition(2022))
    return str(caught.value)


def test_missing_file(project: Project) -> None:
    path = project.data / "province_gdp/small.csv"
    path.unlink()
    assert message(project, DataError) == f"{path}：没有这个数据文件\n  怎么办：补上该文件"


def test_missing_card_counts_as_missing_vintage(project: Project) -> None:
    (project.data / "province_gdp/small.card.yaml").unlink()
    edition = project.content / "editions/2022.yaml"
    line = edition.read_text(encoding="utf-8").splitlines().index("  province_gdp: small") + 1
    assert message(project, EditionError) == (
        f"{edition}:{line}：统计“province_gdp”没有版本“small”\n  怎么办：现有版本：无"
    )


def test_wrong_unit(project: Project) -> None:
    card = project.data / "national_employment/small.card.yaml"
    line = replace_once(card, 'unit: "万人"', 'unit: "人"')
    assert message(project, DataError) == (
        f"{card}:{line}：单位应为“万人”，现为“人”\n  怎么办：换算数值后改正单位"
    )


def test_wrong_unit_of_one_key(project: Project) -> None:
    card = project.data / "province_activity_keys/small.card.yaml"
    line = replace_once(card, "  it_employment: 万人", "  it_employment: 亿元")
    assert message(project, DataError) == (
        f"{card}:{line}：“it_employment”的单位应为“万人”，现为“亿元”\n  怎么办：换算数值后改正单位"
    )


def test_text_in_a_number_column(project: Project) -> None:
    path = project.data / "section_value_added/small.csv"
    line = replace_once(path, "2018,采矿业,", "2018,采矿业,约")
    value = path.read_text(encoding="utf-8").splitlines()[line - 1].split(",")[2]
    assert message(project, DataError) == (
        f"{path}:{line} 列 value：“{value}”不是数字\n  怎么办：只写数字，不写千分位、单位和文字"
    )


def test_text_in_the_transactions(project: Project) -> None:
    path = project.data / "input_output/small.transactions.csv"
    rows = [row.split(",") for row in path.read_text(encoding="utf-8").splitlines()]
    rows[2][3] = "无"
    path.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    assert message(project, DataError) == (
        f"{path}:3 列 06006：“无”不是数字\n  怎么办：只写数字，不写千分位、单位和文字"
    )


def test_missing_province(project: Project) -> None:
    path = project.data / "province_employment/small.csv"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(row for row in rows if not row.startswith("2021,河北")), encoding="utf-8")
    assert message(project, DataError) == f"{path}：缺少 2021、河北\n  怎么办：补上这一行"


def test_missing_province_without_a_check_in_the_card(project: Project) -> None:
    replace_once(
        project.data / "province_employment/small.card.yaml", "  complete: {years: [2020, 2021]}\n", ""
    )
    path = project.data / "province_employment/small.csv"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(row for row in rows if not row.startswith("2021,河北")), encoding="utf-8")
    assert message(project, DataError) == f"{path}：缺少 2021 年 河北 的数值\n  怎么办：补上这一行"


def test_unbalanced_column(project: Project) -> None:
    path = project.data / "input_output/small.sectors.csv"
    rows = [row.split(",") for row in path.read_text(encoding="utf-8").splitlines()]
    value_added = int(rows[5][4])
    rows[5][4] = str(value_added + 500)
    path.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    inputs = 18000000 - value_added
    assert message(project, DataError) == (
        f"{path}:6 列 value_added：部门 39088（计算机）列平衡不成立：中间投入 {inputs}＋增加值 {value_added + 500} "
        "与总产出 18000000 相差 500 万元，超出容差 10\n  怎么办：核对该部门的各项；容差写在卡片的 checks 中"
    )


def test_negative_flow(project: Project) -> None:
    path = project.data / "input_output/small.transactions.csv"
    rows = [row.split(",") for row in path.read_text(encoding="utf-8").splitlines()]
    rows[4][2] = "-7"
    path.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    text = message(project, ManyErrors)
    assert text.startswith("共 3 处错误\n")
    assert f"{path}:5 列 05005：出现负值 -7\n  怎么办：核对原表" in text
    assert "部门 05005（农、林、牧、渔服务产品）列平衡不成立" in text
    assert "部门 34067（通用设备）行平衡不成立" in text


def test_duplicated_code(project: Project) -> None:
    path = project.data / "input_output/small.sectors.csv"
    replace_once(path, "\n63121,", "\n39088,")
    assert message(project, DataError) == (
        f"{path}:8：部门代码 39088 重复，先见于 {path}:6\n  怎么办：删去或改正其一"
    )


def test_code_without_its_leading_zero(project: Project) -> None:
    path = project.data / "input_output/small.sectors.csv"
    replace_once(path, "\n01001,", "\n1001,")
    assert message(project, DataError) == (
        f"{path}:2：部门代码“1001”应为五位数字\n  怎么办：代码按文本保存，保留前面的 0，如 01001"
    )


def test_coefficient_outside_its_range(project: Project) -> None:
    path = project.parameters / "base.yaml"
    line = replace_once(path, '"63121": 0.7', '"63121": 1.7')
    assert message(project, ParameterError) == (
        f"{path}:{line}：“correlation_coefficient”中 63121 的值 1.7 超出范围 [0, 1]\n"
        "  怎么办：改正该值；允许的范围写在 range"
    )


def test_errors_of_several_files_come_together(project: Project) -> None:
    replace_once(project.data / "province_gdp/small.csv", "2010,河北,第一产业", "2010,河此,第一产业")
    replace_once(project.data / "gdp_index/small.csv", "2009,全国,106.5", "2009,全国,")
    text = message(project, ManyErrors)
    assert text.startswith("共 2 处错误\n")
    assert "列 province：不认识“河此”\n  怎么办：是否想写“河北”？" in text
    assert "列 value：缺少数值\n  怎么办：补上数值；没有公布的数整行不写" in text


def test_sections_that_do_not_sum_to_gdp(project: Project) -> None:
    path = project.data / "section_value_added/small.csv"
    line = replace_once(path, "2019,采矿业,", "2019,采矿业,1")
    text = message(project, DataError)
    total = path.read_text(encoding="utf-8").splitlines()[line - 3].split(",")
    assert total[1] == "全国"
    assert f"{path}:{line - 2} 列 value：2019：分项之和 " in text
    assert f"与合计 {float(total[2]):.2f} 相差 1000.00，超出容差 0.01" in text
