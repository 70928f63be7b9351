"""UIMA CAS as XMI, as INCEpTION and WebAnno export it, with the type system beside it where there is one.

Called by way of the registry. XML is read without entities, document types or the network, and refused where it
has a document type at all. Written is a folder or zip with one file for each text and annotator, and the type
system, whose custom layers INCEpTION opens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree

from annotator.errors import FileError, InvalidSet
from annotator.formats import FileReport, Format, Progress, ReadOptions, Refusal, Written, no_progress, register
from annotator.formats.cas_files import files_in, write_each
from annotator.formats.cas_model import Analysis, References, Sofa, Structure, texts_of
from annotator.formats.cas_types import TYPE_SYSTEM, TypeSystem, type_system, type_system_beside
from annotator.formats.cas_writing import SOFA, SPACE, fitted, structures
from annotator.formats.foreign.description import ForeignLayer, ForeignSet, ForeignText
from annotator.formats.foreign.leaving import LOSES
from annotator.formats.foreign.reading import lister, reader
from annotator.formats.unpacking import unpacked, zip_holds
from annotator.formats.xml_text import xml_text
from annotator.records import Record
from annotator.sentences import worded

XMI = "http://www.omg.org/XMI"
_ID = f"{{{XMI}}}id"
_ECORE, _END = "http:///", ".ecore"
_SOFA, _VIEW, _NULL, _ARRAY = "uima.cas.Sofa", "uima.cas.View", "uima.cas.NULL", "uima.cas.FSArray"
_ESCAPES = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_SIGNS = {b"<": 2000, b"=": 200}

# Begins the names of all ranges that hold values and no references.
_VALUES = tuple(
    f"uima.cas.{each}" for each in ("String", "Integer", "Float", "Boolean", "Byte", "Short", "Long", "Double")
)

# Without a type system: features that hold references by what every known type system calls them.
_REFERENCES = frozenset({"Governor", "Dependent", "target", "first", "next", "source"})


# Reading ---------------------------------------------------------------------------------------------


def describe(path: Path, report: FileReport, options: ReadOptions) -> ForeignSet:
    """The texts of a file, or of the files in a folder. Raises FileError."""
    return ForeignSet(_texts(path, report, options))


def _texts(path: Path, report: FileReport, options: ReadOptions) -> Iterator[ForeignText]:
    types = type_system_beside(path)
    whole = path.is_file()
    for name, data in files_in(path, (".xmi",), _SIGNS):
        try:
            analysis = read_xmi(data, name, types)
        except FileError as error:
            if whole:
                raise
            report.refused.append(Refusal(error.where, error.reason))
            continue
        yield from texts_of(analysis, Path(name).stem, Path(name).name, report, options)


def read_xmi(data: bytes, name: str, types: TypeSystem) -> Analysis:
    """The analysis in a file's bytes. name: for the sentence. Raises InvalidSet."""
    root = _root(data, name)
    sofas: list[Sofa] = []
    found: list[Structure] = []
    views: dict[str, str] = {}
    for element in root:
        type_name, identity, values = _type_of(element), element.get(_ID, ""), _values(element)
        if type_name == _SOFA:
            sofas.append(Sofa(identity, values.get("sofaID", ""), values.get("sofaString"), values.get("sofaURI")))
        elif type_name == _VIEW:
            views.update(dict.fromkeys(str(values.get("members", "")).split(), str(values.get("sofa", ""))))
        elif type_name != _NULL:
            sofa = values.pop("sofa", None)
            found.append(Structure(identity, type_name, values, sofa))
    return Analysis(tuple(sofas), tuple(_linked(found, views, types)))


def _root(data: bytes, name: str) -> Any:
    if b"<!DOCTYPE" in data:
        raise _with_a_document_type(name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = etree.parse(BytesIO(data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InvalidSet(
            worded("This is no whole XMI: {reason}; export it again.", reason=_plain(error)), where=name
        ) from error
    if getattr(tree.docinfo, "doctype", ""):  # the published types do not know it
        # Written in another encoding, in which it was not seen before.
        raise _with_a_document_type(name)
    root = tree.getroot()
    if root.tag != f"{{{XMI}}}XMI":
        raise InvalidSet(worded("This is XML, but no XMI of UIMA; choose another file."), where=name)
    return root


def _with_a_document_type(name: str) -> InvalidSet:
    return InvalidSet(worded("It has a document type of its own, which no XMI needs; it was not read."), where=name)


def _values(element: Any) -> dict[str, Any]:
    """The features of an element: its attributes, and a list for those that stand as elements of their own."""
    values: dict[str, Any] = {str(key): value for key, value in element.attrib.items() if not key.startswith("{")}
    listed: dict[str, list[str]] = {}
    for child in element:
        if isinstance(child.tag, str):
            listed.setdefault(child.tag, []).append(child.text or "")
    return values | listed


def _type_of(element: Any) -> str:
    """The full name of the type that an element is of: the name space is its package."""
    name = etree.QName(element)
    space = (name.namespace or "").removeprefix(_ECORE).removesuffix(_END).replace("/", ".")
    return name.localname if space in ("", "uima.noNamespace") else f"{space}.{name.localname}"


def _linked(found: list[Structure], views: dict[str, str], types: TypeSystem) -> Iterator[Structure]:
    """The structures with references told from other values, and arrays of references taken apart."""
    by_id = {each.id: each for each in found}
    for each in found:
        if each.type.startswith("uima.cas."):
            continue
        features = {
            name: _value(each, name, value, by_id, types) for name, value in each.features.items() if name != "sofa"
        }
        yield Structure(each.id, each.type, features, each.sofa or views.get(each.id))


def _value(each: Structure, name: str, value: Any, by_id: dict[str, Structure], types: TypeSystem) -> Any:
    if not isinstance(value, str) or name in ("begin", "end"):
        return value
    kind = types.range_of(each.type, name)
    ids = value.split()
    known = bool(ids) and all(part in by_id for part in ids)
    if kind is None:
        refers = known and (name in _REFERENCES or all("target" in by_id[part].features for part in ids))
    else:
        refers = known and not kind.startswith(_VALUES)
    if not refers:
        return value
    if len(ids) == 1 and by_id[ids[0]].type.startswith("uima.cas."):
        return _elements(by_id[ids[0]])
    return References(tuple(ids))


def _elements(array: Structure) -> Any:
    elements = array.features.get("elements", "")
    if array.type == _ARRAY:
        return References(tuple(elements.split()))
    return elements if isinstance(elements, list) else elements.split()


def _plain(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".")[:200]


def recognise(path: Path, head: bytes) -> float:
    """By the root element; of zips and folders by what lies in them."""
    if path.is_dir():
        return 0.0
    head = zip_holds(path, ".xmi") or head
    return 0.9 * (b"http://www.omg.org/XMI" in head and b"XMI" in head)


# Writing ---------------------------------------------------------------------------------------------


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write a folder or zip in the place of `out`. Raises DiskFull and FileError."""
    return write_each(records, out, progress, "xmi", fitted, _content, {TYPE_SYSTEM: type_system()})


def _content(text: ForeignText, layer: ForeignLayer) -> bytes:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<xmi:XMI xmlns:xmi="{XMI}" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore"'
        f' xmlns:custom="http:///{SPACE.replace(".", "/")}.ecore" xmi:version="2.0">\n<cas:NULL xmi:id="0"/>\n'
    ]
    members = []
    for each in structures(text, layer):
        prefix = "custom" if each.type.startswith(SPACE) else "tcas"
        lines.append(f'<{prefix}:{each.layer} xmi:id="{each.id}"')
        if each.sofa is not None:
            lines.append(f' sofa="{each.sofa}"')
            members.append(each.id)
        children: list[str] = []
        for name, value in each.features.items():
            if isinstance(value, References):
                lines.append(f' {name}="{" ".join(value.ids)}"')
            elif isinstance(value, list):
                children.extend(f"<{name}>{_escaped(part)}</{name}>" for part in value)
            else:
                lines.append(f" {name}={_quoted(value)}")
        lines.append(f">{''.join(children)}</{prefix}:{each.layer}>\n" if children else "/>\n")
    sofa = f'sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString={_quoted(text.raw)}'
    lines.append(
        f'<cas:Sofa xmi:id="{SOFA}" {sofa}/>\n<cas:View sofa="{SOFA}" members="{" ".join(members)}"/>\n</xmi:XMI>\n'
    )
    return "".join(lines).encode()


def _quoted(value: Any) -> str:
    return str(value).join('""') if isinstance(value, int) else quoteattr(xml_text(str(value)), _ESCAPES)


def _escaped(value: str) -> str:
    return quoteattr(xml_text(value), {**_ESCAPES, '"': "&quot;"})[1:-1]


register(
    Format(
        name="xmi",
        title=worded("UIMA CAS XMI (INCEpTION, WebAnno)"),
        suffixes=(".xmi",),
        loses=(*LOSES, "controls"),
        recognise=recognise,
        read=reader(unpacked(describe)),
        write=write,
        labels=lister(unpacked(describe)),
        saved_as=".zip",
    )
)
