"""Roles, affiliations and whom role phrases mean."""

from __future__ import annotations

import pytest

from tests.actors_setting import Setting, told

ROLES = [
    ("a title with a demonym", "Norwegian Deputy Energy Minister [P:Kari Lund] arrived.", "Kari Lund", "Deputy Energy Minister", "Norway"),
    ("a possessive country", "[L:Chile]'s foreign minister [P:Ana Soto] left.", "Ana Soto", "foreign minister", "Chile"),
    ("an apposition", "[P:Omar Haddad], the secretary general of the [O:Arab Rail Union], spoke.", "Omar Haddad", "secretary general", "Arab Rail Union"),
    ("the name as the apposition", "The [O:Arab Rail Union]'s director, [P:Omar Haddad], spoke.", "Omar Haddad", "director", "Arab Rail Union"),
    ("a relative clause", "[P:Omar Haddad], who heads the [O:Arab Rail Union], spoke.", "Omar Haddad", "head", "Arab Rail Union"),
    ("a copula", "[P:Ana Soto] is a professor at [O:Lund University].", "Ana Soto", "professor", "Lund University"),
    ("a former office", "Former [L:Chile] president [P:Ana Soto] left.", "Ana Soto", "Former president", "Chile"),
    ("a spokesman for a body", "[P:Jan Vos], a spokesman for the [O:Dune Front], left.", "Jan Vos", "spokesman", "Dune Front"),
    ("an ambassador's host is not his side", "Ambassador to [L:Chile] [P:Jan Vos] left.", "Jan Vos", "Ambassador to Chile", None),
    ("an ambassador of one to another", "Norwegian Ambassador to [L:Chile] [P:Jan Vos] left.", "Jan Vos", "Ambassador to Chile", "Norway"),
    ("a title before an honorific", "Chairman Sir [P:Jan Vos] left the [O:Harbour Bank].", "Jan Vos", "Chairman", None),
    ("a title and where", "President [P:Ana Soto] of [L:Chile] left.", "Ana Soto", "President", "Chile"),
    ("an indefinite office before the name", "A former Norwegian minister, [P:Ana Soto], left.", "Ana Soto", "former minister", "Norway"),
    ("a verb later in the clause", "[P:Jan Vos], who lives in [L:Oslo] and coaches the [O:Gulls], left.", "Jan Vos", "coach", "Gulls"),
    ("what is led belongs to a body", "[P:Jan Vos], who runs the laboratory of the [O:Harbour Bank], left.", "Jan Vos", "head", "Harbour Bank"),
    ("an owner", "[P:Jan Vos], whose company [O:Dune Air] flies to [L:Oslo], left.", "Jan Vos", "owner", "Dune Air"),
    ("a class before the body", "[P:Ana Soto], director of the small aid group [O:Open Water], left.", "Ana Soto", "director", "Open Water"),
    ("an office in a body", "[P:Ana Soto], an under secretary in the [O:Harbour Office], left.", "Ana Soto", "under secretary", "Harbour Office"),
    ("a body of which", "The [O:Arab Rail Union], of which [P:Omar Haddad] is president, met.", "Omar Haddad", "president", "Arab Rail Union"),
    ("an age is no part of it", "The 44-year-old painter [P:Ana Soto] left.", "Ana Soto", "painter", None),
    ("a field without an article", "Trains stop, said depot director [P:Jan Vos].", "Jan Vos", "depot director", None),
    ("an office that was left", "[P:Jan Vos], who had resigned as finance minister, left.", "Jan Vos", "finance minister", None),
    ("a thing", "The owner of the old yacht, [P:Jan Vos], left.", "Jan Vos", "owner of the old yacht", None),
    ("letters after the name", "Counsel for the fund, [P:Jan Vos] KC, left.", "Jan Vos", "Counsel for the fund", None),
    ("a judge", "Lord Justice [P:Jan Vos] left.", "Jan Vos", "Lord Justice", None),
    ("an office of those days", "[P:Jan Vos], then the site manager, left.", "Jan Vos", "then site manager", None),
    ("an age between", "[P:Ana Soto], 52, is a banker.", "Ana Soto", "banker", None),
    ("an age in words", "[P:Ana Soto], a 34-year-old nurse, left.", "Ana Soto", "nurse", None),
    ("a length of time", "[P:Ana Soto] has been the mayor of [L:Molde] since 2011.", "Ana Soto", "mayor", "Molde"),
    ("a clause between", "[P:Jan Vos], whose parents were bakers, becomes chairman of [O:Harbour Bank].", "Jan Vos", "chairman", "Harbour Bank"),
    ("who is called so", "A spokesman known as [P:Jan Vos] left.", "Jan Vos", "spokesman", None),
    ("a fronted office", "As director of the [O:Harbour Bank], [P:Jan Vos] left.", "Jan Vos", "director", "Harbour Bank"),
    ("an oath", "[P:Ana Soto] was sworn in as president of [L:Chile].", "Ana Soto", "president", "Chile"),
    ("a successor", "[P:Ana Soto] succeeds [P:Jan Vos] as chairwoman of [O:Harbour Bank].", "Ana Soto", "chairwoman", "Harbour Bank"),
    ("one elected to lead", "[P:Ana Soto], elected in May to lead the [O:Harbour Bank], left.", "Ana Soto", "leader", "Harbour Bank"),
    ("the owner is a thing", "The festival's artistic director, [P:Ana Soto], left.", "Ana Soto", "artistic director", None),
    ("a field of small letters", "[P:Ana Soto], superintendent of schools, left.", "Ana Soto", "superintendent of schools", None),
    ("a place in the middle", "The head of civil defence in [L:Chile], [P:Ana Soto], left.", "Ana Soto", "head of civil defence", None),
    ("who speaks for a body", "[P:Ana Soto], who speaks for the [O:Harbour Bank], left.", "Ana Soto", "spokesperson", "Harbour Bank"),
    ("who has led a body", "The [O:Lund University] met. [P:Ana Soto], who has led the university, left.", "Ana Soto", "leader", "Lund University"),
    ("one of several", "[P:Ana Soto], one of the lawyers for the [O:Harbour Bank], left.", "Ana Soto", "lawyer for the Harbour Bank", "Harbour Bank"),
    ("an office to come", "[P:Ana Soto] will become chairwoman of [O:Harbour Bank].", "Ana Soto", "chairwoman", "Harbour Bank"),
    ("the first to lead", "[P:Ana Soto], the first woman to lead the [O:Harbour Bank], left.", "Ana Soto", "leader", "Harbour Bank"),
    ("a name that was not seen", "[P:Ana Soto], who founded Zorbo in 1998, left.", "Ana Soto", "founder", "Zorbo"),
    ("two callings in a word", "The singer-songwriter [P:Ana Soto] left.", "Ana Soto", "singer-songwriter", None),
    ("a calling that no list has", "[P:Jan Vos], a retired lamplighter from [L:Oslo], left.", "Jan Vos", "retired lamplighter", None),
    ("a trade", "[P:Jan Vos], the kite-maker, left.", "Jan Vos", "kite-maker", None),
    ("one of a number", "The [O:Harbour Bank] fell. [P:Jan Vos], one of its three directors, left.", "Jan Vos", "director", "Harbour Bank"),
    ("who set it up", "[P:Jan Vos], who set up [O:Gull Air], left.", "Jan Vos", "founder", "Gull Air"),
    ("who has run it", "[P:Jan Vos] has run [O:Gull Air] for years.", "Jan Vos", "head", "Gull Air"),
    ("a panel is led", "[P:Jan Vos], who chaired the jury, left.", "Jan Vos", "chair of the jury", None),
    ("a short title", "Cllr [P:Ana Soto] ([O:Tide Party]) left.", "Ana Soto", "Councillor", "Tide Party"),
    ("what is taught", "[P:Ana Soto], who teaches art history at [O:Lund University], left.", "Ana Soto", "teacher", "Lund University"),
    ("a short name of a body", "The [O:Molde Gulls] won. We ran, Gulls coach [P:Jan Vos] said.", "Jan Vos", "coach", "Molde Gulls"),
    ("initials of a body", "The [O:Molde Trams] paid. No, said MT spokesman [P:Jan Vos].", "Jan Vos", "spokesman", "Molde Trams"),
    ("a lone word that was seen as a person", "[P:Zorbo]'s chief executive, [P:Jan Vos], left.", "Jan Vos", "chief executive", "Zorbo"),
    ("unknown words before a role", "[P:Jan Vos], tide commander with the [O:Gull Club], left.", "Jan Vos", "tide commander", "Gull Club"),
    ("an owner that is no name", "[P:Jan Vos], the governor's tide adviser, left.", "Jan Vos", "tide adviser", None),
    ("a title after an article of another", "A panel comprising Justice [P:Jan Vos] met.", "Jan Vos", "Justice", None),
    ("a bracket between", "[P:Jan Vos] (left), a former teacher, sang.", "Jan Vos", "former teacher", None),
    ("a body that somebody runs", "[O:Gull Air] is run by [P:Jan Vos].", "Jan Vos", "head", "Gull Air"),
    ("a body with its founder", "[O:Gull Air], founded by [P:Jan Vos] in 1990, fell.", "Jan Vos", "founder", "Gull Air"),
    ("a body that somebody chairs", "[O:Gull Air], which [P:Jan Vos] chairs, fell.", "Jan Vos", "chair", "Gull Air"),
    ("an office of its own", "The [O:Gull Club] fell, said [P:Jan Vos], head of its [L:Oslo] office.", "Jan Vos", "head", "Gull Club"),
    ("one who is dismissed as", "The board sacked [P:Jan Vos] as chief executive.", "Jan Vos", "chief executive", None),
    ("known as", "[P:Jan Vos], best known as the drummer of [O:The Pines], died.", "Jan Vos", "drummer", "The Pines"),
    ("one who now leads another", "[P:Jan Vos] of the [O:Gull Club], who edits [O:The Tide], left.", "Jan Vos", "editor", "The Tide"),
    ("a body that was not seen", "[P:Jan Vos], chief executive of Northern Sound, left.", "Jan Vos", "chief executive of Northern Sound", "Northern Sound"),
    ("a body that only its acronym tells", "[P:Jan Vos], a clerk with the Tide Service ([O:TS]), left.", "Jan Vos", "clerk with the Tide Service (TS)", "TS"),
    ("a body's region", "[P:Jan Vos], the [O:Tide]'s Africa editor, left.", "Jan Vos", "Africa editor", "Tide"),
    ("one to come", "Governor-elect [P:Jan Vos] left.", "Jan Vos", "Governor-elect", None),
    ("of two countries none", "[L:Chile] met [L:Norway]. Snow fell in [L:Chile]. President [P:Ana Soto] left.", "Ana Soto", "President", None),
    ("an operating officer", "[P:Ana Soto], chief operating officer of [O:Gull Air], left.", "Ana Soto", "chief operating officer", "Gull Air"),
    ("the town told most of", "[L:Oslo] met [L:Molde]. Snow fell in [L:Molde]. Mayor [P:Ana Soto] left.", "Ana Soto", "Mayor", "Molde"),
    ("the court named last", "The [O:Oslo Court] and the [O:Tide Court] met. Judge [P:Ana Soto] left.", "Ana Soto", "Judge", "Tide Court"),
    ("our director", "The [O:Gull Club] wept. No, says [P:Ana Soto], our director.", "Ana Soto", "director", "Gull Club"),
    ("a side", "The Chilean delegation, led by envoy [P:Jan Vos], left.", "Jan Vos", "envoy", "Chile"),
    ("and before a role", "Trains stop, said [P:Zorbo] chairman [P:Jan Vos].", "Jan Vos", "chairman", "Zorbo"),
    ("and after one", "[P:Jan Vos], managing director of [P:Zorbo], left.", "Jan Vos", "managing director", "Zorbo"),
    ("a force", "The [O:Molde Police] came. [P:Jan Vos], an inspector with the force, left.", "Jan Vos", "inspector with the force", "Molde Police"),
    ("an appointment", "[P:Jan Vos] was appointed chairman of [O:Harbour Bank].", "Jan Vos", "chairman", "Harbour Bank"),
]


@pytest.mark.parametrize(("text", "name", "role", "affiliation"), [r[1:] for r in ROLES], ids=[r[0] for r in ROLES])
def test_a_role_is_read_with_whom_it_is_held_for(text: str, name: str, role: str, affiliation: str | None) -> None:
    assert [(r.name, r.role, r.affiliation) for r in told(text).roles] == [(name, role, affiliation)]


def test_a_party_is_of_whoever_holds_an_office_and_not_of_the_office() -> None:
    roles = told("Snow fell in [L:Oslo]. The mayor, [P:Ana Soto] of the [O:Tide Party], left.").roles
    assert [(r.role, r.affiliation) for r in roles] == [("mayor", "Oslo")]


def test_an_office_may_stand_before_another_title_of_the_same_person() -> None:
    setting = told("The [O:Arab Rail Union]'s director, the Norwegian engineer [P:Omar Haddad], spoke.")
    assert [(r.role, r.affiliation) for r in setting.roles] == [("director", "Arab Rail Union"), ("engineer", "Norway")]


def test_two_offices_joined_by_and_are_both_held() -> None:
    setting = told("[P:Ana Soto], rector of [O:Lund University] and chairwoman of [O:Harbour Bank], left.")
    assert [(r.role, r.affiliation) for r in setting.roles] == [("rector", "Lund University"), ("chairwoman", "Harbour Bank")]


def test_offices_joined_by_and_are_held_for_the_same_body() -> None:
    setting = told("[P:Ana Soto], founder and director of [O:Harbour Bank], left.")
    assert [(r.role, r.affiliation) for r in setting.roles] == [("founder", "Harbour Bank"), ("director", "Harbour Bank")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Presidents [P:Ana Soto] and [P:Jan Vos] met.", [("Ana Soto", "President", None), ("Jan Vos", "President", None)]),
        ("Presidents [P:Ana Soto] of [L:Chile] and [P:Jan Vos] of [L:Norway] met.", [("Ana Soto", "President", "Chile"), ("Jan Vos", "President", "Norway")]),
        ("[P:Ana Soto] and [P:Jan Vos], the owners of [O:Harbour Bank], met.", [("Ana Soto", "owner", "Harbour Bank"), ("Jan Vos", "owner", "Harbour Bank")]),
        ("Two engineers of [O:Gull Air], [P:Ana Soto] and [P:Jan Vos], met.", [("Ana Soto", "engineer", "Gull Air"), ("Jan Vos", "engineer", "Gull Air")]),
    ],
    ids=["titles", "each of a country", "after the names", "before the names"],
)
def test_a_role_in_the_plural_is_given_to_each_of_a_list(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert [(r.name, r.role, r.affiliation) for r in told(text).roles] == wanted


def test_evidence_of_a_role_is_its_exact_words() -> None:
    setting = told("[P:Omar Haddad], the secretary general of the [O:Arab Rail Union], spoke.")
    role = setting.roles[0]
    assert setting.text[role.char_start : role.char_end] == "secretary general of the Arab Rail Union"


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian chemist [P:Ana Soto] came. [P:Ana Soto] of [O:Lund University] left.",
        "The Norwegian chemist [P:Ana Soto] came. She works at [O:Lund University].",
    ],
)
def test_a_body_that_is_told_elsewhere_is_of_the_role(text: str) -> None:
    assert [(r.role, r.affiliation, r.country) for r in told(text).roles if r.role] == [("chemist", "Lund University", "Norway")]


@pytest.mark.parametrize(
    "text",
    [
        "[P:Ana Soto] met Lo Sen, a friend.",
        "[P:Ana Soto] went to [L:Oslo], the last major port.",
        "[P:Ana Soto] set up a Chilean-Norwegian firm.",
        "The protest was led by [P:Ana Soto].",
        "Officials of [O:Gull Air] were led by [P:Ana Soto].",
        "[P:Ana Soto], a neighbour, left.",
        "[P:Ana Soto] set up a committee of three.",
        "[P:Ana Soto], the minister said, left.",
        "The president met [P:Ana Soto] in [L:Oslo].",
        "[P:Ana Soto], a friend, met the Norwegian prime minister.",
        "The storm took [P:Ana Soto], mother of two.",
        "Officials met [P:Jan Vos]. The Chilean president left.",
        "[P:Ana Soto] has appointed a committee of three under a retired judge.",
        '"The kids call me captain," [P:Ana Soto] laughed.',
        "The juggler Bananas [P:Ana Soto] met [P:Jan Vos].",
        "Her partner [P:Ana Soto] left.",
    ],
)
def test_a_role_of_another_is_not_given(text: str) -> None:
    assert told(text).roles == []


def test_a_role_told_before_its_holder_is_named_waits_for_the_name() -> None:
    setting = told("The head of the [O:Arab Rail Union] has warned of delays.\n[P:Omar Haddad] said trains would stop.")
    assert [(r.name, r.role) for r in setting.roles] == [("Omar Haddad", "head")]


REFERENCES = [
    (
        "the deputy minister",
        "Deputy Foreign Minister [P:Jan Vos] met Minister [P:Ana Soto]. The deputy minister left.",
        "The deputy minister",
        "Jan Vos",
    ),
    ("a wider word", "Norwegian President [P:Ana Soto] came. The Norwegian leader left.", "The Norwegian leader", "Ana Soto"),
    ("a foreign minister is a top diplomat", "Chile's Foreign Minister [P:Jan Vos] came. The top diplomat left.", "The top diplomat", "Jan Vos"),
    ("he", "Foreign Minister [P:Jan Vos] came. He left.", "He", "Jan Vos"),
    ("she is not the spokesman", "Spokesman [P:Jan Vos] met Minister [P:Ana Soto]. She left.", "She", "Ana Soto"),
    ("his spokesman is somebody else", "Minister [P:Jan Vos] met [P:Ana Soto]. His lawyer left.", "His", "Jan Vos"),
    ("its in front of a role", "The [O:Harbour Bank] fell. Its head, [P:Jan Vos], left.", "Its", "Harbour Bank"),
    ("a body inside a role", "The [O:Harbour Bank] fell. [P:Jan Vos], a clerk at the bank, left.", "the bank", "Harbour Bank"),
    ("a body that owns", "The [O:Harbour Bank] fell. The bank's rooms are shut.", "The bank", "Harbour Bank"),
    ("him is not who tells him", "[P:Jan Vos] left. [P:Omar Haddad] told him.", "him", "Jan Vos"),
    ("nor past an apposition", "[P:Jan Vos] left. [P:Omar Haddad], a friend and rival, followed him.", "him", "Jan Vos"),
    ("his brother by name", "[P:Jan Vos] met his brother [P:Omar Vos].", "his brother", "Omar Vos"),
    ("his brother after the name", "[P:Jan Vos] wept. [P:Omar Vos], his elder brother, sang.", "his elder brother", "Omar Vos"),
    ("she goes on about her of whom it was told", "[P:Ana Soto] left. [P:Maria Lund], a friend, followed her. She sang.", "She", "Ana Soto"),
    ("a national who won", "Minister [P:Jan Vos] ran. The Norwegian won.", "The Norwegian", "Jan Vos"),
    ("himself", "[P:Jan Vos] met [P:Ana Soto]. He shot himself.", "himself", "Jan Vos"),
    ("he in the words of another", '[P:Jan Vos] left. "He lied," said [P:Omar Haddad].', "He", "Jan Vos"),
    ("a regulator", "The [O:Grain Commission] met the [O:Rail Union]. The regulator left.", "The regulator", "Grain Commission"),
    ("an institute is a college", "The [O:Lund Institute of Music] met the [O:Rail Union]. The college paid.", "The college", "Lund Institute of Music"),
    ("a body by its own word", "The [O:Arab Rail Union] met the [O:Harbour Bank]. The bank lost money.", "The bank", "Harbour Bank"),
]


@pytest.mark.parametrize(("text", "words", "name"), [r[1:] for r in REFERENCES], ids=[r[0] for r in REFERENCES])
def test_a_reference_is_resolved_to_the_one_who_fits(text: str, words: str, name: str) -> None:
    assert (words, name) in told(text).references()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norwegian President [P:Ana Soto] came. The Chilean president left.", "The Chilean president"),
        ("President [P:Ana Soto] met President [P:Jan Vos]. Then, at noon, the president left.", "the president"),
        ("A storm hit [L:Oslo]. He left.", "He"),
        ("[P:Ana Soto] wept. His lawyer left.", "His lawyer"),
        ("[P:Ana Soto] wept. The president left.", "The president"),
        ('[P:Jan Vos] left. "He lied," he said.', "He"),
        ('[P:Ana Soto], president of the [O:Rail Union], wept. "The president lied," [P:Ana Soto] said.', "The president"),
        ("The diplomat left. Trains stopped. Ambassador [P:Jan Vos] came.", "The diplomat"),
    ],
    ids=["of another country", "two hold it", "nobody is named", "of whom nothing is told", "an office", "two speak", "who speaks", "named later"],
)
def test_a_reference_that_fits_nobody_or_several_stays_open(text: str, words: str) -> None:
    assert words not in [w for w, _ in told(text).references()]


def test_settings_read_their_marks() -> None:
    assert isinstance(told("[P:Ana Soto] left."), Setting)
