"""Read a YAML file into a checked model; every message names the file and the line."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from reportgen.errors import ContentError, nearest, raise_all

Model = TypeVar("Model", bound=BaseModel)

_MESSAGES = {
    "missing": "缺少必填项",
    "extra_forbidden": "没有这一项",
    "int_parsing": "应为整数",
    "int_type": "应为整数",
    "int_from_float": "应为整数",
    "float_parsing": "应为数字",
    "float_type": "应为数字",
    "string_type": "应为文字（必要时加引号）",
    "list_type": "应为列表",
    "dict_type": "应为“键: 值”的映射",
    "date_from_datetime_parsing": "应为日期，如 2022-12-01",
    "literal_error": "不在允许的取值之内",
    "enum": "不在允许的取值之内",
    "string_pattern_mismatch": "格式不对",
}
_TAB = "'\\t'"
_SYNTAX = (
    ("mapping values are not allowed", "这里多了一个冒号，或上一行的引号、缩进有误"),
    ("could not find expected ':'", "缺少冒号"),
    ("expected <block end>", "缩进与上面各行不一致"),
    ("expected ',' or ']'", "方括号没有成对，或缺少逗号"),
    ("expected ',' or '}'", "花括号没有成对，或缺少逗号"),
    ("unexpected end of stream", "引号没有成对"),
    ("undefined alias", "以 * 开头的文字要加引号"),
    ("cannot start any token", "以特殊符号开头的文字要加引号"),
)


def read_yaml(path: Path, error: type[ContentError] = ContentError) -> Any:
    """Parse a YAML 1.2 file; mappings keep their line numbers (``.lc``). What is returned is only to be read.

    Raises:
        error: missing file, wrong encoding, or bad YAML, with the line.
    """
    if not path.is_file():
        siblings = [other.name for other in path.parent.glob("*.yaml")] if path.parent.is_dir() else []
        raise error(
            "没有这个文件", place=str(path), remedy=nearest(path.name, siblings) or "检查文件名和所在文件夹"
        )
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as problem:
        raise error("文件不是 UTF-8 编码", place=str(path), remedy="用编辑器另存为 UTF-8") from problem
    return _parsed(text, path, error)


@lru_cache(maxsize=64)
def _parsed(text: str, path: Path, error: type[ContentError]) -> Any:
    """Kept: the preview reads all files again when one has been saved, and parsing is what takes time."""
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import DuplicateKeyError
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML(typ="rt").load(text)
    except DuplicateKeyError as problem:
        line = problem.problem_mark.line + 1
        raise error("同一项写了两次", place=f"{path}:{line}", remedy="删去其中一处") from problem
    except MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        detail, remedy = _syntax(problem, text)
        raise error(detail, place=f"{path}:{line}", remedy=remedy) from problem
    except RecursionError:
        raise error("括号或缩进层数过多", place=str(path), remedy="检查是否多写了括号") from None
    except YAMLError as problem:
        raise error("文件中有不可见的控制字符", place=str(path), remedy="删去后另存为 UTF-8") from problem


def _syntax(problem: Any, text: str) -> tuple[str, str]:
    """What is wrong with YAML that cannot be parsed, and what to do."""
    english = problem.problem or ""
    if _TAB in english:
        before = text.split("\n")[problem.problem_mark.line][: problem.problem_mark.column]
        where = "这里" if before.strip() else "缩进"
        return f"{where}不能用制表符", "把制表符改为空格"
    detail = next((chinese for part, chinese in _SYNTAX if part in english), english)
    return f"不是合法的 YAML（{detail}）", "检查该行的缩进、冒号和引号"


def read_model(path: Path, model: type[Model], error: type[ContentError] = ContentError) -> Model:
    """Read a YAML file into a pydantic model; all errors of the file are reported together.

    Raises:
        error: as `read_yaml`, or a missing, unknown or ill-typed item, with its line.
    """
    content = read_yaml(path, error)
    if not isinstance(content, dict):
        raise error("文件应为“键: 值”的映射", place=f"{path}:1", remedy="参照同一文件夹中的其他文件")
    try:
        return model.model_validate(plain(content))
    except ValidationError as problem:
        raise_all([_message(path, content, detail, model, error) for detail in problem.errors()])
        raise


def line_of(content: Any, keys: tuple[Any, ...]) -> int:
    """The line (from 1) of an item in a mapping read by `read_yaml`, or of its nearest parent."""
    line = 1
    for key in keys:
        try:
            line = (content.lc.item(key) if isinstance(content, list) else content.lc.key(key))[0] + 1
            content = content[key]
        except (AttributeError, KeyError, TypeError, IndexError):
            break
    return line


def plain(content: Any) -> Any:
    """Plain dicts, lists and scalars from what `read_yaml` gave."""
    if isinstance(content, dict):
        return {key: plain(value) for key, value in content.items()}
    if isinstance(content, list):
        return [plain(value) for value in content]
    return content


def _message(path, content, detail, model, error) -> ContentError:
    keys = tuple(detail["loc"])
    name = ".".join(str(key) for key in keys if "[" not in str(key))
    problem = _MESSAGES.get(detail["type"], "写法不对")
    if detail["type"] in ("literal_error", "enum"):
        expected = str(detail.get("ctx", {}).get("expected", ""))
        problem += f"：{expected.replace(' or ', '、').replace(', ', '、')}"
    known = list(model.model_fields) if len(keys) == 1 else []
    if detail["type"] == "value_error":
        problem = str(detail["ctx"]["error"])
    remedy = nearest(str(keys[-1]), known) if detail["type"] == "extra_forbidden" else ""
    return error(
        f"“{name}”{problem}" if name else problem,
        place=f"{path}:{line_of(content, keys)}",
        remedy=remedy or "改正该项后重试",
    )
