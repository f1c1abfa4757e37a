"""What is kept is given back only while nothing that made it has changed."""

import os
from pathlib import Path

import pytest

from reportgen.project import cache as module
from reportgen.project.cache import Cache, key_of


class Maker:
    def __init__(self):
        self.times = 0

    def __call__(self):
        self.times += 1
        return {"值": self.times}


@pytest.fixture
def maker():
    return Maker()


def test_a_value_is_made_once(tmp_path, maker):
    cache = Cache(tmp_path / "cache")
    assert [cache.get("数", "a", maker) for _ in range(3)] == [{"值": 1}] * 3
    assert cache.get("数", "b", maker) == {"值": 2}


@pytest.mark.parametrize("content", [b"", b"x" * 20, b"x" * 400])
def test_a_broken_file_counts_as_absent(tmp_path, maker, content):
    cache = Cache(tmp_path)
    cache.get("数", "a", maker)
    (file,) = tmp_path.glob("*.pickle")
    file.write_bytes(content)
    assert cache.get("数", "a", maker) == {"值": 2}
    assert cache.get("数", "a", maker) == {"值": 2}


def test_one_altered_byte_is_noticed(tmp_path, maker):
    cache = Cache(tmp_path)
    cache.get("数", "a", maker)
    (file,) = tmp_path.glob("*.pickle")
    content = bytearray(file.read_bytes())
    content[-2] ^= 1
    file.write_bytes(bytes(content))
    assert cache.get("数", "a", maker) == {"值": 2}


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path, maker):
    (tmp_path / "cache").write_text("不是文件夹", encoding="utf-8")
    assert Cache(tmp_path / "cache").get("数", "a", maker) == {"值": 1}


def test_only_the_newest_are_kept(tmp_path, maker):
    cache = Cache(tmp_path)
    for key in "abc":
        cache.get("数", key, maker)
    cache.get("图", "a", maker)
    cache.keep_newest("数", 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["图-a.pickle", "数-c.pickle"]


def test_what_a_killed_run_left_goes_with_the_oldest(tmp_path, maker):
    cache = Cache(tmp_path)
    cache.get("数", "a", maker)
    (tmp_path / ".数-b.pickle.x1").write_bytes(b"half")
    (tmp_path / ".图-b.pickle.x1").write_bytes(b"half")
    cache.keep_newest("数", 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".图-b.pickle.x1", "数-a.pickle"]


def test_a_file_that_another_process_removes_meanwhile_does_no_harm(tmp_path, maker, monkeypatch):
    cache = Cache(tmp_path)
    cache.get("数", "a", maker)
    gone = tmp_path / "数-b.pickle"
    monkeypatch.setattr(Path, "glob", lambda folder, pattern: [gone, *Path.rglob(folder, "数-a.pickle")])
    cache.keep_newest("数", 0)
    assert list(tmp_path.iterdir()) == []


def test_the_order_of_times_changes_no_value(tmp_path, maker):
    cache = Cache(tmp_path)
    cache.get("数", "a", maker)
    os.utime(tmp_path / "数-a.pickle", (4e9, 4e9))
    cache.get("数", "b", maker)
    os.utime(tmp_path / "数-b.pickle", (0, 0))
    cache.keep_newest("数", 1)
    assert [cache.get("数", key, maker) for key in "ab"] == [{"值": 1}, {"值": 3}]


def test_the_key_follows_the_libraries(tmp_path, monkeypatch):
    before = key_of([tmp_path])
    monkeypatch.setattr(module, "_libraries", lambda: ("numpy-99.dist-info",))
    assert key_of([tmp_path]) != before


def test_the_key_follows_names_contents_and_settings(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "甲.csv").write_text("1", encoding="utf-8")
    keys = [key_of([folder], 2021), key_of([folder], 2022)]
    (folder / "甲.csv").write_text("2", encoding="utf-8")
    keys.append(key_of([folder], 2022))
    (folder / "甲.csv").rename(folder / "乙.csv")
    keys.append(key_of([folder], 2022))
    (folder / "丙.csv").write_text("", encoding="utf-8")
    keys.append(key_of([folder], 2022))
    assert len(set(keys)) == len(keys)
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "甲.pyc").write_bytes(b"1")
    assert key_of([folder], 2022) == keys[-1]
