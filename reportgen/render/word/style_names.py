"""Identifiers of the styles of the Word document; those that Word knows carry the names that it expects."""

from __future__ import annotations

TITLE, SUBTITLE = "Title", "Subtitle"
COVER_WORDS, ISSUER, DATE = "CoverWords", "Issuer", "CoverDate"
BODY, LEAD, ITEM, NUMBERED_ITEM, SYMBOL = "BodyText", "ChapterLead", "ListBullet", "ListNumber", "Symbol"
HEADINGS = ("Heading1", "Heading2", "Heading3", "Heading4")
CONTENTS_TITLE, FIGURE_LIST_TITLE = "TOCHeading", "FigureListTitle"
CONTENTS = ("TOC1", "TOC2", "TOC3")
FIGURE_LIST = "TableofFigures"
CAPTION, UNIT, FIGURE, SOURCE = "Caption", "FigureUnit", "Figure", "Source"
TABLE_HEAD, TABLE_WORDS, AFTER_TABLE = "TableHead", "TableWords", "AfterTable"
FORMULA, FORMULA_NUMBER = "Formula", "FormulaNumber"
KEY_NUMBER, KEY_LABEL = "KeyNumber", "KeyLabel"
NOTE_WORDS, HEADER, FOOTER, SEPARATION = "FootnoteText", "Header", "Footer", "Separation"

# of characters
STRONG, LEAD_WORDS, NOTE_CALL = "Strong", "LeadWords", "FootnoteReference"

# of tables
TABLE, PLAIN_TABLE = "RuledTable", "PlainTable"
