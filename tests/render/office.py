"""Opens files in LibreOffice: a workbook to have every formula computed anew, a Word document to see its pages."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="没有 LibreOffice")

# Without this setting LibreOffice shows the values that the file carries.
_ALWAYS_COMPUTE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>"""

# 宋体 and 黑体 are seldom there where LibreOffice runs.
_FONTS = f"""<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{Path(__file__).parents[2] / "templates/fonts"}</dir>
<alias binding="same"><family>宋体</family><prefer><family>Noto Serif SC</family></prefer></alias>
<alias binding="same"><family>黑体</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>"""


def computed(folder: Path, workbook: bytes) -> openpyxl.Workbook:
    """The workbook as LibreOffice writes it after computing all formulas; cells hold values."""
    path = _converted(folder, "report.xlsx", workbook, "xlsx:Calc MS Excel 2007 XML")
    return openpyxl.load_workbook(path, data_only=True)


def pages(folder: Path, document: bytes) -> PdfReader:
    """The pages of a Word document as LibreOffice sets them, in the fonts of the project."""
    fonts = folder / "fonts.conf"
    fonts.write_text(_FONTS, encoding="utf-8")
    return PdfReader(_converted(folder, "report.docx", document, "pdf", FONTCONFIG_FILE=str(fonts)))


def _converted(folder: Path, name: str, content: bytes, form: str, **environment: str) -> Path:
    assert OFFICE is not None
    given, profile, taken = folder / name, folder / "profile", folder / "taken"
    given.write_bytes(content)
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user/registrymodifications.xcu").write_text(_ALWAYS_COMPUTE, encoding="utf-8")
    made = subprocess.run(
        [
            OFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless",
            "--convert-to", form, "--outdir", str(taken), str(given),
        ],
        capture_output=True, text=True, timeout=300, check=True, env={**os.environ, **environment},
    )  # fmt: skip
    path = (taken / name).with_suffix(f".{form.split(':')[0]}")
    assert path.is_file(), made.stderr
    return path
