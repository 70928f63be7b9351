"""Type systems of UIMA: read for what features hold, written for the types of our own exports.

Used by the XMI format, whose files do not say of a feature whether it holds a number or a reference.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from lxml import etree

from annotator.formats.cas_files import content_of
from annotator.formats.cas_writing import types

TYPE_SYSTEM = "TypeSystem.xml"
SPACE = "http://uima.apache.org/resourceSpecifier"
_LIKELY = ("typesystem", "type_system", "types")


class TypeSystem:
    """The ranges of features, those of the types above included."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}
        self._ranges: dict[str, dict[str, str]] = {}

    def add(self, data: bytes) -> None:
        """Take the types of a description; one that cannot be read adds nothing."""
        if b"<!DOCTYPE" in data:
            return
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.parse(BytesIO(data), parser).getroot()
        except etree.XMLSyntaxError:
            return
        for each in root.iter(f"{{{SPACE}}}typeDescription"):
            name = _text(each, "name")
            self._above[name] = _text(each, "supertypeName")
            for feature in each.iter(f"{{{SPACE}}}featureDescription"):
                self._ranges.setdefault(name, {})[_text(feature, "name")] = _text(feature, "rangeTypeName")

    def range_of(self, name: str, feature: str) -> str | None:
        """What a feature of a type holds; None where the type system does not say."""
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            found = self._ranges.get(name, {}).get(feature)
            if found is not None:
                return found
            name = self._above.get(name, "")
        return None


def _text(element: etree._Element, name: str) -> str:
    return (element.findtext(f"{{{SPACE}}}{name}") or "").strip()


def type_system_beside(path: Path) -> TypeSystem:
    """What lies beside a file, or in a folder, and looks like a type system by its name."""
    found = TypeSystem()
    for each in sorted(path.rglob("*.xml") if path.is_dir() else path.parent.glob("*.xml")):
        if any(word in each.name.casefold() for word in _LIKELY) and each.is_file():
            found.add(content_of(each))
    return found


def type_system() -> bytes:
    """The description of the types that are written."""
    root = etree.Element("typeSystemDescription", xmlns=SPACE)
    descriptions = etree.SubElement(root, "types")
    for name, above, features in types():
        each = etree.SubElement(descriptions, "typeDescription")
        for tag, value in (("name", name), ("description", ""), ("supertypeName", above)):
            etree.SubElement(each, tag).text = value
        listed = etree.SubElement(each, "features")
        for feature, kind in features.items():
            described = etree.SubElement(listed, "featureDescription")
            array = kind.endswith("[]")
            pairs = [("name", feature), ("description", ""), ("rangeTypeName", "uima.cas.FSArray" if array else kind)]
            pairs += [("elementType", kind.removesuffix("[]"))] if array else []
            for tag, value in pairs:
                etree.SubElement(described, tag).text = value
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))
