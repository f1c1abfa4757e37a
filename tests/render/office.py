"""Opens a workbook in LibreOffice, has every formula computed anew, and brings back what the cells then hold."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="没有 LibreOffice")

# Without this setting LibreOffice shows the values that the file carries.
_ALWAYS_COMPUTE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""


def computed(folder: Path, workbook: bytes) -> openpyxl.Workbook:
    """The workbook as LibreOffice writes it after computing all formulas; cells hold values."""
    assert OFFICE is not None
    given, profile, taken = folder / "report.xlsx", folder / "profile", folder / "taken"
    given.write_bytes(workbook)
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user/registrymodifications.xcu").write_text(_ALWAYS_COMPUTE, encoding="utf-8")
    made = subprocess.run(
        [
            OFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless",
            "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(taken), str(given),
        ],
        capture_output=True, text=True, timeout=300, check=True,
    )  # fmt: skip
    assert (taken / given.name).is_file(), made.stderr
    return openpyxl.load_workbook(taken / given.name, data_only=True)
