"""Closed and half-closed word lists about names: what stands before, inside and beside them."""

from __future__ import annotations

MONTHS = frozenset("january february march april may june july august september october november december".split())
SHORT_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
CALENDAR = MONTHS | WEEKDAYS
HONORIFICS = frozenset(
    "mr mrs ms miss dr sir lord lady dame prof professor rev reverend fr father sister saint pope king queen prince princess emperor sultan"
    " sheikh sheik shaikh ayatollah mullah maulana imam rabbi bishop archbishop cardinal patriarch gen lt col capt sgt maj adm cmdr general"
    " lieutenant colonel captain sergeant major admiral commander marshal brigadier brig corporal private inspector superintendent hon h.e"
    " hajiya hajia alhaji asiwaju otunba mallam malam datuk dato seri haji hajji engr smt shri pandit ustad mufti comrade pastor monsignor canon"
    " messrs cllr ald det insp herr frau monsieur madame mme don doña señor baron baroness count countess duke duchess earl viscount crown".split()
)
ROLES = frozenset(
    "president vice prime minister chancellor premier secretary spokesman spokeswoman spokesperson ambassador envoy governor mayor senator"
    " congressman congresswoman representative rep sen gov judge justice attorney prosecutor director chairman chairwoman chair chief head"
    " leader commander deputy speaker lawmaker mp commissioner diplomat candidate opposition politician economist analyst activist"
    " lawyer journalist reporter author writer actor actress singer composer striker goalkeeper defender midfielder coach manager captain"
    " officer founder president-elect ex-president then-president foreign defence defense interior finance treasurer councillor"
    " dictator monarch historian philosopher scientist".split()
)
ORGANISATION_HEADS = frozenset(
    "party union front movement alliance coalition league congress council committee commission ministry department agency office bureau"
    " authority court parliament assembly senate house army navy force forces guard guards police brigade brigades regiment corps command"
    " organization organisation association federation confederation institute institution foundation society club team university college"
    " school academy bank group corporation corp inc ltd co company plc fund trust board tribunal secretariat service services network news"
    " times post journal herald tribune gazette press television radio broadcasting hospital church museum center centre bloc"
    " democrats republicans liberals socialists communists conservatives greens party's partido parti partei partito partij"
    " airlines airways motors industries systems technologies holdings holding records studios entertainment laboratories united city fc"
    " militia mission guild diocese landtag shipping aerospace capital musée museo gymnasium programme"
    " program initiative chamber bundestag duma knesset rada majlis cabinet government".split()
)
PLACE_HEADS = frozenset(
    "river sea ocean lake gulf bay strait canal mountain mountains mount hill hills island islands peninsula coast valley desert forest"
    " province state region district county city town village oblast republic kingdom territory territories airport street road avenue square"
    " park bridge station north south east west northern southern eastern western central upper lower greater port fort cape camp".split()
)
EVENT_HEADS = frozenset(
    "war wars battle revolution uprising revolt election elections referendum cup championship championships olympics games tournament open"
    " trophy prize award awards treaty accord accords agreement pact act law bill protocol convention summit conference festival day week"
    " crisis massacre scandal affair coup plan doctrine constitution amendment resolution declaration operation".split()
)
PARTICLES = frozenset("de del della di da dos das du van von der den ten ter bin ibn ben bint al el la le abu y e al-".split())
CONNECTORS = frozenset("of for and the in on to & de des du del la le y und der für di e do da dos et pour".split())
SPEECH = frozenset("said says told added asked called replied noted stressed argued warned insisted claimed denied announced".split())
HOLIDAYS = frozenset("christmas easter ramadan eid thanksgiving passover hanukkah diwali nowruz halloween midsummer".split())
LANGUAGES = frozenset(
    "hindi urdu telugu tamil kannada malayalam bengali punjabi marathi gujarati arabic hebrew latin sanskrit farsi pashto swahili zulu xhosa yoruba igbo"
    " hausa amharic kurdish mandarin cantonese esperanto yiddish catalan basque gaelic english".split()
)
EVENT_ENDS = frozenset(
    "cup prize prizes award awards championship championships olympics paralympics olympiad open masters trophy derby marathon festival treaty"
    " accords act war games tournament prix grammy oscar oscars".split()
)
PLACE_STARTS = frozenset("lake mount cape river gulf strait isle".split())
BUSINESSES = frozenset(
    "shipping aerospace bakeries bakery brewery breweries energy pharma pharmaceuticals steel foods partners ventures mining petroleum electric"
    " insurance financial securities telecom software logistics lines airlines studios hotels gymnasium guild diocese capital industries"
    " holdings bank university institute college ministry committee commission association federation council agency party union newspaper"
    " corporation corp inc ltd plc gmbh ag company museum musée museo orchestra opera theatre theater hospital foundation".split()
)
COMPANIES = frozenset(
    "shipping aerospace bakeries bakery brewery breweries energy pharma pharmaceuticals steel foods partners ventures mining petroleum electric"
    " insurance securities telecom software logistics lines airlines motors capital industries holdings corp inc ltd plc gmbh ag"
    " company ab sa spa nv bv oy asa llc llp pty kk sarl tankers air airways media robotics".split()
)
SPORT = frozenset(
    "beat beats edged routed thrashed defeated scored scoring homered goal goals inning innings season seasons coach striker goalkeeper midfielder"
    " quarterback pitcher playoff playoffs league touchdown touchdowns rebounds halftime champions match matches stadium".split()
)
GOVERNMENT_ENDS = frozenset("ministry government parliament cabinet".split())
PORTFOLIOS = frozenset(
    "foreign defence defense interior finance justice transport transportation health education agriculture trade commerce energy environment"
    " culture information labour labor treasury oil planning economy economic economics industry tourism housing immigration security"
    " intelligence communications development welfare sports science technology affairs internal external home prime vice deputy majority minority"
    " press".split()
)
OFFICES = frozenset("secretary minister ministers secretaries undersecretary".split())
MEMBERS = frozenset(
    "militants fighters rebels insurgents troops officials gunmen soldiers guerrillas supporters members leaders lawmakers forces militiamen"
    " activists loyalists extremists terrorists separatists radicals peacekeepers diplomats politicians voters players fans".split()
)
DIRECTIONS = frozenset("north south east west northern southern eastern western central northeastern northwestern southeastern southwestern".split())
BELIEFS = frozenset(
    "muslim christian jewish catholic protestant orthodox sunni shiite shi'ite shia hindu buddhist sikh islamic islamist arab democratic"
    " republican communist socialist marxist fascist zionist jihadist baathist maoist anglican evangelical".split()
)
PARTIES = frozenset("party greens democrats socialists liberals conservatives radicals communists union front league movement alliance".split())
CLUBS = frozenset("united rovers athletic albion wanderers rangers hotspur fc afc rfc".split())  # last words of nothing but clubs
TEAMS = CLUBS | frozenset("town city county".split())  # last words of clubs that are called by a place
POSTNOMINALS = frozenset("KC QC SC MP MSP MEP MBE OBE CBE KBE DBE PhD MD FRS".split())  # letters after a person's name
EXCHANGES = frozenset("NASDAQ NYSE LSE TSX ASX HKEX AMEX JSE".split())  # before the letters under which a company is traded
BODY_STARTS = frozenset(  # first words of bodies in other languages
    "opéra banque banco banca caisse musée museo museu universidad université universität universidade università teatro théâtre institut instituto"
    " istituto ministerio partido partito parti associazione association asociación federación fundación fundação".split()
)
PAPERS = frozenset("newspaper daily weekly magazine tabloid broadcaster".split())  # before the name of one
SHIPS = frozenset(
    "ship ships vessel ferry ferries tanker tankers freighter trawler frigate destroyer cruiser battleship corvette yacht submarine schooner steamer"
    " barge tugboat tug liner lifeboat icebreaker trimaran satellite spacecraft probe rover telescope lander rocket sequencer racehorse".split()
)
WORKS = frozenset(
    "film films movie movies novel novels song songs album albums book books poem poems opera operas musical painting paintings symphony sonata concerto"
    " sitcom memoir soundtrack ballad documentary trilogy ballet biopic videogame".split()
)
MORE_WORKS = frozenset(
    "play plays single singles story stories poetry comic manga anthology series game games track ep lp magazine journal anthem essay essays tale drama"
    " comedy sculpture".split()
)
AIRCRAFT = frozenset("boat boats aircraft jet plane planes airliner bomber helicopter drone shuttle missile missiles rockets mv ms ss hms uss".split())
TROUPES = frozenset(
    "band bands duo trio quartet quintet orchestra choir ensemble label labels group groups startup start-up chain maker manufacturer retailer airline"
    " carrier brewer lender insurer teams side sides clubs squad franchise regulator charity watchdog bloc outlet broadcaster newspaper station".split()
)
SCIENCE = frozenset(
    "theory theorem algorithm equation effect principle disease syndrome virus bacterium gene protein enzyme acid method model test software system"
    " language dataset benchmark particle species genus asteroid comet moon planet star constellation crater galaxy nebula".split()
)
SETTLEMENTS = frozenset(
    "capital towns cities villages suburb neighbourhood neighborhood islands resort municipality area country countries border constituency riding"
    " borough".split()
)
GROUPS: tuple[tuple[str, frozenset[str]], ...] = (
    ("cal", CALENDAR),
    ("hon", HONORIFICS),
    ("rol", ROLES),
    ("org", ORGANISATION_HEADS),
    ("plc", PLACE_HEADS),
    ("evt", EVENT_HEADS),
    ("par", PARTICLES),
    ("con", CONNECTORS),
    ("say", SPEECH),
    ("wrk", WORKS | MORE_WORKS),
    ("crf", SHIPS | AIRCRAFT),
    ("bnd", TROUPES),
    ("sci", SCIENCE),
    ("pla", SETTLEMENTS),
)
