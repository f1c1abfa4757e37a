"""附录二 二：就业人员的补缺，各省分产业就业与劳动生产率。第（11）式的分母。"""

from __future__ import annotations

import pandas as pd

from reportgen.estimation.iomath import biproportional, extrapolate
from reportgen.facts.declaration import fact
from reportgen.facts.status import Status


@fact("预测年全国就业人员", "万人", low=0, status=Status.预测)
def forecast_national_employment(
    national_employment: pd.DataFrame, forecast_rule: str, forecast_window: int, forecast_year: int
) -> pd.DataFrame:
    """三次产业就业人员按外推规则推一年，全国为三者之和。4 × 1，万人。"""
    parts = extrapolate(national_employment.drop(index="national"), forecast_rule, forecast_window)
    return pd.concat([pd.Series({"national": parts.sum()}), parts]).to_frame(forecast_year)


@fact("全国就业人员", "万人", low=0, status=Status.实际)
def employed_persons(
    national_employment: pd.DataFrame, forecast_national_employment: pd.DataFrame, first_year: int
) -> pd.DataFrame:
    """全国及三次产业就业人员，基年至预测年。4 × 年份，万人。"""
    return national_employment.join(forecast_national_employment).loc[:, first_year:]


@fact("补缺的各省就业人员", "万人", low=0, status=Status.推算)
def imputed_provincial_employment(
    provincial_employment_total: pd.DataFrame, employed_persons: pd.DataFrame
) -> pd.DataFrame:
    """没有公布数的年份：各省占合计的比重沿用最近的公布年，乘以全国就业人员。省 × 缺数年份，万人。"""
    share = provincial_employment_total / provincial_employment_total.sum()
    national = employed_persons.loc["national"]
    filled = share.reindex(columns=national.index).ffill(axis="columns").bfill(axis="columns") * national
    return filled.drop(columns=provincial_employment_total.columns)


@fact("各省就业人员", "万人", low=0, status=Status.实际)
def provincial_employed_persons(
    provincial_employment_total: pd.DataFrame, imputed_provincial_employment: pd.DataFrame
) -> pd.DataFrame:
    """各省就业人员：公布值与补缺值合为一表。省 × 年份，万人。"""
    joined = provincial_employment_total.join(imputed_provincial_employment)
    return joined.reindex(columns=sorted(joined.columns))


@fact("各省分产业就业人员", "万人", low=0, status=Status.推算)
def provincial_industry_employment(
    provincial_employed_persons: pd.DataFrame,
    employed_persons: pd.DataFrame,
    provincial_industry_gdp: pd.DataFrame,
    labour_productivity_of_industry: pd.DataFrame,
    biproportional_tolerance: float,
    biproportional_iterations: int,
) -> pd.DataFrame:
    """各省分产业就业人员：逐年以双比例法（RAS）由省合计与全国产业合计推算。（省，产业）× 年份，万人。

    种子为各省各产业生产总值除以该产业全国劳动生产率；省合计先等比例调到全国合计。
    """
    industries = employed_persons.drop(index="national")
    seed = provincial_industry_gdp.div(
        labour_productivity_of_industry.loc[industries.index], level="industry"
    )
    totals = provincial_employed_persons * (industries.sum() / provincial_employed_persons.sum())
    tables = {
        year: biproportional(
            seed[year].unstack("industry"),
            totals[year],
            industries[year],
            biproportional_tolerance,
            biproportional_iterations,
        ).stack()
        for year in totals.columns
    }
    return pd.DataFrame(tables).reindex(provincial_industry_gdp.index)


@fact("全国分产业劳动生产率", "万元/人", equation="（11）", low=0)
def labour_productivity_of_industry(
    national_gdp: pd.DataFrame, employed_persons: pd.DataFrame
) -> pd.DataFrame:
    """Pro^j_n = GDP^j_n / L^j_n。（全国、三次产业）× 年份，万元/人。"""
    return national_gdp / employed_persons


@fact("各省分产业劳动生产率", "万元/人", equation="（11）", low=0)
def labour_productivity_of_province(
    provincial_industry_gdp: pd.DataFrame, provincial_industry_employment: pd.DataFrame
) -> pd.DataFrame:
    """Pro^j_p,n = GDP^j_p,n / L^j_p,n。（省，产业）× 年份，万元/人。"""
    return provincial_industry_gdp / provincial_industry_employment
