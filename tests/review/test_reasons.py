import pytest

from reportgen.errors import DataError
from reportgen.review.published import read_published
from reportgen.review.reasons import DEFAULT_REASON, read_reasons, reason_for


def write(tmp_path, *lines):
    path = tmp_path / "reasons.csv"
    path.write_text("\n".join(("id,metric,scope,year,reason", *lines)) + "\n", encoding="utf-8")
    return path


def test_the_first_fitting_reason_is_taken(tmp_path, stated):
    reasons = read_reasons(write(tmp_path, "P9,,,,误印", ",employment,sector.*,2021,甲", ",employment*,,,乙"))
    mining = "sector.mining"
    assert reason_for(stated("employment", mining, "1", "万人"), reasons) == "甲"
    assert reason_for(stated("employment", mining, "1", "万人", year="2022"), reasons) == "乙"
    assert reason_for(stated("employment_growth", "national", "1", "%"), reasons) == "乙"
    assert reason_for(stated("employment", mining, "1", "万人", id="P9"), reasons) == "误印"
    assert reason_for(stated("value_added", mining, "1", "亿元"), reasons) == DEFAULT_REASON


@pytest.mark.parametrize(
    ("line", "problem"), [("P1,,,,", "reason 为空"), (",,,,因为", "没有任何条件"), ("P1,,因为", "有 3 格")]
)
def test_a_wrong_row_names_its_line(tmp_path, line, problem):
    path = write(tmp_path, line)
    with pytest.raises(DataError, match=problem) as caught:
        read_reasons(path)
    assert caught.value.place == f"{path}:2"


def test_every_declared_reason_is_the_first_for_some_published_row(content):
    reasons = read_reasons(content / "published" / "reasons.csv")
    rows = read_published(content / "published" / "2022.csv")
    used = {next((reason for reason in reasons if reason.fits(row)), None) for row in rows}
    assert [reason for reason in reasons if reason not in used] == []
