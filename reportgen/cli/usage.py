"""What typer says about a wrongly used command line, said in Chinese."""

from __future__ import annotations

import re

import typer

from reportgen.errors import UsageError, nearest

_EXTRA = re.compile(r"unexpected extra argument\(s\) \((?P<words>.*)\)")
_NO_VALUE = "does not take a value"


def usage_error(error: typer.TyperException) -> UsageError:
    """The Chinese form of an error that typer raised while it read the command line."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "reportgen"
    problem, hint = _problem(error)
    return UsageError(problem, remedy=hint or f"用 {command} --help 查看用法")


def _problem(error: typer.TyperException) -> tuple[str, str]:
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return f"没有选项 {error.option_name}", nearest(error.option_name, _options(error))
    if kind == "MissingParameter":
        return f"缺少参数 {_parameter(error)}", ""
    if kind == "BadOptionUsage":
        need = "不带值" if _NO_VALUE in error.message else "后面要有一个值"
        return f"选项 {error.option_name} {need}", ""
    extra = _EXTRA.search(error.message)
    if extra:
        return f"多余的参数：{extra['words']}", ""
    if kind == "BadParameter":
        return f"参数 {_parameter(error)} 不对：{error.message}", ""
    return f"命令用法不对：{error.format_message()}", ""


def _parameter(error: typer.TyperException) -> str:
    parameter = error.param
    if parameter is None:
        return ""
    return parameter.metavar or " / ".join(parameter.opts)


def _options(error: typer.TyperException) -> list[str]:
    if error.ctx is None:
        return []
    return [option for parameter in error.ctx.command.get_params(error.ctx) for option in parameter.opts]
