"""From a number up to the file and line of every cell that moves it."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from reportgen.estimation.estimate import method
from reportgen.facts.address import Address, Vocabulary
from reportgen.facts.dependence import cell_of, is_numeric
from reportgen.facts.expression import LEAF, Term
from reportgen.facts.fact import Fact
from reportgen.facts.formula import computed
from reportgen.facts.status import Status
from reportgen.facts.trace import Tracer
from reportgen.facts.trace_lines import trace_lines
from reportgen.facts.trace_step import number
from tests.facts.shops import GRAPH, SHOPS, inputs
from tests.small_estimate import SmallRun


@pytest.fixture(scope="module")
def shops(vocabulary: Vocabulary) -> Tracer:
    given = inputs()
    return Tracer(GRAPH, given, GRAPH.run(given), vocabulary)


@pytest.fixture(scope="module")
def tracer(small: SmallRun) -> Tracer:
    return Tracer(method(), small.ingredients, small.estimate.results, small.vocabulary)


def trace(tracer: Tracer, small: SmallRun, text: str) -> list[str]:
    return lines_of(tracer, small.estimate.facts.get(small.vocabulary.parse(text, small.calendar)))


def lines_of(tracer: Tracer, fact: Fact) -> list[str]:
    return trace_lines(fact, tracer.trace(fact))


def shop_fact(metric: str, scope: str, value: float, *years: int) -> Fact:
    return Fact(Address(metric, scope, years), value, "万元", Status.校准, metric)


def stripped(lines: list[str]) -> list[str]:
    return [line.strip() for line in lines]


def test_whole_trace_of_one_shop(shops: Tracer) -> None:
    """The gap of 河北 in 2021 is filled from 2020; 北京 does not appear."""
    assert stripped(lines_of(shops, shop_fact("sales", SHOPS[1], 40.0, 2021))) == [
        "sales = 40.0000 万元　状态：校准",
        "第（1）式：客流乘以人均消费和价格。店 × 年份，万元。",
        "= 客流[河北，2021] × 人均消费[河北] × 2",
        "= 4 × 5 × 2",
        "← 客流[河北，2021] = 4.0000 万人",
        "公布的与补缺的合为一表。店 × 年份，万人。",
        "← 补缺的客流[河北，2021] = 4.0000 万人",
        "缺数的年份沿用上年。店 × 年份，万人。",
        "← 公布的客流[河北，2020] = 4.0000 万人（实际；《小年鉴》；visitors.csv:province.hebei,2020）",
        "← 人均消费[河北] = 5.0000 元（校准；调查；spending.yaml:province.hebei）",
    ]


def test_a_function_is_explained_and_a_cell_followed_only_once(shops: Tracer) -> None:
    lines = lines_of(shops, shop_fact("total_sales", "national", 112.0, 2021))
    assert sum("客流乘以人均消费和价格" in line for line in lines) == 1
    assert sum("visitors.csv:province.beijing,2021" in line for line in lines) == 1


def test_depth_is_shown_by_full_width_blanks(shops: Tracer) -> None:
    lines = lines_of(shops, shop_fact("sales", SHOPS[0], 60.0, 2020))
    depths = [len(line) - len(line.lstrip("　")) for line in lines]
    assert depths == [0, 1, 1, 1, 1, 2, 2, 1]


def test_ranks_name_what_they_compare(shops: Tracer) -> None:
    lines = stripped(lines_of(shops, shop_fact("rank_visitors", SHOPS[0], 1.0, 2020)))
    assert lines[2:5] == [
        "← 同类范围的客流比较而得",
        "共 2 个：1 北京 10.0000；2 河北 4.0000",
        "← 客流[北京，2020] = 10.0000 万人",
    ]


def test_switches_are_shown_with_their_place(shops: Tracer) -> None:
    lines = stripped(lines_of(shops, shop_fact("mean_spending", "national", 5.0)))
    assert lines[-2:] == [
        "← 人均消费[河北] = 5.0000 元（校准；调查；spending.yaml:province.hebei）",
        "· 口径：glad（mood.yaml:）",
    ]


def test_a_trace_can_be_asked_for_again(shops: Tracer) -> None:
    fact = shop_fact("total_sales", "national", 112.0, 2021)
    assert lines_of(shops, fact) == lines_of(shops, fact)


def test_the_line_named_holds_the_number(tracer: Tracer, small: SmallRun) -> None:
    (source,) = (
        line for line in trace(tracer, small, "GDP名义增速.河北[2020]") if "地区生产总值[河北，2020]" in line
    )
    file, line = re.search(r"；(content/\S+\.csv):(\d+) 列 value）$", source).groups()
    text = (small.project.root / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    value = re.search(r" = ([\d.]+) 亿元", source)[1]
    assert text.startswith("2020,河北,合计,")
    assert float(text.split(",")[3]) == pytest.approx(float(value))


def test_the_parameter_line_holds_the_coefficient(tracer: Tracer, small: SmallRun) -> None:
    lines = trace(tracer, small, "相关系数.子行业.计算机")
    (source,) = (line for line in lines if "calibrated.yaml" in line)
    file, line = re.search(r"；(content/parameters/calibrated\.yaml):(\d+)）$", source).groups()
    text = (small.project.root / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert text.strip() == '"39088": 0.25'


def test_filled_value_shows_growth_and_the_year_it_starts_from(tracer: Tracer, small: SmallRun) -> None:
    lines = trace(tracer, small, "行业增加值.采矿业[2021]")
    assert lines[0] == "行业增加值.采矿业[2021] = 360.2546 亿元　状态：推算"
    sources = [line.strip() for line in lines if "；content/data/" in line]
    assert [re.match(r"← (\S+) =", source)[1] for source in sources] == [
        "行业增加值[采矿业，2019]",
        "行业增加值实际增速[采矿业，2020]",
        "行业增加值实际增速[采矿业，2021]",
    ]


def test_inputs_that_move_nothing_do_not_appear(tracer: Tracer, small: SmallRun) -> None:
    """Direct value added of manufacturing has nothing to do with telecommunications or the flows of the table."""
    text = "\n".join(trace(tracer, small, "直接产业增加值.制造业[2021]"))
    assert "39088" in text
    assert "63121" not in text
    assert "中间流量" not in text


def test_many_cells_are_summed_up(tracer: Tracer, small: SmallRun) -> None:
    text = "\n".join(trace(tracer, small, "关联产出.部门.34067"))
    assert re.search(r"← 直接消耗系数（12 个以上的数，整体加 1%，此数变动 \+[\d.]+%），用到：", text)
    assert "写不成一行算式" in text
    assert "中间流量（某统计局《小年鉴》）" in text


def test_the_sample_of_every_metric_is_traced(tracer: Tracer, small: SmallRun) -> None:
    """One cell of every metric, the last of its table: its formula gives it back and names all that moves it."""
    seen = {fact.address.metric: fact for fact in small.estimate.facts}
    without = set()
    for metric, fact in seen.items():
        step = tracer.trace(fact)
        assert number(step.value) == number(fact.value)
        if step.formula is None:
            without.add(metric)
        else:
            assert number(computed(step.formula.numbers)) == number(fact.value), metric
        assert step.compared or step.inputs or step.remark, metric
    ranks = {name for name in seen if method().declaration(name).ranks}
    copied = {name for name, fact in seen.items() if is_copied(tracer, fact)}
    assert without - ranks - copied <= {"linkage_form_difference", "provincial_industry_employment"}


def is_copied(tracer: Tracer, fact: Fact) -> bool:
    term = tracer.term(fact.address.metric, cell_of(fact.address, tracer.results))
    return not isinstance(term, Term) or term.kind == LEAF


def test_every_step_that_moves_a_number_is_in_its_formula(tracer: Tracer, small: SmallRun) -> None:
    """Whatever moves a number when it is nudged is a cell of its formula, for every function."""
    dependence = tracer._dependence
    for name, table in small.estimate.results.items():
        if method().declaration(name).ranks or not isinstance(table, pd.DataFrame) or table.empty:
            continue
        cell = (table.index[-1], table.columns[-1])
        term = tracer.term(name, cell)
        if not isinstance(term, Term) or term.value == 0:
            continue
        leaves = {leaf.parts for leaf in term.leaves()}
        measured = {
            (above, one)
            for above in method().parameters(name)
            if above in dependence.values and is_numeric(dependence.values[above])
            for one in dependence.cells(name, cell, above, 10_000)
        }
        assert measured <= leaves, name


def test_a_number_that_nothing_moves_says_so(tracer: Tracer, small: SmallRun) -> None:
    lines = trace(tracer, small, "直接贡献率.农林牧渔业")
    assert "算式中的常数" in lines[2]
