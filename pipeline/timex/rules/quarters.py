"""Quarters, halves and fiscal years."""

from __future__ import annotations

from pipeline.interval import Unit
from pipeline.timex.grammar import Found, Rule
from pipeline.timex.lexer import words
from pipeline.timex.meaning import Date, Duration, Fiscal, Meaning, Relative, Section, Within
from pipeline.timex.rules.absolute import month, year
from pipeline.timex.rules.relative import WHICH
from pipeline.timex.words import UNITS, number, ordinal, singular

QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
HALVES = {"first": 1, "second": 2, "last": 2, "latter": 2, "1st": 1, "2nd": 2}
PLAYING = frozenset(
    "goal goals scored equaliser equalizer penalty half-time halftime kick-off touchdown tackle tackles minutes sent-off header striker goalkeeper wicket"
    " rebounds dunk quarterback yards yard".split()
)  # words of a match, whose halves and quarters are no dates
CODE_LEADS = frozenset("in for of since by this last from its our until during through and".split())
CODE_NOUNS = frozenset("results earnings sales profit profits revenue revenues growth gdp figures report margin loss losses guidance".split())
YEAR_OF = (
    "(?:(?P<year>{YEAR}|{FISCALYEAR})|(?P<which>last|this|next|the previous|the following|the same|that|the current|the coming) (?:fiscal )?year"
    "|(?P<that>the (?:fiscal )?year))"
)


def year_of(found: Found) -> Meaning | None:
    """The year that a part is of, where the words say it."""
    if found.get("year"):
        return Date(year(found["year"].removeprefix("fy")))
    if found.get("which"):
        return Relative(WHICH[found["which"].removeprefix("the ")], Unit.YEAR)
    return Relative("the", Unit.YEAR) if found.get("that") else None


def fiscal(found: Found, of: Meaning) -> Meaning:
    return Fiscal(of) if "fiscal" in found.raw().lower() or "FY" in found.raw() else of


def _section(found: Found) -> Meaning | None:
    unit = Unit(found["unit"])
    number = (QUARTERS if unit is Unit.QUARTER else HALVES).get(found["number"])
    if year_of(found) is None and not PLAYING.isdisjoint(t.lower() for t in found.tokens):
        return None  # of a match
    return fiscal(found, Section(unit, number, year_of(found))) if number else None


def _hyphened(found: Found) -> Meaning | None:
    first, unit = found["section"].replace("‑", "-").split("-")[0], found["section"].rsplit("-", 1)[-1]
    table = QUARTERS if unit == "quarter" else HALVES
    return fiscal(found, Section(Unit(unit), table[first])) if first in table else None


def _year_quarter(found: Found) -> Meaning:
    of = Date(year(found.get("of") or found["year"]))
    if found.get("number"):
        return Section(Unit.QUARTER, QUARTERS[found["number"]], of)
    return Section(Unit.QUARTER, 0, of, "period" if found.raw().endswith("period") or "period of" in found.raw() else None)


def _coded(found: Found) -> Meaning | None:
    code = found["code"]
    of = year_of(found)
    if of is None and found.before() not in CODE_LEADS and found.after() not in CODE_NOUNS:
        return None
    return Section(Unit.QUARTER if code[0] == "q" else Unit.HALF, int(code[1]), of)


def _led_section(found: Found) -> Meaning | None:
    unit = Unit(found["unit"])
    number = (QUARTERS if unit is Unit.QUARTER else HALVES).get(found["number"])
    return Section(unit, number, year_of(found) or Relative(WHICH[found["lead"].removeprefix("the ").split()[0]], Unit.YEAR)) if number else None


def _year_ago_section(found: Found) -> Meaning | None:
    number = QUARTERS.get(found["number"])
    return Section(Unit.QUARTER, number, Relative("last", Unit.YEAR)) if number else None


def _named_by_month(found: Found) -> Meaning:
    """ "The December quarter" is the one that ends in that month."""
    last = month(found["month"])
    if found["unit"] == "quarter" and last % 3 == 0:
        return Section(Unit.QUARTER, last // 3, Date(year(found["year"])) if found.get("year") else None)
    return Within(Duration(3 if found["unit"] == "quarter" else 6, "M", "ending"), Date(year(found.get("year")), last))


def _ended(found: Found) -> Meaning:
    """A length with the date on which it ends."""
    end = _end(found)
    count = number(found["count"]) if found.get("count") else 1
    length = Duration(count, UNITS[singular(found["unit"])], "ending")
    return Within(length, end) if end else Duration(count, length.unit)


def _end(found: Found) -> Meaning | None:
    if found.get("month1"):
        return Date(year(found.get("year1")), month(found["month1"]), ordinal(found["day1"]) if found.get("day1") else None)
    return Date(year(found.get("year2")), month(found["month2"]), ordinal(found["day2"])) if found.get("month2") else None


END = (
    "(?:the end of |{WDAYNAME}{COMMA}? )?(?:(?P<month1>{MON})(?: (?P<day1>{DAY}))?(?:{COMMA}? (?P<year1>{YEAR}))?"
    "|(?P<day2>{DAY}) (?P<month2>{MON})(?:{COMMA}? (?P<year2>{YEAR}))?)"
)


def _fiscal_year(found: Found) -> Meaning:
    if found.get("year") or found.get("code"):
        return Fiscal(Date(year(found.get("year") or found["code"].removeprefix("fy"))))
    return Fiscal(Relative(WHICH[found.get("plain") or "this"], Unit.YEAR))


RULES = (
    Rule(
        name="quarters.section",
        pattern=words(
            "(?:its |their )?(?P<span>(?:the )?(?:fiscal )?(?P<number>{ORD}|final|last|latter) (?:fiscal )?(?P<unit>quarter|half)(?: (?:of|in)(?: fiscal)? "
            + YEAR_OF
            + ")?)"
        ),
        meaning=_section,
        examples={"the third quarter": "2023-Q3", "the fourth quarter of 1988": "1988-Q4", "the first half of 1990": "1990-H1"},
        rejects=("the fifth quarter",),
    ),
    Rule(
        name="quarters.hyphened",
        pattern=words("(?:the )?(?P<span>(?:fiscal )?(?P<section>{SECTION}))"),
        meaning=_hyphened,
        examples={"third-quarter": "2023-Q3", "second-half": "2023-H2"},
        rejects=("eighth-quarter",),
    ),
    Rule(
        name="quarters.led_section",
        pattern=words("(?P<lead>last|this|next) year{S}? (?P<number>{ORD}|final|last|latter) (?P<unit>quarter|half)"),
        meaning=_led_section,
        examples={"next year's first quarter": "2025-Q1", "last year's second half": "2023-H2"},
        rejects=("last year's quarter",),
    ),
    Rule(
        name="quarters.year_quarter",
        pattern=words(
            "(?:the )?(?P<year>{YEAR}) (?:(?:(?P<number>first|second|third|fourth|final) )?quarter|period)"
            "|the (?:same|corresponding|comparable|like) (?:quarter|period) (?:of|in) (?P<of>{YEAR})"
        ),
        meaning=_year_quarter,
        examples={"the 1988 third quarter": "1988-Q3"},
        rejects=("the third quarter",),
    ),
    Rule(
        name="quarters.coded",
        pattern=words("(?:(?P<code>{SECTIONCODE})(?:(?: of)? " + YEAR_OF + ")?)"),
        meaning=_coded,
        examples={"Q2 2023": "2023-Q2", "H1 of last year": "2023-H1"},
        rejects=("Q2",),
    ),
    Rule(
        name="quarters.named_by_month",
        pattern=words("(?:the )?(?P<month>{MON})(?: (?P<year>{YEAR}))? (?P<unit>quarter|half)"),
        meaning=_named_by_month,
        examples={"the December quarter": "2023-Q4", "the June half": "2023-01/2023-06", "the January 2024 quarter": "2023-11/2024-01"},
        rejects=("the December quarters",),
    ),
    Rule(
        name="quarters.length_to",
        pattern=words("(?P<span>(?:the |its )?(?:(?P<count>{NUM}) )?(?P<unit>{UNITS}|year)) (?:ended|ending|up to|to) " + END),
        meaning=_ended,
        examples={
            "the three months to June": "2023-04/2023-06",
            "the year to 31 March 2022": "2021-04/2022-03",
            "six months ended September": "2023-04/2023-09",
        },
        rejects=("two years to",),
    ),
    Rule(
        name="quarters.ended",
        pattern=words("(?P<span>the (?P<unit>year)) (?:ended|ending)"),
        meaning=_ended,
        examples={"the year ended": "P1Y"},
        rejects=("the year",),
    ),
    Rule(
        name="quarters.year_ago_section",
        pattern=words("(?:the )?(?:year-ago|year-earlier|prior-year) (?P<number>{ORD}|final) quarter"),
        meaning=_year_ago_section,
        examples={"the year-ago third quarter": "2023-Q3"},
        rejects=("the year-ago quarter",),
    ),
    Rule(
        name="quarters.fiscal_year",
        pattern=words(
            "(?P<code>{FISCALYEAR})"
            "|(?:(?:the current|the|last|this|next|the previous|its|the past) )?(?:fiscal|financial)(?: year)?(?: ending)? (?P<year>{YEAR})"
            "|(?:the )?(?:(?P<plain>current|last|latest|this|next|previous|past) )?(?:fiscal|financial) year"
        ),
        meaning=_fiscal_year,
        examples={"fiscal 1989": "1989", "the fiscal year": "2024", "the latest fiscal year": "2023", "FY24": "2024"},
        rejects=("fiscal policy",),
    ),
)
