"""A file that goes with the PDF, as its data."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file: its name, what it is (also as media type), and its content."""

    name: str
    description: str
    media_type: str
    content: bytes


def attach(pdf: Any, attachment: Attachment) -> None:
    """Embed a file in a pydyf PDF as data of the whole document, without a date."""
    import pydyf

    digest = hashlib.md5(attachment.content, usedforsecurity=False).hexdigest()
    size = pydyf.Dictionary({"Size": len(attachment.content), "CheckSum": f"<{digest}>"})
    subtype = "/" + attachment.media_type.replace("/", "#2f")
    extra = pydyf.Dictionary({"Type": "/EmbeddedFile", "Subtype": subtype, "Params": size})
    stream = pydyf.Stream([attachment.content], extra, compress=True)
    pdf.add_object(stream)
    name = pydyf.String(attachment.name)
    file = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": name,
            "UF": name,
            "Desc": pydyf.String(attachment.description),
            "AFRelationship": "/Data",
            "EF": pydyf.Dictionary({"F": stream.reference}),
        }
    )
    pdf.add_object(file)
    names = pdf.catalog.setdefault("Names", pydyf.Dictionary())
    names["EmbeddedFiles"] = pydyf.Dictionary({"Names": pydyf.Array([name, file.reference])})
    pdf.catalog["AF"] = pydyf.Array([file.reference])
