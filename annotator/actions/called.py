"""Which article of a project a set speaks of, where it brings none along: by id, address, file name or title.

Used by the intake of annotation sets. An address is the same with and without `www.`, a slash at its end, the scheme's
`s` and what campaigns hang on it; nothing is taken that several articles go by.
"""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import parse_qsl, urlencode, urlsplit

from sqlalchemy import select

from annotator.model import Article
from annotator.queries.annotation_set import article_records
from annotator.records import ArticleRecord
from annotator.store import Store

_CAMPAIGNS = ("utm_", "fbclid", "gclid")


class Called:
    """Looks articles up; the addresses are read once, so it is made anew for each set."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._addresses: dict[str, list[str]] | None = None

    def article(self, called: str) -> ArticleRecord | None:
        """The one article of that id, url, file name or title; None where there is none, or several."""
        goes_by = (Article.id, Article.url, Article.file, Article.title)
        with self._store.read() as session:
            for column in goes_by:
                found = session.execute(select(Article.id).where(column == called).limit(2)).scalars().all()
                if len(found) == 1:
                    return next(article_records(session, found))
            found = self._by_address(called)
            return next(article_records(session, found)) if len(found) == 1 else None

    def _by_address(self, called: str) -> list[str]:
        address = plain_address(called)
        if not address:
            return []
        if self._addresses is None:
            with self._store.read() as session:
                rows = session.execute(select(Article.id, Article.url).where(Article.url.is_not(None))).all()
            self._addresses = defaultdict(list)
            for identity, url in rows:
                self._addresses[plain_address(url or "")].append(identity)
        return self._addresses.get(address, [])


def plain_address(url: str) -> str:
    """A web address without what does not tell pages apart; empty where it is none."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    asked = [(name, value) for name, value in parse_qsl(parts.query) if not name.startswith(_CAMPAIGNS)]
    return f"{host}{parts.path.rstrip('/')}?{urlencode(asked)}"
