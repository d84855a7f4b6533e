"""What a trigger needs beside it to be of its class: "the army hit the port" is an assault, "prices hit a peak" is not.

A verb of many uses is of a political or violent class only where its sentence or its article has who and what that class is
made of; without them what it tells is of no class (OTHER).
"""

from __future__ import annotations

import functools
from collections.abc import Callable

from pipeline.clauses import Clause
from pipeline.clauses.words import letter_of
from pipeline.events.classes import CROWD, LABOUR, STRIKES, TOLD_BY_OTHERS, Sense
from pipeline.events.page import Line

FORCE = frozenset(
    "army armies armed troop troops soldier soldiers forces military militants militant rebels rebel gunmen gunman fighters militia militias insurgents"
    " guerrillas missile missiles drone drones rocket rockets bomb bombs bomber bombers bombing bombings shelling artillery airstrike airstrikes warplane"
    " warplanes tanks weapon weapons gunfire knife knifeman ammunition warship warships navy submarine mortar landmine grenade grenades explosives terrorist"
    " terrorists terrorism attacker attackers assailant assailants ambush war invasion ceasefire truce hostage hostages police paramilitary paramilitaries"
    " guards commander battalion brigade frontline airbase jihadists separatists offensive attack attacks clashes".split()
)
STRONG = FORCE - frozenset("police forces guards attack attacks commander knife armed offensive tanks terrorism war truce".split())
ACCIDENTS = frozenset(
    "crash crashed collision overturned derailed earthquake quake flood floods flooding storm landslide avalanche lightning cyclone hurricane typhoon wildfire"
    " wildfires coach bus lorry train motorway footbridge accident capsized tornado eruption volcano gas boiler".split()
)
PUBLIC = FORCE | frozenset(
    "government governments minister ministers ministry president parliament senate senator senators congress council councillors councils lawmakers mp mps"
    " deputies premier chancellor governor king queen emperor embassy embassies ambassador ambassadors diplomat diplomats envoy envoys delegation delegations"
    " opposition coalition cabinet federal officials authorities authority regulator regulators commission union unions refugees"
    " humanitarian relief aid charity donors sanctions treaty border borders state states capital summit talks peace court courts judge junta regime".split()
)
MOVERS = FORCE | frozenset("delegation delegations diplomats diplomat envoy envoys ambassador peacekeepers monitors inspectors convoy protesters".split())
LAWS = frozenset(
    "law laws bill bills resolution resolutions budget motion motions act treaty amendment amendments constitution legislation declaration plan plans pact"
    " reform reforms decree measure measures rules".split()
)
CURBS = frozenset(
    "ban bans sanctions restrictions restriction curbs curfew embargo siege blockade lockdown tariffs tariff state emergency order rules measures immunity"
    " suspension quarantine veto rationing controls moratorium".split()
)
CAPTIVES = frozenset(
    "prisoner prisoners hostage hostages detainee detainees captive captives inmate inmates bail custody jail prison detention suspect suspects"
    " journalists activists activist arrested abducted kidnapped sailors crew soldiers kidnappers captors".split()
)
COURTS = frozenset(
    "court courts judge jury guilty murder charges accused defendant defendants prosecutors tribunal lawyers convicted treason corruption".split()
)
OFFICERS = FORCE | frozenset(
    "officers prosecutors detectives investigators customs inspectors agents regulators guard coastguard bailiffs frigate corvette gunboat cutter".split()
)
SPACE = frozenset("space orbit rocket spacecraft satellite moon mars venus jupiter asteroid comet lander".split())
CLAIMS = frozenset(
    "claim claims appeal appeals case cases complaint complaints idea suggestion allegation allegations report reports criticism lawsuit motion petition"
    " proposal proposals call calls accusation rumours".split()
)
TERMS = frozenset(
    "offer deal proposal proposals plan plans terms invitation resignation apology ruling responsibility demand demands result results defeat truce".split()
)
SPORTS = frozenset(
    "coach striker goalkeeper midfielder goal goals penalty match matches league cup season scored champions championship tournament innings wicket wickets"
    " race rugby football cricket tennis title fixture fixtures fans stadium quarterfinal semifinal semifinals olympic medal medals team teams defender"
    " athletics marathon sprint boxing relegation kickoff halftime referee club".split()
)
SPORT_WORDS = 3  # different words of sport that make an article one about it
FORCE_WORDS = 2  # different words of force that make an article one about violence
KNOWN = ("exact", "alias", "acronym", "demonym")  # how names of those who act in public are mostly found
NEEDS_ROWS = """
force: beat, battle, break out, erupt, explode, fell, fight, hit, mine, penetrate, pound, ram, repel, sink, storm, sweep,
    target, strike, go off, advance, capture, liberate, break through, encircle, claim lives, set fire, burn down, raze, swarm, cross border,
    torch, embark operation, launch operation, gain control, take control, infiltrate, shoot, shell, fire rocket, conflict, clash, clashes, capture,
    occupy, offensive, exercise, exercises, drill, drills, patrol, parade, alert, mass, rehearse, reinforce, scramble, enlist, call up, station, dispatch,
    maneuvers, manoeuvres, recruit, build up, amass, upgrade alert, buildup, build-up, fortify, sabotage, siege, penetrate, muster
hurt: kill, injure, wound, hurt, destroy, maim, blast, blasts, explosion, explosions, strikes, damage, knock out
mover: leave, abandon, depart, exit, vacate, dismantle, decommission, pull out, pull back, withdraw, scale down, draw down, halt offensive,
    redeploy, suspend operation, departure, withdrawal, exit, retreat
public: give up, flee, hand over, reinstate, restore, revoke, relinquish, commute, quit, submit,
    bow, settle, convention, settlement, protocol, compromise,
    deliver, treat, train, rebuild, repair, feed, fund, finance, ship, supply, equip, nurse, shelter, provide, lend, loan, allocate, arm, grant, distribute,
    rehabilitate, relieve, restore power, delivery, loan, donation, subsidise, subsidize, bail out, bailout, relief, evacuation,
    sack, close border, dissolve, displace, shut down, suppress, force out, depose, purge, hack, coup, evict, disperse, charge,
    suspend, exclude, bar, strip, disqualify, designate, isolate, delist, cut off, restrict, freeze, ban, suspension, fine, expulsion, expel, restriction,
    restrictions, penalise, penalize,
    connect, join, share, exchange, trade, invest, unite, merge, swap, pool, partner, integrate, strategy, alliance, partnership,
    arrive, fly, tour, travel, visit, attend, receive, represent, take part, participate, engage, chair, greet, brief, host, discuss, trip, session,
    debate, gathering, encounter, hearing, launch programme, workshop, seminar, congress, assembly,
    promote, award, nominate, stabilise, stabilize, help, assist, honour, honor, sponsor, contribute, defend, uphold, guarantee,
    contest, ignore, object, resist, break off, discard, block, challenge, harass, provoke, rattle, endanger, dismissal, expose, question, fault, rap,
    mutiny, rebel, rebellion, revolt, chant, boycott, uprising, press, pressure, bid for, apply, order, adopt, sale
object: ease, return, overturn, yield, free, release
verbal: decline
curb: ease, lift
captive: release, free, execute, execution
law: pass, adoption
court: trial, sentence, conviction
officers: search, raid, raids
power: seize, confiscate
earth: launch probe, probe
crowd: rally, rallies, march
claim: dismiss
terms: accept
active: fly
content: add, observe, expect, recall, rate, rank, judge, note, write, post, publish, signal, conclude, cite, wish, broadcast, air,
    quote, read out, estimate, anticipate
"""  # "need: trigger, trigger"; a line that begins with a blank goes on; a trigger in two rows needs both


@functools.cache
def needs() -> dict[str, tuple[str, ...]]:
    """What each trigger needs; triggers that are not listed need nothing."""
    found: dict[str, tuple[str, ...]] = {}
    for row in NEEDS_ROWS.strip().replace("\n  ", "").split("\n"):
        need, _, triggers = row.partition(":")
        for trigger in triggers.split(","):
            found[trigger.strip()] = (*found.get(trigger.strip(), ()), need)
    return found


def fitting(line: Line, clause: Clause, sense: Sense | None) -> Sense | None:
    """The sense of a clause, of no class where what its class needs is not there."""
    if sense is None or sense.event_type == "OTHER":
        return sense
    if sense.trigger == "strike" and not sense.noun and _has_labour(line, clause):
        event_type, act = STRIKES[True]
        return sense._replace(event_type=event_type, act=act)
    if sense.act in ("protest", "deploy", "order") and clause.lemma in TOLD_BY_OTHERS:
        return sense
    if all(NEEDS[need](line, clause) for need in needs().get(sense.trigger, ())):
        return sense
    return sense._replace(event_type="OTHER")


def _has_labour(line: Line, clause: Clause) -> bool:
    """Whether those who strike stop work: workers, or anyone in an article about work where nothing is struck."""
    subject = line.tokens.low[slice(*line.span_tokens(clause.subject_start, clause.subject_end))] if clause.subject_start >= 0 else ()
    return not LABOUR.isdisjoint(subject) or (line.page.is_about_work and FORCE.isdisjoint(line.tokens.low) and not _has_object(line, clause))


def _has_force(line: Line, _clause: Clause) -> bool:
    return not FORCE.isdisjoint(line.tokens.low) or (_is_violent(line) and not _is_sport(line))


def _is_violent(line: Line) -> bool:
    return line.page.has_words(STRONG, FORCE_WORDS)


def _is_sport(line: Line) -> bool:
    return line.page.has_words(SPORTS, SPORT_WORDS)


def _is_hurt(line: Line, clause: Clause) -> bool:
    return _has_force(line, clause) and ACCIDENTS.isdisjoint(line.tokens.low)


def _has_public(line: Line, clause: Clause) -> bool:
    if _is_sport(line):
        return False
    if not PUBLIC.isdisjoint(line.tokens.low) or _is_violent(line):
        return True
    start, end = line.base + clause.subject_start, line.base + clause.subject_end
    if any(m.kind == "location" and start <= m.char_start < end for m in line.mentions):
        return True
    return any(m.resolved_by in KNOWN and (m.kind != "location" or m.resolved_by == "demonym") for m in line.mentions)


def _has_mover(line: Line, clause: Clause) -> bool:
    """Whether those who leave are armed or sent by a state, or are a state."""
    start, end = clause.subject_start, clause.subject_end
    words = set(line.tokens.low[slice(*line.span_tokens(start, end))]) if start >= 0 else set()
    if words & MOVERS or (words & {"they", "he", "she", "it", "who"} and _is_violent(line)):
        return True
    if _is_sport(line):
        return False
    named = (m for m in line.mentions if line.base + start <= m.char_start < line.base + end)
    return any(m.kind == "location" or m.resolved_by == "acronym" for m in named)


def _has_object(line: Line, clause: Clause) -> bool:
    """Whether the verb, or the infinitive that it leads up to, is passive or has an object."""
    planned = next((c for c in line.clauses if c.kind == "infinitive" and 0 <= c.start - clause.end <= 1), clause)
    after = line.token_at(line.base + planned.verb_end)
    return clause.passive or (after < len(line.tokens.words) and letter_of(line.tokens.words[after]) in "dnX0V" and line.tokens.words[after] != ".")


def _has_verb_or_object(line: Line, clause: Clause) -> bool:
    """Whether something is declined: "declined to comment", "declined the offer"."""
    return line.sentence.text[clause.verb_end :].startswith(" to ") or _has_object(line, clause)


def _has_content(line: Line, clause: Clause) -> bool:
    """Whether a verb of saying goes on to tell what is said."""
    if any(c.kind in ("complement", "infinitive") and 0 <= c.start - clause.end <= 1 for c in line.clauses):
        return True
    verb = (line.base + clause.verb_start, line.base + clause.verb_end)
    return any(a.cue_start < verb[1] and verb[0] < a.cue_end for a in line.attributions)


def _has(words: frozenset[str]) -> Callable[[Line, Clause], bool]:
    return lambda line, _clause: not words.isdisjoint(line.tokens.low)


def _has_crowd(line: Line, _clause: Clause) -> bool:
    return not (CROWD | LABOUR | PUBLIC).isdisjoint(line.tokens.low) and not _is_sport(line)


def _has_power(line: Line, clause: Clause) -> bool:
    return not OFFICERS.isdisjoint(line.tokens.low) or _has_public(line, clause)


NEEDS: dict[str, Callable[[Line, Clause], bool]] = {
    "force": _has_force, "hurt": _is_hurt, "mover": _has_mover, "public": _has_public, "object": _has_object, "verbal": _has_verb_or_object,
    "active": lambda _line, clause: not clause.passive, "officers": _has(OFFICERS), "claim": _has(CLAIMS), "terms": _has(TERMS),
    "power": _has_power, "earth": lambda line, _clause: SPACE.isdisjoint(line.tokens.low),
    "content": _has_content, "crowd": _has_crowd,
    "curb": _has(CURBS), "captive": _has(CAPTIVES), "law": _has(LAWS), "court": _has(COURTS),
}  # fmt: skip
