"""Whether a formula can be set."""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.text.formula_markup import foreign_markup


@lru_cache(maxsize=1024)
def formula_problem(tex: str) -> str:
    """What is wrong with a LaTeX formula, in Chinese; ``""`` when it can be set."""
    import ziamath
    from latex2mathml.converter import convert

    if not tex.strip():
        return "公式是空的"
    if tex.count("{") != tex.count("}"):
        return "公式的花括号不成对"
    if r"\tag" in tex:
        return r"公式里不写 \tag，编号写在 $$ 之后的括号里"
    try:
        mathml = convert(tex)
        foreign = foreign_markup(mathml)
        if foreign:
            return f"公式里不能有“{foreign}”：只写数学，不写链接、样式和标签"
        unknown = re.search(r"\\[A-Za-z]+", mathml)
        drawing = "" if unknown else ziamath.Latex(tex).svg()
    except Exception as problem:
        return f"公式无法排印（{type(problem).__name__}）"
    if unknown:
        return f"公式里没有命令“{unknown[0]}”"
    return "公式里有数学字体没有的字符" if re.search(r'<use href="#\w+_0"', drawing) else ""
