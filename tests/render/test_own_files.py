"""The typesetter reads files in the templates and pictures in the page, and nothing else."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from reportgen.render.own_files import own_files

PIXEL = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "own.css").write_text("p{}", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "away.css").symlink_to(tmp_path / "secret.txt")
    return folder


def test_own_files_and_pictures_in_the_page_are_read(templates: Path) -> None:
    fetcher = own_files(templates)
    assert fetcher.fetch((templates / "own.css").as_uri()).read() == b"p{}"
    assert b"svg" in fetcher.fetch(PIXEL).read()


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "file://localhost/etc/passwd",
        "FILE:///etc/passwd",
        "http://127.0.0.1:9/a.png",
        "https://example.com/a.css",
        "ftp://example.com/a",
        "data:text/html,<script>alert(1)</script>",
        "data:text/css,@import 'http://example.com'",
        "{folder}/../secret.txt",
        "{folder}/%2e%2e/secret.txt",
        "{folder}/away.css",
        "{folder}-beside/a.css",
        "own.css",
    ],
)
def test_everything_else_is_refused(templates: Path, url: str) -> None:
    with pytest.raises(ValueError, match="只读 templates"):
        own_files(templates).fetch(url.replace("{folder}", templates.as_uri()))


def test_weasyprint_asks_it_for_pictures_styles_and_those_within_svg(
    templates: Path, caplog: pytest.LogCaptureFixture
) -> None:
    from weasyprint import HTML

    inner = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cimage href='file:///etc/hosts'/%3E%3C/svg%3E"
    page = (
        '<link rel="stylesheet" href="file:///etc/passwd"><style>@import url(http://127.0.0.1:9/a.css);'
        "body{background:url(file:///etc/hostname)}</style>"
        f'<img src="http://127.0.0.1:9/a.png"><img src="{inner}"><p>甲</p>'
    )
    with caplog.at_level(logging.WARNING, "weasyprint"):
        logger = logging.getLogger("weasyprint")
        logger.propagate, before = True, logger.propagate
        try:
            HTML(string=page, base_url=str(templates), url_fetcher=own_files(templates)).write_pdf()
        finally:
            logger.propagate = before
    text = caplog.text
    for address in ("/etc/passwd", "a.css", "/etc/hostname", "a.png"):
        assert any(address in line and "只读 templates" in line for line in text.splitlines()), address
