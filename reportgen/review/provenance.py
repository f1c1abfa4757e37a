"""The trace of a number as W3C PROV: numbers are entities, functions activities, publishers agents."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from reportgen.facts.context import ContextFact
from reportgen.facts.trace_step import Bundle, Setting, Step

if TYPE_CHECKING:
    from prov.model import ProvDocument

_URN = "urn:reportgen:"
_PUBLISHER = re.compile(r"^(?:\d{4}年)?([^《〈（(，,；]{2,30})[《〈]")


class _Provenance:
    """One document; everything is added to it once."""

    def __init__(self, edition: int, institute: str) -> None:
        from prov.model import ProvDocument

        self.document: ProvDocument = ProvDocument()
        self.document.add_namespace("rg", _URN)
        self._made: set[str] = set()
        self._edition = edition
        self._institute = self.agent(institute or "编者")

    def agent(self, name: str) -> str:
        """A publisher or the institute."""
        identifier = f"rg:agent.{name}"
        if self._new(identifier):
            self.document.agent(identifier, {"prov:type": "prov:Organization", "prov:label": name})
        return identifier

    def step(self, step: Step) -> str:
        """A number and all it was made from."""
        identifier = _identifier(self._edition, step)
        if step.repeated or not self._new(identifier):
            return identifier
        told: dict[str, Any] = {
            "prov:label": f"{step.label}{step.where}",
            "prov:value": float(step.value),
            "rg:unit": step.unit,
        }
        if step.status is not None:
            told["rg:status"] = step.status.name
        if step.place:
            told["prov:location"] = step.place
        if step.source:
            told["rg:source"] = step.source
        if step.formula:
            told["rg:formula"] = step.formula.numbers
        self.document.entity(identifier, told)
        for name in publishers(step.source):
            self.document.wasAttributedTo(identifier, self.agent(name))
        if step.inputs or step.meaning or step.remark:
            self._generated(identifier, step)
        return identifier

    def _generated(self, identifier: str, step: Step) -> None:
        activity = f"rg:function.{step.name}"
        if self._new(activity):
            told = {"prov:label": step.label, "rg:equation": step.equation, "rg:meaning": step.meaning}
            self.document.activity(activity, other_attributes={key: one for key, one in told.items() if one})
            self.document.wasAssociatedWith(activity, self._institute)
        self.document.wasGeneratedBy(identifier, activity)
        for one in step.inputs:
            used = self._input(one)
            if self._new(f"{activity} {used}"):
                self.document.used(activity, used)
            self.document.wasDerivedFrom(identifier, used, activity)

    def _input(self, one: Step | Bundle | Setting) -> str:
        if isinstance(one, Step):
            return self.step(one)
        identifier = f"rg:{self._edition}.{'table' if isinstance(one, Bundle) else 'setting'}.{one.name}"
        if not self._new(identifier):
            return identifier
        if isinstance(one, Setting):
            told = {"prov:label": one.label, "prov:value": one.value, "prov:location": one.place}
        else:
            told = {"prov:type": "prov:Collection", "prov:label": one.label, "rg:source": one.sources}
            told |= {"prov:location": one.place} if one.place else {}
            told |= {"rg:count": one.count} if one.count else {}
        self.document.entity(identifier, told)
        return identifier

    def _new(self, identifier: str) -> bool:
        new = identifier not in self._made
        self._made.add(identifier)
        return new


def provenance(step: Step, edition: int, institute: str) -> str:
    """The PROV-JSON of a trace; the same trace gives the same bytes.

    Args:
        step: the trace.
        edition: part of the names of the numbers.
        institute: who computed: the issuer on the cover.
    """
    made = _Provenance(edition, institute)
    made.step(step)
    return _text(made.document)


def context_provenance(fact: ContextFact, edition: int, institute: str) -> str:
    """The same for a context fact, which was copied, not computed."""
    made = _Provenance(edition, institute)
    identifier = f"rg:{edition}.{fact.address.english}"
    told = {
        "prov:label": fact.name,
        "prov:value": fact.text,
        "prov:location": fact.place,
        "rg:as_of": fact.as_of.text,
        "rg:status": "实际",
        "rg:source": fact.source,
    }
    made.document.entity(identifier, told)
    made.document.wasAttributedTo(identifier, made.agent(fact.source))
    return _text(made.document)


def publishers(source: str) -> list[str]:
    """Who stands before the titles of a source: 国家统计局 for 国家统计局《中国统计年鉴2022》表3-6."""
    found = (_PUBLISHER.match(part.strip()) for part in source.split("；"))
    return list(dict.fromkeys(match[1] for match in found if match))


def _identifier(edition: int, step: Step) -> str:
    labels = [part for label in step.cell for part in (label if isinstance(label, tuple) else (label,))]
    return f"rg:{edition}." + ".".join(map(str, (step.name, *labels)))


def _text(document: ProvDocument) -> str:
    content = json.loads(document.serialize(format="json"))
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
