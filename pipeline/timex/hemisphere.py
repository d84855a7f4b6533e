"""Whether the seasons of a text are those of the southern hemisphere, by the places that it names."""

from __future__ import annotations

import re

OPENING = 300  # characters in which a dateline or the first sentence says where the story is
LEAST = 2  # different southern places that outweigh where it opens
SOUTH = re.compile(
    r"\b(?i:Australian?|Aussie|New Zealand(?:er)?|South African?|Argentin[ae]|Argentine|Chilean|Chile|Uruguay(?:an)?|Paraguay(?:an)?|Zimbabwe(?:an)?"
    r"|Namibian?|Botswana|Lesotho|Eswatini|Mozambi(?:que|can)|Sydney|Melbourne|Canberra|Brisbane|Cairns|Townsville|Perth|Dunedin|Adelaide|Hobart|Darwin"
    r"|Fremantle|Geelong|Ballarat|Bendigo|Wollongong|Gold Coast|Alice Springs|Launceston|Queensland|Tasmanian?|New South Wales|NSW|Barossa|Murray-Darling"
    r"|Auckland|Wellington|Christchurch|Otago|Waikato|Hawke's Bay|Taranaki|Invercargill|Queenstown|Rotorua|Tauranga|Picton|Southland"
    r"|Johannesburg|Cape Town|Pretoria|Durban|Bloemfontein|Gqeberha|Port Elizabeth|Stellenbosch|Karoo|Highveld|Free State|(?:North|West|East)ern Cape"
    r"|Gauteng|Limpopo|KwaZulu-Natal"
    r"|Harare|Bulawayo|Windhoek|Gaborone|Maputo|Maseru"
    r"|Buenos Aires|Mendoza|Patagonian?|Montevideo|Valpara[ií]so|Asunci[oó]n|S[aã]o Paulo|Rio de Janeiro|Porto Alegre|Curitiba|Antarctic[a]?|Falklands?)\b"
    r"|\b(?:Santiago|Marlborough|Blenheim|Nelson|Canterbury|Hamilton|Newcastle|Victoria)\b"  # northern places too
)
SHARED = frozenset("Santiago Marlborough Blenheim Nelson Canterbury Hamilton Newcastle Victoria".split())
NORTH = re.compile(
    r"\b(?:Britain|British|England|English|Scotland|Scottish|Wales|Welsh|Ireland|Irish|London|Europe(?:an)?|France|French|German[sy]?|Spain|Italy|Italian"
    r"|United States|America|Americans?|Canada|Canadian|Washington|New York|Chicago|California|India|Indian|China|Chinese|Japan|Japanese|Russian?|Oxford)\b"
)


def is_southern(text: str) -> bool:
    """By the place where it opens, or where the southern places are the most of those it names.

    >>> is_southern("DUNEDIN - The winter was dry."), is_southern("The vines of Otago and Marlborough froze in spring."), is_southern("Hamilton sang.")
    (True, True, False)
    """
    south = {m[0] for m in SOUTH.finditer(text)}
    if not south - SHARED:
        return len(south) >= LEAST and not NORTH.search(text)
    opening = SOUTH.search(text, 0, OPENING)
    if opening and opening[0] not in SHARED:
        return True
    return len(south) >= LEAST and len(south) > len({m[0] for m in NORTH.finditer(text)})
