"""One actor across the corpus under one name."""

from __future__ import annotations

import pytest

from pipeline.actors import casting, census
from pipeline.actors.registry import register_actors
from pipeline.model import SeedActor
from pipeline.tables import in_one
from tests.actors_setting import SEEDS, told


def names_of(*texts: str, kind: str = "person") -> list[str]:
    return sorted(a.name for a in told(*texts).actors.values() if a.kind == kind)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sergei Orlov", "Sergey Orlov"), ("Mukhiddin Karimov", "Muhiddin Karimov"), ("Ana María Soto", "Ana Maria Soto"), ("J. Brenner", "Judith Brenner")],
)
def test_spellings_of_one_person_are_one_actor(one: str, other: str) -> None:
    assert len(names_of(f"[P:{one}] came.", f"[P:{other}] left.", f"[P:{other}] slept.")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Soto", "Jan Soto"),
        ("Maria Petrova", "Marina Petrova"),
        ("Ivan Petrov", "Ivana Petrova"),
        ("Mario Rossi", "Maria Rossi"),
        ("Jan Larsen", "Jen Larsen"),
    ],
)
def test_two_people_with_one_surname_stay_two(one: str, other: str) -> None:
    assert names_of(f"[P:{one}] came.", f"[P:{other}] left.") == sorted([one, other])


def test_two_spellings_in_one_article_are_two_people() -> None:
    assert len(names_of("[P:Sergei Orlov] met [P:Sergey Orlov].")) == 2


def test_spellings_with_offices_in_two_countries_are_two_people() -> None:
    assert len(names_of("Norwegian President [P:Sergei Orlov] came.", "Chilean minister [P:Sergey Orlov] left.")) == 2


def test_a_lone_surname_goes_to_its_only_bearer() -> None:
    assert names_of("[P:Ana Soto] came.", "[P:Soto] left.") == ["Ana Soto"]


def test_a_surname_with_two_bearers_stays_alone() -> None:
    assert names_of("[P:Ana Soto] came.", "[P:Jan Soto] left.", "[P:Soto] slept.") == ["Ana Soto", "Jan Soto", "Soto"]


def test_an_acronym_defined_in_one_article_serves_the_others() -> None:
    setting = told("The [O:Arab Rail Union] ([O:ARU|Arab Rail Union]) met.".replace("ARU|", "ARU|"), "The [O:ARU] left.")
    names = setting.names.assign(resolved_by=["tagged", "acronym", "tagged"]).astype(setting.names.dtypes)
    setting.__dict__["names"] = names
    assert setting.actor_of(1, "ARU").name == "Arab Rail Union"


def test_organisations_are_never_joined_by_likeness() -> None:
    assert len(names_of("[O:Harbour Bank North] grew.", "[O:Harbour Bank Norte] fell.", kind="organisation")) == 2


def test_articles_of_different_scopes_share_no_actor() -> None:
    apart = told("[P:Ana Soto] came.", "[P:Ana Soto] left.", scope=None)
    assert len(apart.actors) == 2


def test_the_order_of_articles_changes_no_actor() -> None:
    texts = ("[P:Ana Soto] of [O:Harbour Bank] came.", "Minister [P:Soto] left.", "[P:Anna Soto] and [P:Jan Vos] slept in [L:Oslo].")
    assert sorted(told(*texts).actors.items()) == sorted(told(*reversed(texts)).actors.items())


def test_a_known_actor_keeps_its_name_kind_and_country() -> None:
    actor = told("The [O:NTB] met.").actor_of(0, "NTB")
    assert (actor.name, actor.subkind, actor.acronym) == ("Northern Trade Bloc", "intergovernmental", "NTB")


def test_a_person_has_the_country_of_the_office() -> None:
    assert told("Norwegian President [P:Ana Soto] came.").actor_of(0, "Ana Soto").country == "NOR"


def test_every_name_of_an_article_has_its_identity_once() -> None:
    setting = told("[P:Ana Soto] and [P:Soto|Ana Soto] of [O:Harbour Bank] met in [L:Oslo].", "[P:Soto] left.")
    rows = [tuple(r) for r in setting.identities.itertuples(index=False)]
    assert len(rows) == len(set(rows)) == 4
    assert rows == sorted(rows)


def test_names_in_pieces_and_blocks_give_the_actors_of_one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    setting = told(
        "Norwegian President [P:Ana Soto] of [O:Harbour Bank] came.",
        "Minister [P:Soto] left [L:Oslo].",
        "[P:Anna Soto] and [P:Jan Vos] slept in [L:Oslo].",
        "[P:J. Vos], the director of [O:Harbour Bank], met [O:Dune Front] and [P:Sergei Orlov].",
        "[P:Sergey Orlov] is spokesman of the [O:Northern Trade Bloc].",
    )
    monkeypatch.setattr(casting, "BLOCK", 2)
    monkeypatch.setattr(census, "ROWS", 2)
    names, roles = (lambda frame=frame: (piece for _, piece in frame.groupby("article_id")) for frame in (setting.names, setting.role_table))
    for apart, whole in zip(register_actors(names, roles, setting.articles, SEEDS), setting.registry, strict=True):
        assert apart.equals(whole)


def test_a_known_person_taken_for_a_body_is_that_person() -> None:
    setting = told("[O:Ana Soto] came.", "[P:Ana Soto] left.")
    seeds = (*SEEDS, SeedActor("Ana Soto", "person", "office holder", "", "NOR", "", "", ""))
    actors, _, bearers = register_actors(in_one(setting.names), in_one(setting.role_table), setting.articles, seeds)
    assert (len(actors), len(bearers)) == (1, 2)
