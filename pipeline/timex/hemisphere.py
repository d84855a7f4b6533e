"""Whether the seasons of a text are those of the southern hemisphere, by the places that it names."""

from __future__ import annotations

import re

OPENING = 300  # characters in which a dateline or the first sentence says where the story is
LEAST = 2  # different southern places that outweigh where it opens
NAME = re.compile(r"\b[A-Z][A-Za-z']+")
SOUTH = frozenset(
    "australia australian australians aussie zealander zealanders argentina argentine argentinian chile chilean uruguay uruguayan paraguay paraguayan zimbabwe"
    " zimbabwean namibia namibian botswana lesotho eswatini mozambique mozambican sydney melbourne canberra brisbane cairns townsville perth dunedin adelaide"
    " hobart darwin fremantle geelong ballarat bendigo wollongong launceston queensland tasmania tasmanian nsw barossa auckland wellington christchurch otago"
    " waikato taranaki invercargill queenstown rotorua tauranga picton southland johannesburg pretoria durban bloemfontein gqeberha stellenbosch karoo highveld"
    " gauteng limpopo kwazulu harare bulawayo windhoek gaborone maputo maseru mendoza patagonia patagonian montevideo asuncion curitiba antarctica antarctic"
    " falklands falkland".split()
)
SOUTH_PHRASES = (
    "New Zealand", "South Africa", "New South Wales", "Gold Coast", "Alice Springs", "Murray-Darling", "Hawke's Bay", "Cape Town", "Port Elizabeth",
    "Northern Cape", "Western Cape", "Eastern Cape", "Free State", "Buenos Aires", "Valparaíso", "Asunción", "São Paulo", "Sao Paulo", "Rio de Janeiro",
    "Porto Alegre",
)  # fmt: skip
SHARED = frozenset("santiago marlborough blenheim nelson canterbury hamilton newcastle victoria".split())  # northern places too
NORTH = frozenset(
    "britain british england english scotland scottish wales welsh ireland irish london europe european france french germany german spain italy italian"
    " america americans american canada canadian washington york chicago california india indian china chinese japan japanese russia russian oxford".split()
)


def is_southern(text: str) -> bool:
    """By the place where it opens, or where the southern places are the most of those it names.

    >>> is_southern("DUNEDIN - The winter was dry."), is_southern("The vines of Otago and Marlborough froze in spring."), is_southern("Hamilton sang.")
    (True, True, False)
    """
    named = _names(text)
    south, shared, north = _southern(text, named), named & SHARED, named & NORTH
    if not south:
        return len(shared) >= LEAST and not north
    if _southern(text[:OPENING], _names(text[:OPENING])):
        return True
    return len(south | shared) >= LEAST and len(south | shared) > len(north)


def _names(text: str) -> frozenset[str]:
    """Words with a capital, in small letters and without a possessive."""
    return frozenset(word.lower().removesuffix("'s") for word in NAME.findall(text))


def _southern(text: str, named: frozenset[str]) -> frozenset[str]:
    return (named & SOUTH) | {phrase for phrase in SOUTH_PHRASES if phrase in text or phrase.upper() in text}
