"""Closed word classes of the grammar of roles: heads, what may stand before them, and what they are kinds of."""

from __future__ import annotations

# A class of role heads: its members, and the wider words that may stand for any of them later ("the diplomat").
ROLE_CLASSES: dict[str, tuple[str, str]] = {
    "ruler": (
        "president premier chancellor king queen emir sultan monarch ruler dictator prince princess emperor taoiseach tsar czar kaiser shah elector duke"
        " duchess archduke viceroy regent",
        "leader head ruler chief politician statesman official",
    ),
    "minister": ("minister treasurer undersecretary", "minister official politician"),
    "secretary": ("secretary secretary-general", "secretary official chief head leader"),
    "diplomat": (
        "ambassador envoy consul attaché representative delegate negotiator diplomat emissary mediator rapporteur",
        "diplomat envoy representative delegate official negotiator mediator emissary",
    ),
    "voice": ("spokesman spokeswoman spokesperson", "spokesman spokeswoman spokesperson official representative"),
    "lawmaker": (
        "senator congressman congresswoman lawmaker mp parliamentarian legislator deputy speaker councillor assemblyman"
        " assemblywoman councilman councilwoman councilor alderman backbencher peer mep",
        "lawmaker legislator politician parliamentarian mp official",
    ),
    "soldier": (
        "general commander colonel admiral major captain lieutenant sergeant marshal brigadier warlord soldier corporal commodore commandant"
        " paratrooper sniper cadet airman guerrilla",
        "commander officer soldier official chief leader",
    ),
    "executive": (
        "chairman chairwoman chair chairperson chief head director ceo founder co-founder manager boss executive commissioner administrator"
        " coordinator leader co-leader officer cfo cto coo chairmen entrepreneur businessman businesswoman owner co-owner proprietor banker financier investor"
        " partner superintendent liquidator trustee industrialist impresario philanthropist",
        "chief head boss leader official executive chair businessman commissioner billionaire tycoon",
    ),
    "local": ("governor mayor", "official politician leader chief"),
    "jurist": (
        "judge justice prosecutor attorney lawyer solicitor barrister advocate sheriff magistrate ombudsman counsel notary registrar coroner arbitrator",
        "lawyer attorney official jurist",
    ),
    "cleric": (
        "pope archbishop bishop cardinal imam ayatollah patriarch rabbi cleric mullah pastor priest sheikh vicar curate chaplain deacon abbot abbess nun monk"
        " preacher missionary mufti friar lama guru",
        "cleric pontiff leader preacher",
    ),
    "expert": (
        "professor analyst expert researcher postdoc economist historian scientist author physician doctor fellow scholar strategist lecturer engineer"
        " astronomer chemist physicist mathematician statistician botanist zoologist ecologist geographer philosopher linguist archivist librarian"
        " curator rector provost dean teacher headmaster headmistress headteacher principal academic pollster consultant specialist technician"
        " inventor designer architect surveyor forecaster explorer astronaut cosmonaut geneticist biochemist astrophysicist neuroscientist agronomist"
        " laureate naturalist conservationist restorer demographer oceanographer theologian educator tutor instructor actuary translator",
        "expert academic scientist researcher scholar specialist",
    ),
    "carer": (
        "nurse midwife surgeon vet veterinarian paramedic dentist pharmacist psychologist psychiatrist therapist medic paediatrician pediatrician"
        " obstetrician anaesthetist physiotherapist optician nutritionist dietitian",
        "doctor medic expert vet",
    ),
    "reporter": (
        "journalist reporter editor correspondent columnist presenter photographer blogger broadcaster publisher commentator"
        " critic newsreader announcer podcaster vlogger influencer",
        "journalist reporter editor writer",
    ),
    "activist": (
        "activist campaigner dissident organiser organizer politician candidate nominee frontrunner volunteer protester convener unionist whip"
        " environmentalist feminist reformer lobbyist",
        "activist campaigner politician leader unionist",
    ),
    "aide": (
        "adviser advisor aide assistant counsellor inspector superintendent detective constable investigator auditor accountant clerk bailiff"
        " policeman policewoman trooper secretary-treasurer receptionist",
        "adviser advisor aide official officer",
    ),
    "artist": (
        "actor actress singer artist writer poet novelist filmmaker composer musician soprano tenor baritone conductor pianist violinist guitarist"
        " cellist organist songwriter lyricist dramatist essayist biographer ballerina puppeteer magician drummer"
        " rapper dancer choreographer painter sculptor comedian playwright screenwriter producer cartoonist illustrator model potter acrobat juggler clown"
        " stuntman stuntwoman bassist flautist violist trumpeter saxophonist percussionist harpist accordionist vocalist entertainer animator calligrapher"
        " ceramicist glassblower stylist librettist mezzo-soprano contralto countertenor bandleader frontman satirist storyteller",
        "actor actress singer artist writer star director musician performer",
    ),
    "athlete": (
        "coach striker midfielder goalkeeper goalie defender footballer player champion athlete swimmer sprinter referee umpire arbiter winger forward"
        " batsman bowler cricketer golfer cyclist boxer wrestler gymnast skier skater rower sculler fencer runner jockey trainer quarterback pitcher"
        " goaltender snowboarder surfer weightlifter canoeist kayaker marksman archer climber mountaineer sailor skipper off-spinner wicketkeeper"
        " all-rounder fly-half scrum-half full-back fullback playmaker substitute linebacker shortstop hurdler marathoner triathlete biathlete"
        " paddler yachtsman yachtswoman oarsman sportsman sportswoman olympian medallist medalist grandmaster judoka handballer",
        "player athlete star climber skipper rower manager",
    ),
    "worker": (
        "agent broker auctioneer brewer boatman coxswain ferryman cobbler weaver locksmith blacksmith goldsmith watchmaker shoemaker winemaker innkeeper"
        " publican undertaker gravedigger signalman postmaster bosun deckhand trawlerman herder grower sommelier steward stewardess programmer"
        " farmer student resident trader pilot driver fisherman shopkeeper survivor witness official member militant militiaman baker butcher chef cook"
        " waiter barista brewer miner welder plumber electrician carpenter builder mechanic postman firefighter gardener forester beekeeper shepherd"
        " guide ranger keeper warden janitor caretaker cleaner hotelier restaurateur landlord tenant craftsman tailor hairdresser barber"
        " pensioner retiree mother father widow widower bride groom villager lifeguard librarian interpreter treasurer trucker farmhand fishmonger"
        " greengrocer grocer butler maid housekeeper nanny babysitter chauffeur cleaner seamstress dressmaker stonemason bricklayer roofer plasterer"
        " thatcher steelworker docker dockworker stevedore lumberjack logger rancher cowboy goatherd vintner cheesemaker confectioner barman bartender"
        " waitress cashier salesman saleswoman vendor hawker jeweller jeweler foreman apprentice trainee intern pupil undergraduate schoolboy schoolgirl"
        " homeowner motorist commuter passenger hiker angler poacher birdwatcher crewman lifeboatman helmsman railwayman attendant aviator balloonist"
        " heiress socialite collector benefactor native shareholder breeder"
        " master harbourmaster stationmaster shipowner captain merchant dealer importer exporter landowner developer tycoon heir",
        "resident witness survivor member official worker businessman",
    ),
    "accused": (
        "suspect defendant plaintiff fugitive gunman hacker smuggler victim hostage prisoner detainee inmate refugee migrant asylum-seeker whistleblower",
        "suspect defendant man woman victim prisoner",
    ),
}
CLASS_OF: dict[str, str] = {head: name for name, (heads, _) in reversed(ROLE_CLASSES.items()) for head in heads.split()}
WIDER: dict[str, frozenset[str]] = {name: frozenset(words.split()) for name, (_, words) in ROLE_CLASSES.items()}
CLASS_OF |= {w: "any" for words in WIDER.values() for w in words if w not in CLASS_OF}
RELATIVE = {"counterpart": "", "successor": "incoming ", "predecessor": "former "}  # heads that name another's office, and what it is then
CLASS_OF |= dict.fromkeys(("counterpart", "successor", "predecessor"), "any")
SERVING = frozenset(("executive", "voice", "secretary"))  # classes of roles that are always of some body
OWN_MASTERS = frozenset("banker entrepreneur businessman businesswoman investor financier industrialist philanthropist owner co-owner proprietor".split())
STAFF = frozenset(  # heads of other classes that are always of some body too
    "curator librarian rector provost headmaster headmistress headteacher principal coach goalkeeper treasurer engineer editor".split()
)
OF_REGIONS = frozenset("district city county provincial regional local municipal state village town".split())
COMPANIES = frozenset("company firm business".split())
RULING_CLASSES = frozenset(("ruler", "minister"))  # of a country
CROWNED = frozenset(  # rulers who are told of in other countries too
    "king queen emir sultan monarch prince princess emperor tsar czar kaiser shah duke duchess archduke pope".split()
)
COMMON_CLASSES = frozenset(  # of roles that many hold in any country, so that "the Swedish HEAD" needs to be told of whom
    ("executive", "expert", "carer", "reporter", "activist", "artist", "athlete", "worker", "cleric")
)
KIN = frozenset("father mother widow widower bride groom man woman".split())
VAGUE_CLASSES = frozenset(("any", "accused"))  # words for people that are no role of theirs
VAGUE = frozenset("official member resident witness survivor chief leader head expert politician father mother widow widower bride groom villager".split())
RUNNING = frozenset("founder driver pilot captain skipper owner passenger motorist attendant landlord tenant cashier".split())  # of a thing told before
SHORT_TITLES = {
    "gen": "General", "lt": "Lieutenant", "col": "Colonel", "maj": "Major", "capt": "Captain", "sgt": "Sergeant", "adm": "Admiral",
    "gov": "Governor", "sen": "Senator", "rep": "Representative", "prof": "Professor", "brig": "Brigadier", "cmdr": "Commander",
    "cllr": "Councillor", "coun": "Councillor", "pm": "Prime Minister", "fm": "Foreign Minister", "rev": "Reverend", "cpl": "Corporal",
}  # fmt: skip
SHORT_HEADS = {"pm": "minister", "fm": "minister", "rev": "priest"} | {short: full.lower() for short, full in SHORT_TITLES.items() if full.lower() in CLASS_OF}
HONORIFICS = frozenset("mr mrs ms miss dr sir lord lady dame mx messrs hon h.e baron baroness count countess viscount earl don".split())
GENERAL_AFTER = frozenset("secretary attorney director governor consul inspector prosecutor surgeon auditor solicitor commissioner procurator".split())
FEMALE = frozenset(
    "mrs ms miss lady dame baroness countess duchess spokeswoman chairwoman congresswoman businesswoman queen princess actress she her hers herself".split()
)
MALE = frozenset("mr sir lord spokesman chairman congressman businessman king prince assemblyman he his him himself".split())

RANK = frozenset(
    "deputy vice acting interim caretaker first second third former ex then late outgoing incoming new current ousted deposed exiled prime top"
    " senior chief leading veteran junior assistant associate principal permanent special general supreme high honorary founding managing"
    " executive non-executive presidential parliamentary ministerial de facto self-proclaimed longtime long-time co newly"
    " major lieutenant colonel brigadier rear staff retired independent lead head chairman"
    " main presiding sitting investigating examining serving"
    " majority minority shadow crown national regional provincial federal local municipal state royal city district country county".split()
)
FIELDS = frozenset(
    "foreign defence defense finance interior home health energy economy economic economics education transport transportation agriculture"
    " agricultural justice environment environmental trade culture labour labor industry commerce tourism sport sports water security"
    " intelligence press media communications information technology science research policy political military army navy naval air force"
    " police fire border migration immigration refugee refugees relief aid humanitarian rights human climate nuclear oil gas mining housing"
    " planning development infrastructure railway railways maritime fisheries forestry forests wildlife social welfare family women youth"
    " religious affairs external internal relations european treasury tax budget central bank banking monetary trade-union union"
    " opposition party government cabinet parliament house senate congress court constitutional election electoral campaign medical"
    " emergency emergencies disaster safety civil public legal peace counter-terrorism counterterrorism antiterrorism guerrilla rebel militant"
    " separatist insurgent jihadist spiritual tribal community village student business industrial technical operating operations operational financial"
    " investment marketing sales editorial football cricket rugby basketball team club faction group company movement space digital"
    " cyber cybersecurity data weather anti-corruption corruption drugs drug hospital university school state".split()
)
DETERMINERS = frozenset("the its his her their our my".split())
PREPOSITIONS = frozenset(
    "of in on at for with from to by about against between near under over than into including like via without after before during since as towards"
    " toward among amid across around behind despite within through outside inside following".split()
)
ARTICLES = frozenset({"a", "an"})
# What a role phrase may take after it: preposition -> classes of head that take it; the second set says whose body or country it names.
TAKES: dict[str, frozenset[str]] = {
    "of": frozenset(ROLE_CLASSES) | {"any"},
    "to": frozenset(("diplomat", "aide", "minister", "secretary")),
    "for": frozenset(("ruler", "jurist", "diplomat", "voice", "minister", "secretary", "executive", "aide", "activist", "expert", "lawmaker", "any")),
    "at": frozenset(ROLE_CLASSES) | {"any"},
    "with": frozenset(("expert", "soldier", "jurist", "voice", "reporter", "executive", "worker", "carer", "aide")),
    "from": frozenset(("expert", "lawmaker", "activist", "worker", "artist", "athlete", "carer")),
    "in": frozenset(("minister", "secretary", "executive", "aide")),
}
NAMES_HOLDER_OF = frozenset({"of", "at", "with"})  # "for" and "in" only name bodies, "to" nobody
LEADING = {
    "heads": "head", "headed": "head", "leads": "leader", "led": "leader", "chairs": "chair", "chaired": "chair", "runs": "head", "ran": "head",
    "directs": "director", "commands": "commander", "commanded": "commander", "represents": "representative", "founded": "founder",
    "edits": "editor", "governs": "governor", "coaches": "coach", "manages": "manager", "owns": "owner", "coached": "coach", "edited": "editor",
    "managed": "manager", "captains": "captain", "co-founded": "co-founder", "co-owns": "co-owner", "represented": "representative",
}  # fmt: skip
TO_LEAD = {"head": "head", "lead": "leader", "chair": "chair", "run": "head", "direct": "director", "command": "commander"}  # after "to"
LEADING_FOR = {  # verb and preposition
    ("speaks", "for"): "spokesperson", ("spoke", "for"): "spokesperson", ("plays", "for"): "player", ("played", "for"): "player",
    ("teaches", "at"): "teacher", ("taught", "at"): "teacher", ("lectures", "at"): "lecturer", ("studies", "at"): "student",
    ("sits", "on"): "member", ("sits", "in"): "member", ("writes", "for"): "writer", ("set", "up"): "founder",
    ("works", "at"): "", ("works", "for"): "", ("has", "run"): "head", ("had", "run"): "head",
}  # fmt: skip
NEUTRAL = {  # heads that differ in gender alone
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "spokesman": "spokesperson", "spokeswoman": "spokesperson",
    "congresswoman": "congressman", "businesswoman": "businessman", "policewoman": "policeman", "actress": "actor", "councilwoman": "councilman",
    "headmistress": "headteacher", "headmaster": "headteacher", "vet": "veterinarian", "justice": "judge", "goalie": "goalkeeper", "keeper": "goalkeeper",
}  # fmt: skip
OF_PLACES = frozenset("player coach manager governor representative founder owner".split())  # of the roles above, those that a place too may have
AS_VERBS = frozenset(  # before "as ROLE"
    "served serves serving serve acts acted acting resigned resigns resigning resign stepped steps stepping step quit quits quitting retired retires retiring"
    " works worked working returned returns sworn succeeded succeeds succeed replaced replaces replace dismissed sacked fired ousted removed confirmed hired"
    " appointed named elected nominated chosen picked installed re-elected reelected reappointed began started trained"
    " take takes took taking joined joins".split()
)
COPULAS = frozenset("is was became becomes become been be remains remained".split())
APPOINTING = frozenset(
    "appointed named elected nominated chose chosen picked installed re-elected reelected reappointed hired appoint name elect appoints names elects"
    " appointing naming electing crowned made promoted sworn".split()
)

# Subkinds of actor, each with the words for a body that may stand for it; a body whose own name has the word fits as well.
BODIES: dict[str, frozenset[str]] = {
    subkind: frozenset(words.split())
    for subkind, words in {
        "intergovernmental": "organization organisation bloc alliance union agency council commission committee court watchdog federation body"
        " institution fund group",
        "armed group": "organization organisation group movement alliance militia militants insurgents rebels radicals extremists jihadists fighters terrorists"
        " islamists faction cartel",
        "party": "movement alliance party islamists faction",
        "company": "company firm bank airline carmaker lender retailer manufacturer fund group giant",
        "media": "agency broadcaster newspaper outlet paper magazine daily weekly station",
        "civil society": "organization organisation group movement union watchdog charity institute university foundation federation association club"
        " forum guild league trust board society museum school hospital theatre orchestra church congress",
        "government body": "agency ministry council commission committee court watchdog regulator body institution department office parliament"
        " assembly senate bureau authority",
        "university": "university college school institute academy institution",
        "sports club": "club",
    }.items()
}
OUTLETS = frozenset("newspaper daily weekly television news radio agency magazine broadcaster channel network website tabloid podcast".split())
BODY_WORDS: frozenset[str] = frozenset().union(*BODIES.values())
RULING = frozenset("administration authorities government regime rulers".split())
# Words for the bodies that offices belong to: the office of a head or of a class of heads is of the one such body of an article.
SEATS: dict[str, frozenset[str]] = {
    head: frozenset(words.split())
    for heads, words in {
        "judge justice magistrate": "court tribunal",
        "governor": "bank",
        "librarian archivist": "library archive archives",
        "curator": "museum gallery collection",
        "professor lecturer rector provost dean student researcher": "university college institute academy polytechnic",
        "headteacher headmaster headmistress principal teacher pupil": "school college academy",
        "bishop archbishop priest vicar canon pastor": "diocese church cathedral parish archdiocese",
        "inspector sergeant detective constable superintendent policeman policewoman": "police constabulary",
        "conductor cellist violinist": "orchestra philharmonic choir singers symphony",
        "senator congressman congresswoman lawmaker mp parliamentarian legislator deputy speaker backbencher": "parliament assembly senate congress house duma",
        "councillor councilor councilman councilwoman alderman": "council",
        "nurse midwife surgeon medic": "hospital clinic",
        "firefighter": "brigade",
        "ranger": "park",
        "commissioner": "commission",
        "imam": "mosque islamic",
    }.items()
    for head in heads.split()
}
MEMBERS = frozenset("states nations countries".split())
