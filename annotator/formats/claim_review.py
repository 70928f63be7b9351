"""Propositions with their appearances as schema.org Claim and ClaimReview (JSON-LD), for fact-checking databases.

Called by way of the registry. A proposition is a Claim; each article with a claim that points to it is an
appearance, with the words and who said them. Where the project has a field `verdict`, each verdict that an
annotator gave on such a claim is a ClaimReview. It is written only, never read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from annotator.formats import Format, Progress, Written, no_progress, register
from annotator.formats.names import Names
from annotator.formats.networks import HOLDING
from annotator.formats.output import replacing, sha256_so_far
from annotator.formats.w3c_profile import iri
from annotator.records import ArticleRecord, ClaimRecord, PropositionRecord, Record, SetRecord, kind_of
from annotator.sentences import worded

VERDICT = "verdict"
"""The key of the project's own field that makes a ClaimReview of a Claim."""

LOSES = (
    "codebook", "annotator", "field", "topic", "speaker", "article", "mention", "claim", "passage", "review", "comment",
    "progress", "assignment",
)  # fmt: skip

_RECORDS_AT_ONCE = 1000
_AGENTS = {"person": "Person", "unnamed": "Person", "organisation": "Organization", "group": "Organization"}

Node = dict[str, Any]


class _Appearances:
    """What a set says about its propositions."""

    def __init__(self) -> None:
        self.names = Names()
        self.totals: Counter[str] = Counter()
        self.project = ""
        self.articles: dict[str, ArticleRecord] = {}
        self.claims: defaultdict[str, list[ClaimRecord]] = defaultdict(list)

    def take_all(self, records: Iterable[Record], progress: Progress) -> None:
        for done, record in enumerate(records, 1):
            self.names.take(record)
            self.totals[kind_of(record)] += 1
            match record:
                case SetRecord():
                    self.project = record.project
                case ArticleRecord():
                    self.articles[record.id] = record
                case ClaimRecord(proposition=str() as proposition):
                    self.claims[proposition].append(record)
            if not done % _RECORDS_AT_ONCE:
                progress(done)

    def used(self) -> Counter[str]:
        """How many records of each kind are carried."""
        claims = [each for found in self.claims.values() for each in found]
        speakers = {who.id for each in claims for said in each.speakers if (who := self.names.speaker(said.speaker))}
        topics = {what.id for each in claims for about in each.topics if (what := self.names.topic(about.topic))}
        articles = {each.article for each in claims if each.article in self.articles}
        return Counter(
            proposition=len(self.names.propositions),
            claim=len(claims),
            article=len(articles),
            speaker=len(speakers),
            topic=len(topics),
        )

    def nodes(self) -> list[Node]:
        """A Claim for each proposition and a ClaimReview for each verdict on it."""
        made: list[Node] = []
        for proposition in self.names.propositions.values():
            claims = self.claims.get(proposition.id, [])
            made.append(self._claim(proposition, claims))
            made.extend(self._reviews(proposition, claims))
        return made

    def _claim(self, proposition: PropositionRecord, claims: list[ClaimRecord]) -> Node:
        by_article: defaultdict[str, list[ClaimRecord]] = defaultdict(list)
        for claim in claims:
            if claim.article in self.articles:
                by_article[claim.article].append(claim)
        appearances = [self._appearance(self.articles[each], said) for each, said in by_article.items()]
        dated = sorted(
            (each for each in appearances if "datePublished" in each), key=lambda each: each["datePublished"]
        )
        node: Node = {"@type": "Claim", "@id": iri("proposition", proposition.id), "text": proposition.text}
        first = {"@id": dated[0]["@id"]} if dated else None
        return node | _present(
            description=proposition.note,
            author=self._speakers(claims),
            datePublished=dated[0]["datePublished"] if dated else None,
            firstAppearance=first,
            appearance=appearances,
            about=self._topics(claims),
        )

    def _appearance(self, article: ArticleRecord, claims: list[ClaimRecord]) -> Node:
        quotations = []
        for claim in claims:
            words = " … ".join(part.quote for part in claim.parts)
            node = {"@type": "Quotation", "@id": iri("mark", claim.id), "text": words}
            quotations.append(node | _present(spokenByCharacter=self._speakers([claim])))
        publisher = {"@type": "Organization", "name": article.source} if article.source else None
        author = {"@type": "Person", "name": article.byline} if article.byline else None
        return {"@type": "NewsArticle", "@id": iri("article", article.id), "headline": article.title} | _present(
            url=article.url,
            datePublished=article.published,
            inLanguage=article.language,
            publisher=publisher,
            author=author,
            hasPart=quotations,
        )

    def _speakers(self, claims: list[ClaimRecord]) -> list[Node]:
        """Those who hold the claims, each once."""
        ids = [each.speaker for claim in claims for each in claim.speakers if each.role in HOLDING]
        found = {who.id: who for each in ids if (who := self.names.speaker(each))}
        made = []
        for who in found.values():
            node = {"@type": _AGENTS[who.kind], "@id": iri("speaker", who.id), "name": who.name}
            roles = [each.role for each in who.affiliations if each.role]
            places = [{"@type": "Organization", "name": each.organisation} for each in who.affiliations]
            same = [_identifier(key, value) for key, value in who.identifiers.items() if isinstance(value, str)]
            made.append(
                node | _present(sameAs=same, jobTitle=roles, affiliation=places, alternateName=list(who.aliases))
            )
        return made

    def _topics(self, claims: list[ClaimRecord]) -> list[Node]:
        ids = [each.topic for claim in claims for each in claim.topics]
        found = {what.id: what for each in ids if (what := self.names.topic(each))}
        return [
            {
                "@type": "DefinedTerm",
                "name": self.names.own_path(what),
                "termCode": iri("topic", what.id),
                "inDefinedTermSet": self.project,
            }
            for what in found.values()
        ]

    def _reviews(self, proposition: PropositionRecord, claims: list[ClaimRecord]) -> list[Node]:
        made = []
        for claim in claims:
            verdict = claim.fields.get(VERDICT)
            if verdict in (None, "", []):
                continue
            made.append(
                {
                    "@type": "ClaimReview",
                    "@id": f"{iri('mark', claim.id)}#review",
                    "claimReviewed": proposition.text,
                    "itemReviewed": {"@id": iri("proposition", proposition.id)},
                    "reviewRating": {"@type": "Rating", "alternateName": _plain(verdict)},
                    "author": {"@type": "Person", "name": self.names.annotator_name(claim.annotator)},
                    "datePublished": claim.updated[:10],
                }
                | _present(reviewBody=claim.note)
            )
        return made


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _present(**values: Any) -> Node:
    """What there is of these; a list of one as that one."""
    found = {key: value for key, value in values.items() if value not in (None, "", [])}
    return {key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in found.items()}


def _identifier(key: str, value: str) -> str:
    return f"https://www.wikidata.org/entity/{value}" if key.lower() == "wikidata" else value


def write(records: Iterable[Record], out: Path, progress: Progress = no_progress) -> Written:
    """Write the graph of propositions in the place of `out`. Raises DiskFull and FileError."""
    found = _Appearances()
    found.take_all(records, progress)
    document = {"@context": "https://schema.org", "@graph": found.nodes()}
    with replacing(out) as file:
        file.write(msgspec.json.format(msgspec.json.encode(document), indent=1))
        file.write(b"\n")
        counts = found.used()
        loses = {kind: number for kind in LOSES if (number := found.totals[kind] - counts[kind]) > 0}
        return Written(str(out), "claimreview", dict(counts), loses, sha256_so_far(file))


register(
    Format("claimreview", worded("Propositions as schema.org ClaimReview (JSON-LD)"), (".jsonld",), LOSES, write=write)
)
