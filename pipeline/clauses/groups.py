"""Verb groups of a sentence: where the verbs are, and what their auxiliaries say of tense, modality and negation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.clauses.present import PLANNING, is_plural_verb, is_present
from pipeline.clauses.words import FUTURE, POSSIBLE, WOULD, lemma_of
from pipeline.text import Tokens

SAYING = frozenset(
    "say tell announce report claim state add note declare believe think know argue insist suggest warn confirm acknowledge admit allege assert explain"
    " reveal show stress emphasize emphasise highlight hope fear feel find hear learn predict promise recall reiterate remark reply respond see understand"
    " write tweet vow deny mean estimate conclude indicate maintain stipulate underline underscore mention observe reaffirm accuse comment".split()
)
INTRANSITIVE = frozenset(
    "meet agree arrive clash erupt emerge collapse happen vote speak travel occur fall rise go come die talk fight sit stand appear begin start end continue"
    " stay flee return gather march protest rally step look live work remain land crash explode succeed fail resign apologise apologize serve act react respond"
    " comply withdraw retreat advance escape move sink burn spread participate cooperate depart retire surrender expire decide insist lead".split()
)
ADJECTIVAL = frozenset("organized organised related based located concerned involved limited dedicated committed detained wanted armed aligned linked".split())
NEVER_SUBJECT = frozenset("against of including for from by with to about concerning regarding between among like".split())
PROSPECTIVE = frozenset("set due expected scheduled slated likely about ready poised supposed bound planned going".split())
AIMS = frozenset(
    "priority priorities aim goal goals task tasks purpose objective point idea role duty job challenge way solution".split()
)  # what they are "to" do is not planned

AUXILIARY = re.compile(r'[MBHD](?:[NR]*[EH])*[NR]*(?:"?[NR]*(?P<main>[QLPVGS]))?|[MBHD](?=h)')  # was not yet "being built"; "had" alone governs too
INVERTED = re.compile(r"[MBHD](?P<between>[Xdn]{1,4}|h)(?:[NR]*[E])*[NR]*(?P<main>[QLVG])")
BARRIER = re.compile(r'[,;"cwst()]|(?<=[nX])h')
VERBS = frozenset("MBHDPQ")  # forms that are never nouns
LONE = re.compile(r"[PQSVGL]")
COPULAS = frozenset("remain stay seem become get feel look appear".split())
ORDINALS = frozenset("first second third fourth fifth sixth last next biggest largest deepest sharpest latest".split())  # "its second cut" is a noun
PARTICIPIAL = re.compile(r",G[^,;cwst\"hMBHDPS]*$")  # in ", breaking a mark set" the second is no past tense
SECOND = re.compile(r"(?<=[nX0V])d")  # a determiner after a noun: another noun phrase, the subject
NOT_BEFORE_FINITE = frozenset("dop0TMBHDEN")  # a determiner, possessive, preposition or number before an -ed form makes it an adjective


@dataclass(slots=True)
class Group:
    """A verb group. Numbers are token positions, end excluded."""

    start: int
    end: int
    main: int
    kind: str  # finite, participle, ing, infinitive
    lemma: str
    tense: str
    modality: str
    negated: bool
    passive: bool


def find_groups(tokens: Tokens, letters: str) -> list[Group]:
    """Verb groups in order; the participles that stand for a clause of their own are among them."""
    words = tokens.words
    found = [_auxiliary(words, letters, m) for m in AUXILIARY.finditer(letters) if _governs(words, letters, m)]
    taken = {i for g in found for i in range(g.start, g.end)}
    lone = [m.start() for m in LONE.finditer(letters) if m.start() not in taken]
    firm = sorted([g.start for g in found] + [i for i in lone if _is_firm(words, letters, i)])
    found += [g for i in lone if (g := _lone(words, letters, i, firm)) is not None]
    if VERBS.isdisjoint(letters):
        found += _headline(words, letters, {g.start for g in found})
    found.sort(key=lambda g: g.start)
    return _drop_doubled(found, letters)


def _governs(words: tuple[str, ...], letters: str, m: re.Match[str]) -> bool:
    """Whether an auxiliary is one: "will" after a determiner and "May" are nouns."""
    return not (letters[m.start() - 1 : m.start()] in ("d", "o") and words[m.start()].lower() in ("will", "can", "might", "must"))


def _auxiliary(words: tuple[str, ...], letters: str, m: re.Match[str]) -> Group:
    start, end = m.span()
    main = m.start("main") if m["main"] else max(i for i in range(start, end) if letters[i] not in "NR")
    if not m["main"] and letters[main] in "BHD" and (inverted := INVERTED.match(letters, start)) and letters[start - 1 : start] in ('"', "c", "w", ""):
        main, end = inverted.start("main"), inverted.end()
    chain = [words[i].lower().replace("’", "'") for i in range(start, end) if letters[i] not in "Xdnh"]
    first, prospective = chain[0], _prospective(words, letters, end)
    negated = any(w in ("not", "never", "hardly", "scarcely") or w.endswith("n't") for w in chain) or letters[end : end + 1] == "N"
    tense, modality = _auxiliary_tense(first, chain)
    passive = letters[main] in "QL" and any(lemma_of(w) == "be" for w in chain[:-1])
    if prospective and first not in WOULD:
        verb = prospective if letters[prospective] in "VE" or words[prospective].lower() == "due" else main
        return Group(start, verb + 1, verb, "finite", lemma_of(words[verb].lower()), "future", "planned", negated, False)
    if lemma_of(words[end - 1].lower()) == "have" and letters[end : end + 2] == "TV":  # "had to leave"
        main, end = end + 1, end + 2
    return Group(start, end, main, "finite", lemma_of(words[main].lower()), tense, modality, negated, passive)


def _prospective(words: tuple[str, ...], letters: str, end: int) -> int:
    """Position of the verb after "is (not) set to", "was due to", "is to"; of the last word of "is scheduled for"; 0 where there is none."""
    last = words[end - 1].lower()
    if lemma_of(last) == "be" and letters[end : end + 1] == "T" and letters[end + 1 : end + 2] in ("V", "E") and words[end + 1].lower() != "blame":
        return 0 if any(w.lower() in AIMS for w in words[max(0, end - 14) : end]) else end + 1
    at = end if last not in PROSPECTIVE else end - 1
    if at < len(words) and words[at].lower() in PROSPECTIVE and letters[at + 1 : at + 2] == "T" and letters[at + 2 : at + 3] in ("V", "E"):
        return at + 2
    if at < len(words) and words[at].lower() in ("scheduled", "slated", "due", "planned", "expected") and letters[at + 1 : at + 2] in ("p", "R", "0", "X", ""):
        return at if any(w.lower() == "is" or w.lower() == "are" for w in words[max(0, at - 3) : at]) or words[at].lower() in ("slated", "due") else 0
    return 0


def _auxiliary_tense(first: str, chain: list[str]) -> tuple[str, str]:
    if first in FUTURE or first.endswith("'ll"):
        return "future", "planned"
    if first.endswith("'d") and lemma_of(chain[-1]) != chain[-1]:  # "she'd booked" is "she had booked"
        return "past", "fact"
    if first in WOULD or first.endswith("'d"):
        return "future", "conditional"
    if first in POSSIBLE:
        return ("past" if "have" in chain[1:] else "future"), "possible"
    if first in ("was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't"):
        return "past", "fact"
    if lemma_of(first) == "have" and len([w for w in chain if w not in ("not", "never")]) > 1:
        return "past", "fact"
    return "present", "fact"


def _is_firm(words: tuple[str, ...], letters: str, i: int) -> bool:
    """A lone verb that can only be finite: "went"; "says" after a name."""
    return letters[i] == "P" or (letters[i] == "S" and is_present(words, letters, i))


def _lone(words: tuple[str, ...], letters: str, i: int, firm: list[int]) -> Group | None:
    letter = letters[i]
    if letter in "GQL" and not _may_stand(words, letters, i, letter):
        return None
    lemma = lemma_of(words[i].lower())
    if letter == "P":
        return Group(i, i + 1, i, "finite", lemma, "past", "fact", False, False)
    if letter in "SV":
        return _bare(words, letters, i, lemma)
    if letter == "G":
        return Group(i, i + 1, i, "ing", lemma, "present", "fact", False, False)
    if letter == "L" or not _is_finite(words, letters, i, firm):
        return Group(i, i + 1, i, "participle", lemma, "past", "fact", False, True) if _is_reduced(letters, i) else None
    return Group(i, i + 1, i, "finite", lemma, "past", "fact", False, False)


def _may_stand(words: tuple[str, ...], letters: str, i: int, letter: str) -> bool:
    """Whether an -ing form opens a clause, and whether what stands before a participle leaves it to be a verb."""
    if letter == "G":
        return _is_ing_clause(letters, i)
    if i > 1 and lemma_of(words[i - 1 - (letters[i - 1] == "R")].lower()) in COPULAS:
        return False  # "will remain partly closed"
    return (
        not i or letters[i - 1] not in NOT_BEFORE_FINITE or (letters[i - 1] == "0" and (letters[i + 1 : i + 2] in ("p", "") or letters[i - 2 : i - 1] == "X"))
    )


def _bare(words: tuple[str, ...], letters: str, i: int, lemma: str) -> Group | None:
    if letters[i] == "V" and i and (letters[i - 1] == "T" or (letters[i - 1] in "RN" and letters[i - 2 : i - 1] == "T")):
        return _infinitive(words, letters, i, lemma)
    if is_present(words, letters, i):
        return Group(i, i + 1, i, "finite", lemma, "present", "fact", False, False)
    return None


def _infinitive(words: tuple[str, ...], letters: str, i: int, lemma: str) -> Group | None:
    """ "to visit" after a verb of planning ("promised to visit") or in a headline ("Putin to visit"): still to come."""
    to = i - 1 if letters[i - 1] == "T" else i - 2
    before = [lemma_of(words[k].lower()) for k in range(max(0, to - 3), to)]
    headline = to > 0 and letters[to - 1] in "Xn" and not any(c in "MBHDPQSV" for c in letters[:to]) and not any(c in "MBHDP" for c in letters[i:])
    if headline or any(w in PLANNING for w in before):
        return Group(to, i + 1, i, "finite" if headline else "infinitive", lemma, "future", "planned", False, False)
    return None


def _headline(words: tuple[str, ...], letters: str, taken: set[int]) -> list[Group]:
    """The verb of a line without any other: "Airline buys old hangars at ..."; in a whole sentence "Lyon face Toulouse and travel to Nice." too."""
    for i in range(1, len(letters) - 1):
        if letters[i] == "S" and i not in taken and letters[i - 1] in "Xn" and letters[i + 1] not in "pco,;." and words[i][0].islower():
            return [_plain_present(words, i)]
    if words[-1:] != (".",):
        return []
    first = next((i for i in range(1, len(letters)) if letters[i] == "V" and is_plural_verb(words, letters, i)), 0)
    return [_plain_present(words, i) for i in range(first, len(letters)) if first and letters[i] == "V" and (i == first or letters[i - 1] == "c")]


def _plain_present(words: tuple[str, ...], i: int) -> Group:
    return Group(i, i + 1, i, "finite", lemma_of(words[i]), "present", "fact", False, False)


def _is_ing_clause(letters: str, i: int) -> bool:
    """After a comma or a subordinator ("..., calling for"; "after visiting"), or with a subject of its own ("with the army retreating")."""
    before = letters[:i].rstrip("RN")
    return before[-1:] in (",", "s", ";") or (re.search(r"p[dX0no]*[nX]$", before[-7:]) is not None and letters[i + 1 : i + 2] in ("d", "X", "p"))


def _is_reduced(letters: str, i: int) -> bool:
    """A participle that says what was done to the noun before it: "the summit held in Paris", ", accompanied by"."""
    return letters[i - 1 : i] in ("n", "X", ")", ",", "R", "V", "S", "0", "(") and letters[i + 1 : i + 2] in ("p", "R", "s", "T", "0", "X", "")


def _is_finite(words: tuple[str, ...], letters: str, i: int, firm: list[int]) -> bool:
    """Whether an -ed form is the past tense here and not a participle."""
    if letters[:i].rstrip("R")[-1:] in ("h", "w"):
        return True
    if PARTICIPIAL.search(letters, 0, i) or (letters[i - 2 : i - 1] == "d" and words[i - 1].lower() in ORDINALS):
        return False
    if _is_adjectival(words, letters, i):
        return False
    stop = barrier.start() if (barrier := BARRIER.search(letters, i + 1)) else len(letters)
    begin = _barrier_before(letters, i)
    if begin >= 0 and letters[begin] == "c" and letters[i + 1 : i + 2] == "p" and letters[begin + 1] in "Xn" and lemma_of(words[i].lower()) not in INTRANSITIVE:
        begin = _barrier_before(letters, begin)
    if begin + 1 < i and words[begin + 1].lower() in NEVER_SUBJECT and letters[begin + 2] != "0" and not SECOND.search(letters, begin + 2, i):
        return False
    earlier = [k for k in firm if begin < k < i] + [k for k in range(begin + 1, i) if letters[k] == "Q" and _past_by_itself(words, letters, k)]
    if earlier and not (letters[begin : begin + 1] == "w" and not any(c in "MBHDPQS" for c in letters[:begin])):
        last = max(earlier)
        return lemma_of(words[last].lower()) in SAYING - {"accuse"} and any(c in "Xndh" for c in letters[last + 1 : i])
    return not _another_follows(words, letters, i, stop, firm)


def _barrier_before(letters: str, i: int) -> int:
    return max(map(letters[:i].rfind, ',;"cwst()h'))


def _is_adjectival(words: tuple[str, ...], letters: str, i: int) -> bool:
    """ "arrested by", "(outlawed in ...)", "related to": no past tense, whatever comes later."""
    before, after = letters[i - 1 : i], letters[i + 1 : i + 2]
    at = i - (before == "R")
    if letters[at - 1 : at] == "," and after in ("p", "T") and i > 2 and _stands_apart(words, letters, i, at):
        return True  # "the plan, first slated for May, was dropped"
    return (
        words[i + 1 : i + 2] == ("by",) or before == "(" or (words[i].lower() in ADJECTIVAL and after not in "dXht0" and not (before in "nX" and after == "n"))
    )


def _stands_apart(words: tuple[str, ...], letters: str, i: int, at: int) -> bool:
    """Whether a participle after the first comma of a sentence leaves its subject to a verb that comes later."""
    first = not any(c in "MBHDPQ,;" for c in letters[: at - 1])
    return first and lemma_of(words[i].lower()) not in SAYING and any(c in "MBHDPQS" for c in letters[i + 1 :])


def _past_by_itself(words: tuple[str, ...], letters: str, k: int) -> bool:
    return letters[k - 1 : k] in ("X", "n", "h", "w", "R", ")") and (
        letters[k + 1 : k + 2] in ("d", "X", "n", "h", "t") or words[k + 1 : k + 2] == ("off",) or lemma_of(words[k].lower()) in INTRANSITIVE
    )


def _another_follows(words: tuple[str, ...], letters: str, i: int, stop: int, firm: list[int]) -> bool:
    """A participle has its main verb later in the same run of words: "the summit held in Paris ended"."""
    if words[i].lower() == "said" or (lemma_of(words[i].lower()) in SAYING and letters[i + 1 : i + 2] in ("d", "X", "n", "h", "t", "0")):
        return False
    later = [k for k in firm if i < k < stop] + [k for k in range(i + 2, stop) if letters[k] == "Q" and letters[k - 1] in "XnR0"]
    after = letters[i + 1 : i + 2]
    if not later or after in ("d", "h") or words[i + 1 : i + 2] == ("off",):
        return False
    return min(later) in firm or (after == "p" and lemma_of(words[i].lower()) not in INTRANSITIVE)


def _drop_doubled(found: list[Group], letters: str) -> list[Group]:
    """Without the groups that begin inside the one before."""
    kept: list[Group] = []
    for group in found:
        if not kept or group.start >= kept[-1].end:
            kept.append(group)
    return kept
