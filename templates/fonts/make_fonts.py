"""Make the four faces of the paper from the full Noto fonts.

    make fonts        (or: python templates/fonts/make_fonts.py, with fontTools and npm at hand)

The full fonts come from the npm packages below, whose versions and checksums are pinned. Each face is
cut down to GB2312, to the signs that Chinese statistical text uses, and to every character found in
``content/``, ``figures/`` and ``templates/``, so that a person's or a place's rare character is there
when a chapter names it. The same sources and texts give the same bytes.

Licence of the fonts: SIL Open Font License 1.1, see OFL.txt in this folder.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]

SANS_SHA512 = "9rAwdFTFHbO/u6Cs0gj2jZbW74TGIiaFNQnXYH2s5wA1bzVkwbaviL4t8YUV642eGYjg86eH6DkAEQmfNHDncQ=="
SERIF_SHA512 = "fSmUpiSFtSeyHV45/2xUOy5SdfExklQwwMKN3cQjAZAujITHDmSbpMHCVdCMhRqMjQtu0ZRgc29u8A+CU3akfw=="


class Package(NamedTuple):
    """An npm package, and the sha512 that npm states for it."""

    name: str
    version: str
    sha512: str

    @property
    def archive(self) -> str:
        """The file name that ``npm pack`` gives it."""
        return f"{self.name.lstrip('@').replace('/', '-')}-{self.version}.tgz"


class Face(NamedTuple):
    """One font file to make, and the font of its package that it is cut from."""

    package: Package
    family: str
    style: str
    weight: int

    @property
    def target(self) -> str:
        """The file name here: ``NotoSansSC-Regular.ttf``."""
        return f"{self.family.replace(' ', '')}-{self.style}.ttf"

    @property
    def member(self) -> str:
        """The file name in the package: ``package/400Regular/NotoSansSC_400Regular.ttf``."""
        cut = f"{self.weight}{self.style}"
        return f"package/{cut}/{self.family.replace(' ', '')}_{cut}.ttf"


SANS = Package("@expo-google-fonts/noto-sans-sc", "0.4.3", SANS_SHA512)
SERIF = Package("@expo-google-fonts/noto-serif-sc", "0.4.3", SERIF_SHA512)

FACES = (
    Face(SANS, "Noto Sans SC", "Regular", 400),
    Face(SANS, "Noto Sans SC", "SemiBold", 600),
    Face(SERIF, "Noto Serif SC", "Regular", 400),
    Face(SERIF, "Noto Serif SC", "SemiBold", 600),
)

SIGNS = (
    (0x0020, 0x007E),  # Latin
    (0x00A0, 0x017F),  # Latin with accents
    (0x0370, 0x03FF),  # Greek
    (0x2003, 0x206F),  # spaces, dashes, quotes, dots
    (0x2070, 0x20BF),  # raised and lowered digits, currencies
    (0x2100, 0x218F),  # letterlike signs, fractions, Roman numerals
    (0x2190, 0x22FF),  # arrows, mathematics
    (0x2460, 0x24FF),  # numbers and letters in circles
    (0x25A0, 0x25FF),  # geometric shapes
    (0x3000, 0x303F),  # Chinese punctuation
    (0xFF00, 0xFFEF),  # full-width forms
)

# characters outside GB2312 that names of people and places use often
NAMES = "镕堃喆昇玥珺琎翀芃晞甦赟龑頔濛璟祎禕沄洺浬瑄嬅姸垚犇淼奡翯昉昫旸暐婠婳珮琇琋璠"

TEXTS = ("content", "figures", "templates")
SUFFIXES = {".md", ".csv", ".yaml", ".py", ".html", ".css", ".j2", ".txt", ".svg"}
FEATURES = ["ccmp", "chws", "halt", "kern", "liga", "locl", "mark", "palt"]
UNUSED_TABLES = ["STAT", "vhea", "vmtx"]
KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 8, 11, 13, 14, 16, 17]


def gb2312() -> set[str]:
    """The 7,445 characters of GB/T 2312."""
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {pair.decode("gb2312", errors="ignore") for pair in pairs} - {""}


def used_characters(project: Path) -> set[str]:
    """Every character of the texts of a project."""
    files = (path for folder in TEXTS for path in (project / folder).rglob("*") if path.suffix in SUFFIXES)
    return {character for path in files for character in path.read_text(encoding="utf-8")}


def wanted_characters(project: Path) -> set[str]:
    """Everything the faces must hold, as far as the full fonts have it."""
    signs = {chr(code) for first, last in SIGNS for code in range(first, last + 1)}
    return gb2312() | signs | set(NAMES) | used_characters(project)


def fetch(package: Package, folder: Path) -> Path:
    """The package's archive in a folder, packed by npm if it is not there yet; checksum verified."""
    path = folder / package.archive
    if not path.is_file():
        subprocess.run(
            ["npm", "pack", "--silent", f"{package.name}@{package.version}"],
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    found = base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()
    if found != package.sha512:
        sys.exit(f"{package.archive}：校验值不符（应为 {package.sha512}，实为 {found}）")
    return path


def cut(source: bytes, characters: set[str]) -> TTFont:
    """The font reduced to the characters and to the layout features that print uses."""
    options = subset.Options()
    options.layout_features = FEATURES
    options.drop_tables += UNUSED_TABLES
    options.name_IDs = KEPT_NAMES
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(sorted(characters)))
    cutter.subset(font)
    return font


def check(font: TTFont, face: Face) -> None:
    """Stop unless matplotlib and fontconfig will find the face under its family and weight."""
    family = font["name"].getBestFamilyName()
    weight = font["OS/2"].usWeightClass
    if (family, weight) != (face.family, face.weight):
        sys.exit(f"{face.target}：字体名为 {family} {weight}，应为 {face.family} {face.weight}")


def make(face: Face, characters: set[str], packages: Path) -> None:
    """Write one face into this folder."""
    with tarfile.open(fetch(face.package, packages)) as archive:
        member = archive.extractfile(face.member)
        if member is None:
            sys.exit(f"{face.package.archive}：没有 {face.member}")
        font = cut(member.read(), characters)
    check(font, face)
    font.save(HERE / face.target)
    size = (HERE / face.target).stat().st_size
    print(f"{face.target}：{len(font.getBestCmap())} 字，{size / 1e6:.2f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description="由完整的 Noto 字体制作本项目的四个字体文件")
    parser.add_argument("--packages", type=Path, metavar="DIR", help="存放 npm 包的文件夹；不写则临时下载")
    arguments = parser.parse_args()
    characters = wanted_characters(PROJECT)
    with tempfile.TemporaryDirectory() as temporary:
        for face in FACES:
            make(face, characters, arguments.packages or Path(temporary))


if __name__ == "__main__":
    main()
