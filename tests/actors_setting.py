"""A small article with its names marked, "[P:Ana Soto] of [O:Harbour Bank] in [L:Oslo]", run through the stages of actors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from pipeline.actors.registry import identify_names, register_actors
from pipeline.actors.roles.references import find_mentions
from pipeline.actors.roles.roles import find_roles
from pipeline.actors.speech.attribution import attribute
from pipeline.model import Actor, Article, Attribution, Furniture, Identity, Mention, Name, NameRole, SeedActor, Sentence, Source
from pipeline.tables import in_one, to_records, to_table
from pipeline.text import enter_articles, split_sentences

MARK = re.compile(r"\[([POL]):([^\]|]+)(?:\|([^\]]+))?\]")
KINDS = {"P": "person", "O": "organisation", "L": "location"}
DEMONYMS = {"Norwegian": "Norway", "Chilean": "Chile"}
SEEDS = (
    SeedActor("Norway", "location", "state", "", "NOR", "", "", "Norwegian"),
    SeedActor("Chile", "location", "state", "", "CHL", "", "", "Chilean"),
    SeedActor("Coast News", "organisation", "media", "", "NOR", "", "", ""),
    SeedActor("Dune Front", "organisation", "armed group", "", "", "", "", ""),
    SeedActor("Northern Trade Bloc", "organisation", "intergovernmental", "NTB", "", "", "", ""),
)


@dataclass
class Setting:
    """The stages of a corpus of marked texts; each is one article."""

    marked: tuple[str, ...]
    scope: str | None = ""

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(MARK.sub(lambda m: m[2], t) for t in self.marked)

    @property
    def text(self) -> str:
        return self.texts[0]

    @cached_property
    def articles(self):
        return enter_articles(to_table([Source(str(n), t) for n, t in enumerate(self.texts)], Source), self.scope)

    @cached_property
    def sentences(self):
        return split_sentences(self.articles)

    @cached_property
    def names(self):
        return to_table([n for a in to_records(self.articles, Article) for n in self._names(a)], Name)

    def _names(self, article: Article) -> list[Name]:
        marked, shift, spans = self.marked[int(article.name)], 0, []
        for mark in MARK.finditer(marked):
            start = mark.start() - shift
            spans.append((start, start + len(mark[2]), KINDS[mark[1]], mark[3] or mark[2], "surname" if mark[3] else "tagged"))
            shift += len(mark[0]) - len(mark[2])
        spans += [(m.start(), m.end(), "location", DEMONYMS[m[0]], "demonym") for m in re.finditer("|".join(DEMONYMS), article.text)]
        sentences = [s for s in to_records(self.sentences, Sentence) if s.article_id == article.article_id]
        return [
            Name(article.article_id, next(s.sentence_id for s in sentences if s.char_start <= a < s.char_end), a, b, article.text[a:b], k, n, how, 1.0, None)
            for a, b, k, n, how in sorted(spans)
            if not any(c <= a < d and (c, d) != (a, b) for c, d, *_ in spans)
        ]

    @cached_property
    def role_table(self):
        return find_roles(self.sentences, self.names, SEEDS)

    @cached_property
    def roles(self) -> list[NameRole]:
        return to_records(self.role_table, NameRole)

    @cached_property
    def registry(self):
        return register_actors(in_one(self.names), in_one(self.role_table), self.articles, SEEDS)

    @cached_property
    def identities(self):
        return identify_names(self.names, self.articles, self.registry[2])

    @cached_property
    def actors(self) -> dict[str, Actor]:
        return {a.actor_id: a for a in to_records(self.registry[0], Actor)}

    def actor_of(self, article: int, name: str) -> Actor:
        ids = {a.name: a.article_id for a in to_records(self.articles, Article)}
        return next(self.actors[i.actor_id] for i in to_records(self.identities, Identity) if (i.article_id, i.name) == (ids[str(article)], name))

    @cached_property
    def telling(self):
        nothing = to_table((), Furniture)
        mentions = find_mentions(self.sentences, nothing, self.names, self.role_table, self.identities, self.registry[0])
        return attribute(self.sentences, nothing, mentions, self.registry[0])

    @cached_property
    def mentions(self) -> list[Mention]:
        return to_records(self.telling[1], Mention)

    @cached_property
    def attributions(self) -> list[Attribution]:
        return to_records(self.telling[0], Attribution)

    def references(self) -> list[tuple[str, str]]:
        return [(m.text, self.actors[m.actor_id].name) for m in self.mentions if m.resolved_by in ("role", "pronoun")]

    def said(self) -> list[tuple[str, str, str | None]]:
        """Speaker, direct or indirect, carrier; in the order of the text."""
        return [(self.actors[a.speaker_id].name, a.speech, a.reported_via) for a in self.attributions]


def told(*texts: str, scope: str | None = "") -> Setting:
    return Setting(texts, scope)
