"""What kind of event a clause reports: its trigger, its class, and whether it happened."""

from __future__ import annotations

import functools
from bisect import bisect_left
from typing import NamedTuple

from pipeline.clauses import Clause, lemma_of
from pipeline.model import JOINT, Kind, Trigger
from pipeline.text import Tokens

REACH = 7  # words after a verb in which the rest of its trigger may stand ("take ... control")
# verbs that leave it to a noun to say what happens: "the talks began", "held an election"
LIGHT = frozenset(
    "hold take happen occur begin start end open close schedule plan slate postpone cancel delay move launch stage carry conduct break erupt have make give"
    " issue be remain continue resume conclude finish complete organise organize set keep put get go see come run defer adjourn reschedule expect mark follow"
    " last extend suspend halt stop call scrap result lead ensue hit adopt embark undergo prepare intend decide want need try seek hope focus aim"
    " use work leverage become face attend host pay due join draw attract".split()
)
WEAK = frozenset("happen occur begin start end erupt take last ensue follow resume break be continue go".split())  # it is their subject that happens
AGREED = frozenset("buy truce release withdraw".split())  # acts that an agreement may be of
DEADLY = frozenset("attack fight crash fire flood storm quake collapse landslide infect crackdown".split())  # acts of which deaths are the outcome
FALTERING = frozenset(
    "collapse fail falter stall founder break".split()
)  # said of talks or a truce it is these that end; of a bridge it is itself what happens
LABOUR = frozenset(
    "union unions workers drivers pilots teachers nurses pay wages wage labour labor staff employees railway dockers miners doctors walkout".split()
)
STRIKES = {True: ("PROTEST", "walkout"), False: ("ASSAULT", "attack")}  # the one noun for two things; words of work tell which
CROWD = frozenset(
    "supporters protesters demonstrators crowd crowds activists farmers truckers students thousands hundreds marchers opponents residents villagers".split()
)
ARMY = frozenset("army troops soldiers forces tanks navy marines battalion brigade warships paratroopers infantry".split())
MARCHING = frozenset("march move arrive roll cross land bring".split())  # what an army does is a deployment
CROWDED = frozenset("gather block occupy meet march surround assemble turn".split())  # what a crowd does is a protest
COUNTING = frozenset("put estimate reckon".split())  # how many came to a protest
OFFICERS = frozenset("police officers troops soldiers guards constables bailiffs army".split())
JUDGES = frozenset("court judge tribunal judges jury prosecutor prosecutors inquiry panel investigators".split())
MAKERS = frozenset("maker makers carmaker manufacturer manufacturers company firm producer retailer supermarket brewery".split())
TOLD_BY_SUBJECT = (
    (MARCHING, ARMY, "MOBILIZE", "deploy"),
    (CROWDED | {"throw", "hurl", "pelt"}, CROWD, "PROTEST", "protest"),
    (frozenset({"occupy", "block", "barricade"}), LABOUR | {"miners"}, "PROTEST", "protest"),
    (frozenset({"clear"}), OFFICERS, "COERCE", "evict"),
    (frozenset({"clear"}), JUDGES, "YIELD", "acquit"),
    (frozenset({"recall"}), MAKERS, "OTHER", "withdraw"),
    (frozenset({"order"}), frozenset("court judge tribunal judges".split()), "COERCE", "order"),  # its orders are measures
)
TOLD_BY_OTHERS = COUNTING.union(*(verbs for verbs, _, _, _ in TOLD_BY_SUBJECT))
OWNED = 4  # words before "of" in which the crowd "of the party" is named
LONG_PARTICLES = frozenset("back down over away with from into home upon".split())
NAMING = frozenset(
    "games game fire final exchange assembly congress alliance partnership cooperation aid relief sale session forum".split()
)  # with a capital parts of names
SPEECH = frozenset({"STATEMENT", "REQUEST", "REJECT", "ACCUSE", "THREATEN"})
HARD = frozenset("AGREE CONSULT SUPPORT COOPERATE AID YIELD RETREAT MOBILIZE COERCE ASSAULT SANCTION PROTEST".split())
SOFT = SPEECH | {"SUPPORT", "COOPERATE"}
COMMITTING = frozenset("promise pledge vow announce declare unveil".split())  # saying so is doing something new
PRAISING = frozenset("praise hail thank laud applaud commend congratulate".split())
EMPTY_SUBJECTS = frozenset("they it this that these those there which who what he she we i you".split())
ABSTRACT = frozenset("combat counter hope want need seem appear".split())
AWAY = frozenset("from after before despite without since against until than like following over".split())  # lead away from what happens
POSTPONING = frozenset("postpone delay defer reschedule adjourn".split())
CANCELLING = frozenset("cancel scrap abandon axe shelve".split())
CLAIMING = frozenset("claim allege assert accuse insist contend maintain believe suspect".split())
DENYING = frozenset("deny dispute refute reject rebut".split())
DOUBTING = frozenset("reportedly allegedly apparently purportedly supposedly".split())


class Sense(NamedTuple):
    """What a trigger says."""

    trigger: str
    event_type: str
    act: str
    start: int  # of the trigger word, in tokens
    noun: bool


class Lexicon:
    """The triggers, ready for look-up by lemma; and the nouns that stand for each other."""

    def __init__(self, triggers: tuple[Trigger, ...], kinds: tuple[Kind, ...] = ()) -> None:
        self.kinds = {form: k.kind for k in kinds for word in k.words.split(JOINT) for form in _stems(word)}
        self.nouns: dict[str, tuple[str, str]] = {}
        self.verbs: dict[str, tuple[str, str]] = {}
        self.phrases: dict[str, list[tuple[tuple[tuple[str, ...], ...], str, str, str]]] = {}
        for t in triggers:
            act = t.act or t.lemma
            if t.pos == "noun":
                self.nouns[t.lemma] = (t.event_type, act)
            elif " " in t.lemma:
                first, *rest = t.lemma.split(" ")
                self.phrases.setdefault(first, []).append((tuple(map(_forms, rest)), t.lemma, t.event_type, act))
            else:
                self.verbs[t.lemma] = (t.event_type, act)
        self.acts = {lemma: act for known in (self.nouns, self.verbs) for lemma, (_, act) in known.items()}
        self._openers = frozenset(noun.split(" ")[0] for noun in self.nouns)

    def verb(self, low: tuple[str, ...], at: int, lemma: str) -> Sense | None:
        """The sense of the verb at token `at` of words in small letters; a phrase ("take control") before the verb alone."""
        whole = self.phrase(lemma, low[at + 1 : at + 1 + REACH], at) if lemma in self.phrases else None
        if whole:
            return whole
        known = self.verbs.get(lemma)
        return Sense(lemma, *known, at, noun=False) if known else None

    def phrase(self, lemma: str, words: tuple[str, ...], at: int) -> Sense | None:
        """The sense of a verb together with the words that belong to it, which stand after it or are its subject in the passive."""
        for rest, trigger, event_type, act in self.phrases.get(lemma, ()):
            if _in_order(rest, words):
                return Sense(trigger, event_type, act, at, noun=False)
        return None

    def nouns_of(self, tokens: Tokens) -> dict[int, Sense]:
        """The senses of the nouns of a sentence, by token."""
        if self._openers.isdisjoint(tokens.low):
            return {}
        return {at: sense for at, word in enumerate(tokens.low) if word in self._openers and (sense := self._noun(tokens, at))}

    def _noun(self, tokens: Tokens, at: int) -> Sense | None:
        """The sense of the noun at token `at`, two words ("air strike") before one."""
        word = tokens.low[at]
        if tokens.words[at] == "March":  # the month
            return None
        if word == "sale" and at and tokens.low[at - 1] == "on":
            return None
        if word in ("strike", "strikes"):
            return Sense(word, *STRIKES[not LABOUR.isdisjoint(tokens.low)], at, noun=True)
        pair = f"{word} {tokens.low[at + 1]}" if at + 1 < len(tokens.low) else word
        for trigger in (pair, word):
            if trigger in self.nouns and not (at and word in NAMING and tokens.words[at][0].isupper()):
                return Sense(trigger, *self.nouns[trigger], at, noun=True)
        return None


def heads(nouns: dict[int, Sense], start: int, end: int) -> list[Sense]:
    """Of the nouns of a sentence those between two tokens. A noun before another one only modifies it ("ceasefire talks")."""
    return [sense for at, sense in nouns.items() if start <= at < end and not (at + 1 in nouns and at + 1 < end)]


def _stems(word: str) -> tuple[str, ...]:
    """A noun, and what is left of its plural without the "s"."""
    return (word, word[:-1] + "ie") if word.endswith("y") else (word,)


def _forms(word: str) -> tuple[str, ...]:
    """The forms in which a word of a phrase may stand; a short one, a particle, in no other."""
    return (word, word + "s", word + "es") if len(word) > 3 and word not in LONG_PARTICLES else (word,)


def _in_order(rest: tuple[tuple[str, ...], ...], after: tuple[str, ...]) -> bool:
    """Whether the words of a phrase follow in order; particles must follow at once or after one word."""
    at = 0
    for forms in rest:
        reach = len(after) if len(forms) > 1 else min(at + 2, len(after))
        while at < reach and after[at] not in forms:
            at += 1
        if at >= reach:
            return False
        at += 1
    return True


@functools.lru_cache(maxsize=4)
def lexicon_of(triggers: tuple[Trigger, ...], kinds: tuple[Kind, ...]) -> Lexicon:
    return Lexicon(triggers, kinds)


def sense_of(
    lexicon: Lexicon, tokens: Tokens, nouns: dict[int, Sense], clause: Clause, start: int, end: int, subject: tuple[int, int]
) -> Sense | None:  # fmt: skip
    """The sense of a clause, whose own words are the tokens from `start` to `end`.

    A verb that says little by itself takes the class of what it is said of: the object ("held an election"), the
    subject ("clashes erupted"), or the verb that it leads up to ("plans to deploy").
    """
    verb = _token_at(tokens, clause.main_start)
    if clause.lemma in TOLD_BY_OTHERS and (told := _told_by_others(tokens, clause, verb, end, subject)):
        return told
    sense = lexicon.verb(tokens.low, verb, clause.lemma)
    if nouns and (whole := _whole(sense, clause, nouns, subject, (verb + 1, end))):
        return whole
    if clause.passive and clause.lemma in lexicon.phrases and (undergone := lexicon.phrase(clause.lemma, tokens.low[slice(*subject)], verb)):
        return undergone
    if sense and sense.act == "sign" and nouns:
        return sense._replace(act=next((n.act for n in heads(nouns, verb + 1, end) if n.act in AGREED), sense.act))
    if clause.lemma not in LIGHT or (sense and " " in sense.trigger and sense.event_type != "OTHER" and not (clause.passive and clause.lemma == "call")):
        return sense
    if nouns and (named := _named(lexicon, tokens.low, nouns, clause, (verb, end), subject)):
        return named
    return _next_verb(lexicon, tokens.low, verb + 1, end) or (sense if clause.lemma != "host" else None)


def _told_by_others(tokens: Tokens, clause: Clause, verb: int, end: int, subject: tuple[int, int]) -> Sense | None:
    """The sense of a verb that only its subject or object tells: what an army, a crowd or a court does, how many came to a protest."""
    before = slice(max(0, subject[0] - OWNED), subject[1]) if subject[0] and tokens.low[subject[0] - 1] == "of" else slice(*subject)
    for verbs, nouns, event_type, act in TOLD_BY_SUBJECT:
        if clause.lemma in verbs and not nouns.isdisjoint(tokens.low[before]):
            return Sense(clause.lemma, event_type, act, verb, noun=False)
    if clause.lemma in COUNTING and not CROWD.isdisjoint(tokens.low[verb:end]):
        return Sense(clause.lemma, "PROTEST", "protest", verb, noun=False)
    return None


def _whole(sense: Sense | None, clause: Clause, nouns: dict[int, Sense], subject: tuple[int, int], after: tuple[int, int]) -> Sense | None:
    """The event that a noun names and the verb only gives the end or the outcome of: talks that failed, a crash that killed."""
    before = heads(nouns, *subject)
    if clause.lemma in FALTERING:
        return before[0] if before else None
    if sense is None or sense.act != "die":
        return None
    return next((noun for noun in [*before, *heads(nouns, *after)] if noun.act in DEADLY), None)


def _named(
    lexicon: Lexicon, low: tuple[str, ...], nouns: dict[int, Sense], clause: Clause, predicate: tuple[int, int], subject: tuple[int, int]
) -> Sense | None:  # fmt: skip
    """What the object or the subject of a verb that says little names."""
    verb, end = predicate
    after, before = [n for n in heads(nouns, verb + 1, end) if not _led_away(low, verb, n.start)], heads(nouns, *subject)
    found = [*before, *after] if clause.passive or clause.lemma in WEAK else [*after[:1], *before]
    if found and _calls(low, clause, verb, found[0]):
        return lexicon.verb(("describe",), 0, "describe")
    return found[0] if found else None


def _calls(low: tuple[str, ...], clause: Clause, verb: int, noun: Sense) -> bool:
    """Whether something is only called a name: "called the deal a mistake"."""
    return clause.lemma == "call" and noun.start > verb and low[verb + 1] != "off" and not {"a", "an"}.isdisjoint(low[noun.start + 1 : noun.start + 3])


def _led_away(low: tuple[str, ...], verb: int, noun: int) -> bool:
    """Whether a preposition between a verb and a noun says that the noun is not what happens: "walk away from the deal"."""
    return not AWAY.isdisjoint(low[max(verb + 1, noun - 5) : noun])


def _next_verb(lexicon: Lexicon, low: tuple[str, ...], start: int, end: int) -> Sense | None:
    for at in range(start, min(end, start + REACH)):
        word = low[at]
        if word.endswith("ing") or low[at - 1] == "to":
            lemma = lemma_of(word)
            if lemma not in LIGHT and (sense := lexicon.verb(low, at, lemma)):
                return sense
    return None


def _token_at(tokens: Tokens, offset: int) -> int:
    return min(bisect_left(tokens.starts, offset), len(tokens.starts) - 1)


def status_of(clause: Clause, event_type: str, words: frozenset[str], outer: Clause | None) -> str:
    """Whether what the clause reports happened, going by its own verb and the verb that it is told with.

    `words` are those of the clause in small letters; `outer` is the clause of saying above it.
    """
    settled = _settled(clause, words)
    if settled:
        return settled
    if event_type in SPEECH and clause.modality == "fact":
        return "denied" if clause.negated else "happened"
    if clause.modality in ("possible", "conditional") or (words & {"if", "unless", "whether"} and clause.kind == "adverbial"):
        return "hypothetical"
    if clause.modality == "planned" or clause.tense == "future":
        return "denied" if clause.negated and clause.lemma != "rule" and "until" not in words else "planned"
    return _told(clause, words, outer)


def _settled(clause: Clause, words: frozenset[str]) -> str | None:
    if clause.modality in ("possible", "conditional"):
        return None
    if clause.lemma in POSTPONING or (clause.lemma in ("put", "push", "move") and words & {"off", "back"} and clause.tense == "past"):
        return "postponed"
    if not clause.negated and (clause.lemma in CANCELLING or (clause.lemma == "call" and "off" in words)):
        return "cancelled"
    return None


def _told(clause: Clause, words: frozenset[str], outer: Clause | None) -> str:
    if outer is not None and outer.lemma in DENYING and not outer.negated:
        return "denied"
    if clause.negated:
        return "denied"
    if words & DOUBTING or (outer is not None and outer.lemma in CLAIMING):
        return "claimed"
    progressive = clause.tense == "present" and clause.verb.endswith("ing")
    return "ongoing" if progressive or (clause.tense == "present" and "currently" in words) or clause.lemma in ("continue", "remain") else "happened"
