"""Commands that speak Chinese and end with an exit code, never with a traceback.

Exit codes: 0 good, 1 something in the content is wrong, 2 the command line is wrong,
3 the program itself failed.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from reportgen.cli.usage import usage_error
from reportgen.errors import ReportError, UsageError, nearest
from reportgen.project.files import hindrance

PROGRAM_FAILED = 3

@dataclass
class Session:
    """What the options before the command say, for the command and for whoever reports its failure."""

    folder: Path = Path()
    debug: bool = False


class _Chinese:
    """Usage line, panels of the help and help option in Chinese, for a command and for a group."""

    def format_help(self, *arguments: Any) -> None:
        from typer import rich_utils  # loads much that only the help needs

        rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
        rich_utils.OPTIONS_PANEL_TITLE = "选项"
        rich_utils.COMMANDS_PANEL_TITLE = "命令"
        rich_utils.DEFAULT_STRING = "[默认：{}]"
        rich_utils.REQUIRED_LONG_STRING = "[必填]"
        super().format_help(*arguments)

    def get_usage(self, ctx: typer.Context) -> str:
        return super().get_usage(ctx).replace("Usage:", "用法：", 1)

    def get_help_option(self, ctx: typer.Context) -> Any:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help, option.metavar = "显示这些说明", ""
        return option


class ChineseCommand(_Chinese, TyperCommand):
    """One command."""


class ChineseGroup(_Chinese, TyperGroup):
    """The program: runs a command and turns whatever it raises into a message and an exit code."""

    def main(self, args: Sequence[str] | None = None, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run and exit; without `standalone_mode` return the exit code instead."""
        session = Session()
        try:
            code = super().main(args, standalone_mode=False, obj=session, **extra) or 0
        except ReportError as error:
            code = _report(error)
        except typer.TyperException as error:
            code = _report(usage_error(error))
        except OSError as error:
            code = _report(_file_error(error))
        except Exception as error:
            code = _report_failure(error, session.debug)
        if standalone_mode:
            sys.exit(code)
        return code

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> Any:
        """As typer, with a Chinese message for a command that does not exist."""
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            known = self.list_commands(ctx)
            remedy = nearest(args[0], known) or f"现有命令：{'、'.join(known)}"
            raise UsageError(f"没有命令 {args[0]}", remedy=remedy)
        return super().resolve_command(ctx, args)


def _report(error: ReportError) -> int:
    typer.echo(f"错误：{error}", err=True)
    return error.exit_code


def _file_error(error: OSError) -> ReportError:
    reason, remedy = hindrance(error)
    return ReportError(f"文件无法读写（{reason}）", place=str(error.filename or ""), remedy=remedy)


def _report_failure(error: Exception, debug: bool) -> int:
    if debug:
        traceback.print_exception(error)
    remedy = "请把以上内容连同命令报告给维护者"
    if not debug:
        remedy = "请在命令前加 --debug 再运行一次，把输出报告给维护者"
    typer.echo(f"程序出错（{type(error).__name__}），不是输入的问题；{remedy}", err=True)
    return PROGRAM_FAILED
