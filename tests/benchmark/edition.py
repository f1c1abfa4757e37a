"""One edition of this repository, estimated from loaded tables and from files."""

from __future__ import annotations

import importlib
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
EDITION = 2022
REPEATS = 5
KILOBYTES = 1024
LIBRARIES = (
    "hamilton.driver",
    "hypothesis",  # pandera loads it where it is installed, as it is here
    "pandera.pandas",
    "ruamel.yaml",
    "scipy.linalg",
    "statsmodels.regression.linear_model",
    "reportgen.data.ingredients",
    "reportgen.estimation.estimate",
)


@dataclass(frozen=True)
class FreshRun:
    """What one run in a new process took.

    Attributes:
        import_seconds: importing the libraries.
        seconds: reading, checking and estimating, imports apart.
        megabytes: peak memory of the whole process.
    """

    import_seconds: float
    seconds: float
    megabytes: float


def seconds_of(function: Callable[[], object]) -> float:
    """The time of one call."""
    started = time.perf_counter()
    function()
    return time.perf_counter() - started


def seconds_from_loaded() -> tuple[float, float]:
    """Median and least time to estimate one edition that has been read; a first call, which builds the graph, is not counted."""
    estimate, ingredients, vocabulary = _loaded()
    estimate(ingredients, vocabulary)
    times = [seconds_of(lambda: estimate(ingredients, vocabulary)) for _ in range(REPEATS)]
    return statistics.median(times), min(times)


def fresh_run() -> FreshRun:
    """Estimation from files in a new process, as ``reportgen facts`` does it."""
    command = [sys.executable, "-m", "tests.benchmark.edition"]
    found = subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, text=True)
    return FreshRun(**json.loads(found.stdout))


def _loaded():
    from reportgen.data.ingredients import load_ingredients
    from reportgen.estimation.estimate import estimate
    from reportgen.facts.address import Vocabulary
    from reportgen.project.folders import Project

    project = Project.open(REPOSITORY)
    return estimate, load_ingredients(project, project.edition(EDITION)), Vocabulary.read(project.names)


def _import_all() -> None:
    for name in LIBRARIES:
        importlib.import_module(name)


def _from_files() -> None:
    estimate, ingredients, vocabulary = _loaded()
    estimate(ingredients, vocabulary)


def _measured() -> FreshRun:
    import_seconds, seconds = seconds_of(_import_all), seconds_of(_from_files)
    return FreshRun(import_seconds, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES)


if __name__ == "__main__":
    print(json.dumps(asdict(_measured())))
