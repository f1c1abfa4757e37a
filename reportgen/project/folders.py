"""Where things are: the folders of a project, and the one place that knows them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reportgen.errors import EditionError, UsageError
from reportgen.project.cache import Cache

if TYPE_CHECKING:
    from reportgen.project.edition import Edition


@dataclass(frozen=True)
class Project:
    """A folder with ``content/``, ``figures/`` and ``templates/``; ``build/`` is made in it."""

    root: Path

    @classmethod
    def open(cls, root: Path) -> Project:
        """The project in a folder.

        Raises:
            UsageError: one of the three folders is missing.
        """
        missing = [name for name in ("content", "figures", "templates") if not (root / name).is_dir()]
        if missing:
            raise UsageError(
                f"缺少文件夹 {'、'.join(missing)}",
                place=str(root),
                remedy="在项目根目录运行，或用 --project 指定含 content、figures、templates 的文件夹",
            )
        return cls(root.resolve())

    @property
    def content(self) -> Path:
        """What people supply."""
        return self.root / "content"

    @property
    def data(self) -> Path:
        """Official statistics with their cards."""
        return self.content / "data"

    @property
    def parameters(self) -> Path:
        """Coefficients and switches."""
        return self.content / "parameters"

    @property
    def presets(self) -> Path:
        """Named sets of method switches."""
        return self.content / "presets"

    @property
    def calibration(self) -> Path:
        """Calibration plans, one an edition."""
        return self.content / "calibration"

    @property
    def chapters(self) -> Path:
        """Narrative fragments."""
        return self.content / "chapters"

    def own_chapters(self, edition: int) -> Path:
        """What one edition prints in place of them; need not exist."""
        return self.content / "editions" / str(edition) / "chapters"

    def chapter_file(self, place: str) -> Path:
        """The file that places call ``20-overall.md`` or ``2021/chapters/20-overall.md``."""
        return (self.content / "editions" if "/" in place else self.chapters) / place

    def sign_offs(self, edition: int) -> Path:
        """Which passages of an edition are signed; need not exist."""
        return self.content / "editions" / str(edition) / "review.csv"

    def frozen(self, edition: int) -> Path:
        """What an edition was when it was published; need not exist."""
        return self.content / "editions" / str(edition) / "published"

    @property
    def published(self) -> Path:
        """What published papers printed."""
        return self.content / "published"

    @property
    def maps(self) -> Path:
        """Outlines of the provinces."""
        return self.content / "maps"

    @property
    def figures(self) -> Path:
        """One file a figure."""
        return self.root / "figures"

    @property
    def templates(self) -> Path:
        """Page templates, styles and fonts."""
        return self.root / "templates"

    @property
    def inputs(self) -> list[Path]:
        """Everything people supply that can change a number."""
        numbers = [self.data, self.parameters, self.presets, self.content / "context", self.names]
        return [*numbers, self.published]

    @property
    def cache(self) -> Cache:
        """What takes long to make, kept between runs."""
        return Cache(self.root / "build" / "cache")

    def build(self, edition: int) -> Path:
        """Everything generated for one edition."""
        return self.root / "build" / str(edition)

    @property
    def names(self) -> Path:
        """The vocabulary of metrics and scopes."""
        return self.content / "names.csv"

    def editions(self) -> list[int]:
        """The editions that have a file, oldest first."""
        return sorted(
            int(path.stem) for path in (self.content / "editions").glob("*.yaml") if path.stem.isdecimal()
        )

    def edition_file(self, name: int) -> Path:
        """The file of one edition.

        Raises:
            EditionError: no such edition.
        """
        path = self.content / "editions" / f"{name}.yaml"
        if not path.is_file():
            known = "、".join(str(year) for year in self.editions())
            raise EditionError(f"没有 {name} 年版", place=str(path), remedy=f"现有版本：{known or '无'}")
        return path

    def edition(self, name: int) -> Edition:
        """Load one edition.

        Raises:
            EditionError: no such edition, or its file is wrong.
        """
        from reportgen.project.edition import Edition
        from reportgen.project.yaml_file import read_model

        path = self.edition_file(name)
        edition = read_model(path, Edition, EditionError)
        if edition.edition != name:
            raise EditionError(
                f"文件中的 edition 为 {edition.edition}", place=str(path), remedy=f"改为 {name}"
            )
        return edition
