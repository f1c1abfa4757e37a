import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PROGRAM = """
import os, sys
from reportgen.preview.easel import Easel
from reportgen.project.folders import Project
from pathlib import Path
if __name__ == "__main__":
    easel = Easel(Project(Path(sys.argv[1])))
    easel.warm_up()
    print(*easel._pool._processes, flush=True)
    sys.stdin.read()
"""


def alive(process: int) -> bool:
    """Whether a process runs; one that has ended and waits for its parent does not."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def test_the_processes_end_with_the_preview_however_it_ends(tmp_path):
    script = tmp_path / "program.py"
    script.write_text(PROGRAM, encoding="utf-8")
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, str(script), str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        text=True, env=os.environ | {"PYTHONPATH": str(root)},
    ) as program:  # fmt: skip
        processes = [int(word) for word in program.stdout.readline().split()]
        assert len(processes) == 2 and all(map(alive, processes))
        program.send_signal(signal.SIGKILL)
    end = time.monotonic() + 30
    while any(map(alive, processes)):
        assert time.monotonic() < end, "still running"
        time.sleep(0.05)
