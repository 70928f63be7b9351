"""What the labels of other tools mean here: by the map of the person who imports, else by these defaults.

Asked by the translator, and by the import dialog through `labels_in`. A label is compared without case,
blanks, hyphens and the digits at its end, so that `Content2` is another `Content`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from annotator.formats import Label, LabelKind
from annotator.formats.foreign.description import ForeignLayer, ForeignText
from annotator.formats.foreign.placing import Placed, placed
from annotator.records import Role
from annotator.text import normalise

DEFAULTS: dict[str, LabelKind] = {
    **dict.fromkeys(("claim", "content", "quotation", "quote", "statement", "proposition"), "claim"),
    **dict.fromkeys(("mention", "source", "speaker", "speakermention", "addressee"), "mention"),
    "cue": "cue",
}
"""Label -> kind; every other label of a span becomes a topic with passages."""

ROLES: dict[str, Role] = {
    "says": "says",
    "onbehalfof": "on_behalf_of",
    "reportedby": "reported_by",
    "addressed": "addressed",
    "addressee": "addressed",
}
"""Label of a relation, or role of an argument -> role of a speaker; every other means: says."""

EXAMPLES = 3
EXAMPLE_LENGTH = 60


def plain(label: str) -> str:
    """The label as it is compared."""
    return "".join(sign for sign in label.casefold() if sign not in " _-").rstrip("0123456789")


class Meanings:
    """The map of one import over the defaults."""

    def __init__(self, asked: Mapping[str, LabelKind]) -> None:
        """asked: label -> kind, written as in the file or without the digits at its end."""
        self._asked = dict(asked)

    def asked(self, label: str) -> LabelKind | None:
        """What the person who imports wants of the label; None where nothing was said."""
        return self._asked.get(label) or self._asked.get(label.rstrip("0123456789"))

    def of_span(self, label: str) -> LabelKind:
        """What a span of the label becomes when it stands alone."""
        return self.asked(label) or DEFAULTS.get(plain(label), "passage")

    def of_argument(self, role: str, label: str) -> LabelKind:
        """What an argument is to its event: by its role, by its own label where the role says nothing."""
        return self.asked(role) or self.asked(label) or DEFAULTS.get(plain(role)) or self.of_span(label)


def role_of(label: str) -> Role:
    """The role of the speaker whom a relation or an argument of that name brings."""
    return ROLES.get(plain(label), "says")


def labels_in(texts: Iterable[ForeignText]) -> list[Label]:
    """The labels of a set with counts, default kinds and examples, the most frequent first."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    examples: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    claiming: set[str] = set()
    for text in texts:
        on_layers, _ = placed(text, normalise(text.raw or ""))
        for layer, spans in zip(text.layers, on_layers, strict=True):
            claiming.update(_claiming(layer, spans))
            for what, name, words in _used(layer, spans):
                counts[what, name] += 1
                if words and len(examples[what, name]) < EXAMPLES:
                    examples[what, name][words] = None
    found = [_label(what, name, count, tuple(examples[what, name]), claiming) for (what, name), count in counts.items()]
    return sorted(found, key=lambda each: (each.what != "span", -each.count, each.name))


def _claiming(layer: ForeignLayer, spans: list[Placed]) -> Iterable[str]:
    """The labels of events that have a content, and so become claims."""
    labels = {each.span.key: each.span.label for each in spans}
    plainly = Meanings({})
    for link in layer.links:
        kinds = (plainly.of_argument(role, labels[key]) for role, key in link.arguments if key in labels)
        if link.trigger is not None and "claim" in kinds:
            yield link.label


def _label(what: str, name: str, count: int, examples: tuple[str, ...], claiming: set[str]) -> Label:
    default = DEFAULTS.get(plain(name))
    match what:
        case "span":
            return Label(name, "span", default or "passage", count, examples)
        case "event":
            return Label(name, "event", "claim" if name in claiming else None, count, examples)
        case "role":
            return Label(name, "role", default, count, examples)
    return Label(name, "relation", None, count, examples)


def _used(layer: ForeignLayer, spans: list[Placed]) -> Iterable[tuple[str, str, str]]:
    """(span, relation, event or role; its name; its words), for each use of a label."""
    words = {each.span.key: _shown(each) for each in spans}
    triggers = {link.trigger for link in layer.links}
    for each in spans:
        if each.span.key not in triggers:
            yield "span", each.span.label, words[each.span.key]
    for link in layer.links:
        if link.trigger is None:
            between = (words.get(key, "") for _, key in link.arguments)
            yield "relation", link.label, " – ".join(filter(None, between))
            continue
        yield "event", link.label, words.get(link.trigger, "")
        for role, key in link.arguments:
            yield "role", role, words.get(key, "")


def _shown(each: Placed) -> str:
    words = " … ".join(part.quote for part in each.parts) or " ".join(each.span.quotes)
    words = " ".join(words.split())
    return words if len(words) <= EXAMPLE_LENGTH else words[: EXAMPLE_LENGTH - 1] + "…"
