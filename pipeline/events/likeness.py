"""Whether two claims tell of one event: how well days, actors, act and words agree, and why not."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.events.claims import Claim
from pipeline.events.classes import DEADLY

ENOUGH = 0.55  # the score from which two claims are one event; chosen on the annotated stories
NEAR = 0.84  # how well days agree that are not the same
NEAR_DAYS = 2  # as far as reports may be apart that give one event different days
NEXT_DAY_WORDS = 0.5  # share of words in common from which such reports tell of one event
FEW_WORDS = 0.25  # the same, of what is seldom done twice
STATEMENT_WORDS = 0.3  # statements of one speaker on one day are the same when they share this much
SPOKEN_WORDS = 0.4  # what is "said" here and "denied" there is one act of speech when it shares this much
WEAK_WORDS = 0.3  # claims that are dated by publication only, or told without actors, must share this much
COPIED = 0.8
COARSE = ("year", "decade", "century", "interval")
VAGUE = ("month", "season", "quarter", "half")  # time enough for a second meeting, but not for a second election
ANOTHER = frozenset("second third fourth another again".split())  # says that there was one before
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth inaugural".split())
DAY, ACTORS, AGENTS, ACT, WORDS, AROUND = 0.3, 0.12, 0.15, 0.18, 0.13, 0.12  # weights; they sum to 1
STRONG_STORY = 6  # points from which they surely tell one
STORY = 3  # points in common from which two articles may tell one story
KINDRED_ROWS = """
sign: truce buy approve
arrest: takeover sentence charge
takeover: buy fight deploy kidnap
win: play elect
attack: fight fire
storm: flood landslide
protest: block crackdown
aid: give
sanction: ban restrict
vote: count elect win
dismiss: resign
meet: mediate
charge: accuse
investigate: order
close: block suspend
release: return
steal: take carry
"""  # acts that one report may tell of for another's: the deed for its outcome, the whole for a part
HEADS = {act: frozenset(row.split()) for act, _, row in (line.partition(": ") for line in KINDRED_ROWS.strip().split("\n"))} | {"die": DEADLY}
KINDRED = frozenset(frozenset({act, other}) for act, row in HEADS.items() for other in row)
FAMILIES = {act: (act, *(a for a in HEADS if a != act and frozenset({a, act}) in KINDRED)) for pair in KINDRED for act in pair}
SELDOM = frozenset(
    "sign truce buy close open withdraw release resign dismiss appoint vote count elect sentence acquit charge crash collapse quake takeover coup expel effect"
    " approve bankrupt shootdown erupt steal".split()
)  # what is not done again on the next day: reports that are a day apart mean the same
TWO_SIDED = frozenset({"meet", "buy", "phone", "play"})  # acts that one does with another: with someone else it is another act
SAID = frozenset({"STATEMENT", "REQUEST", "REJECT", "ACCUSE", "THREATEN"})


def families_of(act: str) -> tuple[str, ...]:
    """Under which acts an act is looked up, so that kindred ones meet."""
    return FAMILIES.get(act, (act,))


class Link(NamedTuple):
    score: float
    reason: str


def link_of(one: Claim, two: Claim) -> Link | None:
    """The link of two claims of one scope; None where they cannot be one event."""
    if one.content == two.content:
        return Link(1.0, "the same words of the same text")
    if _days_apart(one, two) or apart(one, two):
        return None
    words = overlap(one.words, two.words)
    day = _days(one, two, words)
    if day is None or _says_otherwise(one, two, words):
        return None
    shared = one.actors & two.actors
    actors = len(shared) / max(1, min(len(one.actors), len(two.actors)))
    agents = bool(one.agents & two.agents) or (one.speaker is not None and one.speaker == two.speaker)
    act = _same_act(one, two)
    story = _one_story(one, two)
    if not (shared & one.known or (act and (words >= WEAK_WORDS or story))) or (not act and words < WEAK_WORDS and not _foretold(one, two)):
        return None
    score = DAY * day[0] + ACTORS * min(1.0, actors) + AGENTS * agents + ACT * act + WORDS * min(1.0, 1.5 * words) + AROUND * story
    reason = f"{day[1]}, {len(shared)} actors in common, {'same' if act else 'like'} act, {100 * words:.0f}% of the words"
    score -= _place_penalty(one, two, words) / (2 if agents else 1)
    return Link(round(min(score, ENOUGH) if day[0] == NEAR else score, 3), reason)


def _days_apart(one: Claim, two: Claim) -> bool:
    """Whether the days exclude each other and nothing may overcome it: one act in two articles that tell one story."""
    gap = max(one.first, two.first) - min(one.last, two.last)
    return gap > 0 and (gap > NEAR_DAYS or one.act != two.act or _points(one, two) < STORY)


def _same_act(one: Claim, two: Claim) -> float:
    if one.act == two.act or one.event_type == two.event_type == "STATEMENT" or frozenset({one.act, two.act}) in KINDRED:
        return 1.0
    if one.acts & two.acts:
        return 0.8
    return 0.6 if one.event_type == two.event_type != "OTHER" else 0.0


def _one_story(one: Claim, two: Claim) -> bool:
    """Whether two articles name so much of the same that they tell one story. An actor says more than a word, or than that
    both count the same."""
    return _points(one, two) >= STORY


def _points(one: Claim, two: Claim) -> int:
    if one.article == two.article:
        return 0
    return 2 * len(one.company & two.company) + len(one.telling & two.telling) + (not one.counted.isdisjoint(two.counted))


def overlap(one: frozenset[str], two: frozenset[str]) -> float:
    """Words in common by the smaller set; small sets say less."""
    smaller = min(len(one), len(two))
    return len(one & two) / (smaller + 1) if smaller else 0.0


def apart(one: Claim, two: Claim) -> bool:
    """What no likeness of words overcomes."""
    if one.article == two.article and one.char_start < two.char_end and two.char_start < one.char_end and not one.ghost and not two.ghost:
        return True
    if (one.first == 0 or two.first == 0) and one.article != two.article:
        return True  # without a day nothing shows that two articles mean the same occasion
    if not _may_be_one(one, two):
        return True
    if "hypothetical" in (one.status, two.status) and one.status != two.status:
        return True
    if one.article == two.article and _of_others(one, two):
        return True
    if one.ghost != two.ghost and "planned" not in (one.status, two.status):
        return True
    if one.act == two.act and one.act in TWO_SIDED and _other_party(one, two):
        return True
    mine, yours = one.words & ORDINALS, two.words & ORDINALS
    return bool(mine and yours and not mine & yours)


def _of_others(one: Claim, two: Claim) -> bool:
    """Whether both name somebody besides places, and nobody in common."""
    return bool(one.actors - one.places and two.actors - two.places) and not one.actors & two.actors


def _other_party(one: Claim, two: Claim) -> bool:
    """Whether one of two sides is the same in both and the other one is not."""
    mine, yours = ({a for a in c.agents if a not in c.places} for c in (one, two))
    return bool(mine & yours and mine - yours and yours - mine)


def _may_be_one(one: Claim, two: Claim) -> bool:
    """Classes that tell of one event: equal, of one act, or both speech of one speaker."""
    if one.event_type == two.event_type or ({one.event_type, two.event_type} <= SAID and one.speaker == two.speaker and one.article != two.article):
        return True
    if "STATEMENT" in (one.event_type, two.event_type):
        return False
    generic = "OTHER" in (one.event_type, two.event_type) and (bool(one.acts & two.acts) or _one_agent(one, two))
    return generic or one.act == two.act or frozenset({one.act, two.act}) in KINDRED


def _one_agent(one: Claim, two: Claim) -> bool:
    """Whether two articles tell of what one did on one day that both name."""
    named = {one.precision, two.precision} == {"day"} and "publication" not in (one.basis, two.basis)
    return named and bool((one.actors & two.actors) - one.places - two.places) and _one_story(one, two) and not {one.event_type, two.event_type} & SAID


def _foretold(one: Claim, two: Claim) -> bool:
    """Whether one tells as planned what the other tells as done by the same on the same day."""
    return {one.status, two.status} == {"planned", "happened"} and _one_agent(one, two)


def _days(one: Claim, two: Claim, words: float) -> tuple[float, str] | None:
    """How well the days agree; None where they exclude each other."""
    if one.first == two.first and one.last == two.last:
        weak = "publication" in (one.basis, two.basis)
        if weak and words < WEAK_WORDS:
            return None
        return (0.8, "published on one day") if weak else (1.0, "same day" if one.first else "same article, no day")
    if one.is_open or two.is_open:
        return None
    if one.first <= two.last and two.first <= one.last:
        return _compatible(one, two, words)
    gap = max(one.first, two.first) - min(one.last, two.last)
    if gap == 1 and words >= WEAK_WORDS and _told_next_day(one, two) and _one_story(one, two):
        return 0.7, "reported on the next day"
    near = gap <= NEAR_DAYS and one.article != two.article and one.act == two.act and _same_though_days_differ(one, two, words, gap)
    return (NEAR, f"{'a day' if gap == 1 else 'two days'} apart, told alike") if near else None


def _told_next_day(one: Claim, two: Claim) -> bool:
    """Whether the later of two claims is dated by its publication alone, and tells of what has happened."""
    earlier, later = sorted((one, two), key=lambda c: c.first)
    happened = later.status == "happened" and later.event_type not in SAID
    return later.basis == "publication" != earlier.basis and happened and one.act == two.act and one.article != two.article


def _same_though_days_differ(one: Claim, two: Claim, words: float, gap: int) -> bool:
    """Whether two articles that tell one story and name days near each other mean one event all the same."""
    points = _points(one, two)
    if points < STORY or (one.words | two.words) & ANOTHER or (gap > 1 and one.event_type == "STATEMENT"):
        return False
    shared = bool(one.actors & two.actors)
    if one.act in SELDOM:
        return shared or words >= FEW_WORDS or (gap == 1 and not (one.agents and two.agents))
    return words >= NEXT_DAY_WORDS and (shared or words >= 0.6 or points >= STRONG_STORY)


def _compatible(one: Claim, two: Claim, words: float) -> tuple[float, str] | None:
    """One span of days within the other, or beside it."""
    coarse = one.precision in COARSE or two.precision in COARSE
    if coarse and (words < WEAK_WORDS or len(one.words & two.words) == 1):
        return None
    if words < WEAK_WORDS and (one.precision in VAGUE or two.precision in VAGUE) and not (one.act in SELDOM or one.actors & two.actors):
        return None
    if "publication" in (one.basis, two.basis) and words < WEAK_WORDS:
        return None
    inside = (one.first <= two.first and two.last <= one.last) or (two.first <= one.first and one.last <= two.last)
    if inside and "week" in (one.precision, two.precision):
        return (0.85, "a day of the other's week")
    return (0.7, "a day within the other's span") if inside else (0.4, "days overlap")


def _says_otherwise(one: Claim, two: Claim, words: float) -> bool:
    """Statements are one only when one speaker says the same."""
    if one.event_type != two.event_type and {one.event_type, two.event_type} <= SAID:
        return words < SPOKEN_WORDS
    if one.event_type != "STATEMENT":
        return one.event_type in SAID and one.speaker != two.speaker and bool(one.speaker and two.speaker) and not one.actors & two.actors
    if one.speaker != two.speaker and one.speaker and two.speaker:
        return words < COPIED
    if "responsibility" in (one.act, two.act):
        return one.act != two.act or not one.actors & two.actors
    return words < (STATEMENT_WORDS if one.speaker == two.speaker and one.speaker else 0.5)


def _place_penalty(one: Claim, two: Claim, words: float) -> float:
    return 0.2 if one.places and two.places and not one.places & two.places and words < 0.5 else 0.0
