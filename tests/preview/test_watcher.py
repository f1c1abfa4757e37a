import asyncio
from pathlib import Path

import pytest
from watchfiles import Change

from reportgen.preview.watcher import ContentFilter, saved
from reportgen.project.folders import Project


@pytest.mark.parametrize("name", ["20-overall.md", "names.csv", "employment.py"])
def test_what_people_save_matters(name):
    assert ContentFilter()(Change.modified, f"/content/{name}")


@pytest.mark.parametrize("name", [".20-overall.md.swp", "20-overall.md~", "#20-overall.md#", "~$names.csv"])
def test_what_editors_keep_beside_it_does_not(name):
    assert not ContentFilter()(Change.modified, f"/content/{name}")


def test_a_saved_file_is_told(tmp_path: Path):
    for name in ("content", "figures", "templates"):
        (tmp_path / name).mkdir()
    file = tmp_path / "content/a.md"

    async def first() -> set[Path]:
        async def save() -> None:
            while True:
                await asyncio.sleep(0.1)
                file.write_text("字", encoding="utf-8")

        saving = asyncio.create_task(save())
        try:
            async for paths in saved(Project(tmp_path)):
                return paths
        finally:
            saving.cancel()
        return set()

    assert asyncio.run(asyncio.wait_for(first(), 30)) == {file}
