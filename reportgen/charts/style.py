"""The look of every chart: sizes in points, one colour for one thing, the same in the whole paper."""

from __future__ import annotations

MILLIMETRE = 72 / 25.4
WIDTH = 168.17 * MILLIMETRE  # the full width of a figure on the page
NARROW_WIDTH = 96 * MILLIMETRE  # a figure on a phone: text of 8 pt comes out at 10 px on a screen of 390 px
ZERO = 20 * MILLIMETRE  # the left edge of the text column: the zero line of every chart
ROW = 18.0  # the baseline step of the page: chart heights are multiples of it

FAMILY = "Noto Sans SC"
REGULAR, SEMIBOLD = 400, 600
LABEL, VALUE, SMALLEST = 8.0, 7.5, 7.0  # text sizes; nothing in print is smaller than SMALLEST
CLEARANCE = 1.5  # space between two texts side by side, at least
LABEL_PITCH = 10.0  # baselines of two neighbouring labels are at least this far apart

PAPER, WHITE = "#FFFFFF", "#FFFFFE"
INK, INK2, INK3 = "#1B2430", "#465362", "#5F6B79"
BRAND = "#14457A"
RULE, HAIRLINE, WASH = "#B9C3CE", "#DDE3EA", "#F2F5F9"
MARK_INK = "#1B2431"  # ink of a label on a mark: its own code, for it turns otherwise on a dark ground

WHITE_ON_STEP, INK_ON_STEP = "#FFFFFD", "#1B2432"  # labels on ordered colours: on a dark ground high is light

RANKED = "#737A84"  # bars that compare many units by one measure
NOT_BELOW, BELOW = "#1A5B99", "#B8643C"  # dots at or above, and below, the value of the whole

SERIES = {
    "national": "#2B3644",
    "direct": "#1A5B99",
    "indirect": "#45A29A",
    "direct.platform": "#3F3785",
    "direct.network": "#1F7DA3",
    "direct.data": "#BA8A2A",
    "direct.security": "#9C3354",
    "industry.primary": "#7E9B38",
    "industry.secondary": "#2C4A6C",
    "industry.tertiary": "#A8452A",
}
HEAT = ("#F3F6F9", "#D8E5F1", "#AFCBE4", "#7FA9CE", "#3F76AD", "#174A80")  # ordered steps, low to high
_SECTIONS = {  # a section has the colour of its industry; those not listed belong to the third
    "sector.agriculture": "industry.primary",
    "sector.mining": "industry.secondary",
    "sector.manufacturing": "industry.secondary",
    "sector.utilities": "industry.secondary",
    "sector.construction": "industry.secondary",
}

FORECAST_TINT = 0.30
HATCH_WIDTH, HATCH_PITCH, OUTLINE = 0.55, 3.4, 0.6
DASHES = (2.4, 1.8)
DOTS = (1.0, 2.0)


def colour_of(scope: str) -> str:
    """The colour of a scope (English name); scopes without a colour of their own share the neutral one."""
    return SERIES.get(industry_of(scope) if scope.startswith("sector.") else scope, RANKED)


def industry_of(section: str) -> str:
    """The industry (English name) to which a section of GB/T 4754-2017 belongs."""
    return _SECTIONS.get(section, "industry.tertiary")


def tint(colour: str, part: float = FORECAST_TINT) -> str:
    """A colour mixed with paper, `part` of it left."""
    mixed = (round(own * part + 255 * (1 - part)) for own in _channels(colour))
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def ink_on(colour: str) -> str:
    """The colour of a label on a filled mark: white where it reads at 4.5:1, else ink."""
    return WHITE if contrast(colour, PAPER) >= 4.5 else MARK_INK


def ink_on_step(colour: str) -> str:
    """The colour of a label on an ordered colour."""
    return WHITE_ON_STEP if contrast(colour, PAPER) >= 4.5 else INK_ON_STEP


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours by WCAG 2, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))


def _luminance(colour: str) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
