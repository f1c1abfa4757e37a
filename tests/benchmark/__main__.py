"""测量测算核心、绘图和预览的时间，以及内存：python -m tests.benchmark（make bench）。"""

from __future__ import annotations

import os
import platform

import numpy as np
from rich.console import Console
from rich.table import Table

from tests.benchmark import charts, preview
from tests.benchmark.edition import REPEATS, fresh_run, seconds_from_loaded
from tests.benchmark.growth import SIZES, exponent, seconds_for
from tests.benchmark.result import Result


def results() -> list[Result]:
    """Everything that is measured, in the order of the table."""
    fresh = fresh_run()
    median, least = seconds_from_loaded()
    growth = {size: seconds_for(size) for size in SIZES}
    return [
        Result(f"由已载入的表测算一版（{REPEATS} 次的中位数）", median, "秒", 0.5),
        Result("　其中最快的一次", least, "秒"),
        Result("由文件读起测算一版（新进程，不计导入）", fresh.seconds, "秒", 2.0),
        Result("　导入所用，另计", fresh.import_seconds, "秒"),
        Result("峰值内存（新进程，由文件读起）", fresh.megabytes, "MB", 400.0),
        *(
            Result(f"第（4）至（6）式，{size} 个部门（最快的一次）", seconds, "秒")
            for size, seconds in growth.items()
        ),
        Result("　耗时随部门数增长的指数", exponent(growth), "1", 3.0),
    ]


def main() -> None:
    """Print the table."""
    table = Table("项目", "测得", "单位", "目标", "结论")
    for column in (1, 3):
        table.columns[column].justify = "right"
    for result in results():
        table.add_row(*result.cells())
    console = Console()
    console.print(f"Python {platform.python_version()}，numpy {np.__version__}，{os.cpu_count()} 核")
    console.print(table)
    for line in (*charts.report(), *preview.report()):
        console.print(line)


if __name__ == "__main__":
    main()
