"""Word classes of English clauses: closed lists, irregular verbs, and the verbs that news is written with.

Each token gets one class letter; a sentence becomes a string of letters, and verb groups are patterns over it.
"""

from __future__ import annotations

import functools
import re

FUTURE = frozenset("will 'll won't shall shan't".split())
POSSIBLE = frozenset("may might could can can't cannot couldn't mightn't must mustn't should shouldn't ought".split())
WOULD = frozenset("would wouldn't".split())
MODALS = FUTURE | POSSIBLE | WOULD
BE = frozenset("is are was were am isn't aren't wasn't weren't".split())
HAVE = frozenset("has have had hasn't haven't hadn't".split())
DO = frozenset("does do did doesn't don't didn't".split())
NEGATIONS = frozenset("not never n't no-one nobody nothing neither nowhere hardly scarcely".split())
SHORT_ADVERBS = frozenset(
    "also already just still now then always again further yet soon once ever even later earlier today tomorrow yesterday thus hence instead together"
    " often too so rather only however meanwhile therefore moreover nonetheless nevertheless officially back away up out down off forward long far"
    " twice almost about around perhaps maybe apart ahead abroad overnight reportedly allegedly".split()
)
DETERMINERS = frozenset(
    "the a an this these those his her its their our my your some any every each all both several many most more few another no such other".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for from with without into onto over under near between among amid against toward towards through throughout during despite within"
    " across along behind beyond inside outside upon via per about around regarding concerning including like unlike beside besides above below off"
    " except following according due owing ahead aboard alongside amongst atop beneath".split()
)
SUBORDINATORS = frozenset("after before because when while if although though unless until till whereas since where whether as whenever wherever".split())
PREPOSITIONS_TOO = frozenset("after before until till since as".split())
RELATIVES = frozenset("who which whose whom".split())
PRONOUNS = frozenset("he she it they we i you there who nobody everyone someone anyone".split())
COORDINATORS = frozenset("and or but nor".split())
QUOTES = frozenset("\"“”„«»‘’'")

IRREGULAR_ROWS = """
arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent|bet bet|bid bid
bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|broadcast broadcast|build built|burst burst
buy bought|cast cast|catch caught|choose chose chosen|cling clung|come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|do did done
draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung
fly flew flown|forbid forbade forbidden|forecast forecast|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven
forgo forwent forgone|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung|have had|hear heard
hide hid hidden|hit hit|hold held|hurt hurt|keep kept|know knew known|lay laid|lead led|leave left|lend lent|let let|lie lay lain|light lit|lose lost
make made|mean meant|meet met|mislead misled|mistake mistook mistaken|offset offset|outlaw outlawed|overcome overcame overcome|oversee oversaw overseen
overthrow overthrew overthrown|overturn overturned|pay paid|put put|quit quit|read read|rebuild rebuilt|reset reset|ride rode ridden|ring rang rung
rise rose risen|run ran run|say said|see saw seen|seek sought|sell sold|send sent|set set|shake shook shaken|shed shed|shoot shot|show showed shown
shrink shrank shrunk|shut shut|sing sang sung|sink sank sunk|sit sat|slay slew slain|sleep slept|slide slid|speak spoke spoken|spend spent|split split
spread spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck|strike struck|strive strove striven|swear swore sworn|sweep swept
swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone
understand understood|undertake undertook undertaken|uphold upheld|upset upset|wake woke woken|wear wore worn|weave wove woven|win won|wind wound
withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written|rewrite rewrote rewritten|retake retook retaken
"""

REGULAR = """
abandon abduct abolish absorb abstain abuse accelerate accept accompany accomplish accuse achieve acknowledge acquire acquit act activate adapt add
address adhere adjourn adjust administer admire admit adopt advance advise advocate affect affirm agree aid aim air alert align allege allocate allow
alter amend analyse analyze announce annex annul answer anticipate apologise apologize appeal appear applaud apply appoint appreciate approach approve
argue arm arrange arrest arrive ask assassinate assault assemble assert assess assign assist assume assure attach attack attain attempt attend attract
authorise authorize avert avoid award back ban bar base batter battle beef believe belong benefit besiege betray blame blast block blockade bolster bomb
bombard boost border borrow boycott brand breach brief burn bury calculate call calm campaign cancel capture care carry cause cease celebrate chair
challenge change characterize charge chase check cheer circulate cite claim clarify clash classify clean clear climb close coerce collaborate collapse
collect collide combat combine comment commemorate commend comment commit compare compel compete compile complain complete comply compose concede
conceal concentrate concern conclude condemn conduct confer confine confirm confiscate conflict confront congratulate conquer consider consist
consolidate constitute construct consult contact contain contend contest continue contract contradict contribute control convene convert convey
convict convince cooperate coordinate cope correct correspond counter cover crack crackdown crash create criticise criticize cross crush curb curtail
damage dampen dash debate debut deceive decide declare decline decrease dedicate deem deepen defeat defect defend defer defuse degrade delay delegate
deliberate deliver demand demobilize demolish demonstrate denounce deny depart depend depict deploy deport depose deprive descend describe deserve
design designate destabilize destroy detain detect deteriorate determine detonate devastate develop devote die differ direct disagree disappear disarm
disband discharge disclose discover discredit discuss dismantle dismiss disperse displace display dispatch dispute disqualify disrupt dissolve
distribute divert divide divorce dominate donate double doubt draft drag drift drop drown dub earn ease echo edge educate elaborate elect eliminate
embark embrace emerge emanate emphasise emphasize employ enable enact encounter encourage end endanger endorse endure enforce engage enhance enjoy
enlist ensure enter entertain entrench equip eradicate erect erupt escalate escape escort establish estimate evacuate evade evaluate evict evolve
examine exceed exchange exclude execute exempt exercise exert exhaust exist expand expect expel experience expire explain explode exploit explore
export expose express extend extort extradite face facilitate fail fan favor favour fear feature file fill finalise finalize finance finish fire flare
flood focus foil follow force forge form formalize formulate foster free frustrate fuel fulfil fulfill function fund gain gather generate govern grab
grant greet grieve guarantee guard guide halt hamper hand handle happen harass harbor harbour harm head heighten help highlight hijack hinder hint hire
honor honour hope host identify ignite ignore imagine impact impeach implement implicate imply import impose imprison improve inaugurate include
incorporate increase incur indicate indict infiltrate inflict influence inform inherit initiate inject injure insist inspect inspire install instruct
insult insure integrate intend intensify intercept interfere interpret interrogate interrupt intervene interview introduce invade invest investigate
invite involve isolate issue jail join joke judge jump justify kick kidnap kill knock label lack land last laud launch launder leak lean leap learn legalize
legislate leverage levy liberate lift limit link list listen live load lobby locate lock lodge loot lower maintain manage manipulate march mark marry
massacre match mediate mention merge migrate mobilise mobilize moderate modernize modify monitor mount mourn move murder mutiny name nationalize near
necessitate negotiate neighbor nominate normalise normalize note notice notify object oblige observe obstruct obtain occupy occur offer open operate
oppose order organise organize originate oust outline outnumber overhaul overrun overshadow owe own parade pardon participate partner pass patrol pause
penetrate perform permit persecute persist persuade phone pick plan play plead please pledge plot plunge point poison pose position possess post postpone
pound practice praise pray predict prefer prepare present preserve press pressure presume prevail prevent proceed process proclaim procure produce
progress prohibit prolong promise promote prompt propose prosecute protect protest prove provide provoke publish pull punish purchase purge pursue push
qualify quadruple quell question quote race raid raise rally ransack ratify reach react reaffirm realise realize reassure rebuff rebuke recall receive
recognise recognize recommend reconcile reconsider record recover recruit redeploy reduce refer reflect reform refrain refuse regain regard register
regret regulate reign reinforce reinstate reiterate reject relate relax release relocate rely remain remark remember remind remove renew renounce reopen
repair repatriate repeal repeat repel replace reply report represent repress request require reschedule rescue resemble reserve reshuffle reside resign
resist resolve resort respect respond rest restart restore restrain restrict result resume resurface retain retaliate retire retreat retrieve return
reunite reveal reverse review revise revive revoke revolt reward rig risk rival rock root rotate ruin rule rush sabotage sack salute sanction satisfy save
scale scare scatter schedule scold score scrap screen seal search secure seize sell sentence separate serve settle sever shape share shell shelter shelve
shift ship shock shorten shoulder shout sideline sign signal simplify slam slash slate slow smash smuggle snub soar solve sour spark specify spur spy
squeeze stabilise stabilize stab stage stall start starve state station stay stem step stoke stop storm strain streamline strengthen stress strip struggle
study stumble stun submit subpoena succeed suffer suggest sue suit summarize summon supply support suppose suppress surface surge surpass surprise
surrender surround survey survive suspect suspend sustain swap switch sympathise sympathize table tackle talk target tarnish tax telephone tend term
terminate terrorise test testify thank threaten tie tighten tolerate top topple torch torture total touch tour tout trace track trade trail train
transfer transform transit translate transmit transport trap travel treat trigger triple trust try tumble turn tweet unanimously uncover underline undermine
underscore unfold unify unite unleash unveil update upgrade urge use vaccinate value vanish veto view violate visit voice volunteer vote vow wait waive
walk want warn warrant watch weaken welcome widen wield wipe wage wish witness wonder work worry wound wrap yield slap quash mull eye ink axe hail oust probe
"""

# forms that are nouns at least as often as verbs: taken for verbs only where the words around leave no doubt
OFTEN_NOUNS = frozenset(
    "talk plan call attack report claim visit strike protest vote threat fear raid deal aid act aim air alert appeal approach arm arrest assault attempt"
    " award back ban bar base battle benefit blame block blockade bomb border boycott breach brief campaign care cause challenge change charge check clash"
    " combat comment concern conflict contact contract control counter cover crack crash cut damage dash debate defeat delay demand design dispatch display"
    " dispute double doubt draft drift drop edge end estimate exchange execute exercise experience export express face fan favor favour feature fight file"
    " fill finance fire flood focus force form fuel function fund gain gather grant guarantee guard guide halt hand harm head help highlight hint hit hold"
    " honor honour hope host impact import increase influence insult interest interview issue jail join joke judge jump kick label lack land last launch"
    " leak leap lift limit link list load lobby lock loot march mark match merge mount move murder name near neighbor note notice object offer open order"
    " outline overhaul own parade pardon partner pass patrol pause permit phone pick pledge plot point poison position post practice praise press pressure"
    " process progress promise prompt pull purchase purge push question quote race raise rally reach read rebuke recall record reform regard release remark"
    " repair reply request rescue reserve respect rest result return review revolt reward risk rival rock root rule run rush sack salute sanction scale scare"
    " schedule score screen seal search sentence separate set shape share shell shelter shift ship shock shoulder show sign signal slam slate slow spark"
    " spread stage stall stand start state station stay stem step stop storm strain stress struggle study suit supply support surge surprise survey suspect"
    " swap switch table tackle target tax term test tie top torch torture total touch tour trace track trade trail train transfer transit transport trap travel"
    " treat trigger trust turn tweet upgrade use value veto view voice volunteer vow wait walk want warrant watch"
    " welcome wage wish witness wonder work worry wound"
    " blast wrap yield cast cost deposit lead lie light live mean measure patient people place play power"
    " present price program project put quit"
    " spring wind bid probe eye axe hail ink address brand".split()
)
NO_VERB_ED = frozenset(
    "hundred indeed need speed breed bed red seed deed heed reed weed feed greed shed sled embed unprecedented"
    " sacred so-called naked wicked rugged kindred unarmed unnamed"
    " unidentified exceed proceed succeed beloved one-sided far-fetched long-awaited uninvited unfounded retired aged ahmed mohammed muhammed hamed".split()
)
NO_VERB_ING = frozenset(
    "meeting morning evening building during nothing something anything everything king beijing thing string spring ring wing sing bring ceiling sterling"
    " sibling offspring briefing hearing housing wedding finding ruling pudding upcoming forthcoming ongoing leading remaining neighbouring neighboring"
    " including following according regarding concerning pending existing surrounding funding bombing shooting killing training proceeding gathering rating"
    " filing holding setting being fighting trafficking smuggling peacekeeping policing bordering reading warning opening".split()
)

_PAIRS = [row.split() for block in IRREGULAR_ROWS.strip().split("\n") for row in block.split("|")]
PAST_ONLY = {row[1]: row[0] for row in _PAIRS if len(row) == 3 and row[1] != row[2]}
PARTICIPLE_ONLY = {row[2]: row[0] for row in _PAIRS if len(row) == 3 and row[0] not in (row[2], "be")}
PAST_OR_PARTICIPLE = {row[-1]: row[0] for row in _PAIRS if len(row) == 2}
SHORT_STEMS = {form: verb for verb in ("die", "lie", "tie", "vie", "fine") for form in (verb + "s", verb + "d", verb[0] + "ying")}
KNOWN = frozenset(REGULAR.split()) | {row[0] for row in _PAIRS}
ADDS_E = tuple("at iz is uc ic ut ov iv av ur ir or id od ag eg ng rg dg nc rc rs ns lv rv u os us as".split())


@functools.lru_cache(maxsize=65_536)
def lemma_of(word: str) -> str:
    """The base form of a verb, from its written form in small letters.

    >>> [lemma_of(w) for w in ("announced", "stopped", "denies", "took", "fleeing", "is")]
    ['announce', 'stop', 'deny', 'take', 'flee', 'be']
    """
    if word in BE or word in ("been", "being", "be", "'m", "'re"):
        return "be"
    for table in (PAST_ONLY, PARTICIPLE_ONLY, PAST_OR_PARTICIPLE, SHORT_STEMS):
        if word in table:
            return table[word]
    if word in HAVE or word == "having":
        return "have"
    if word in DO or word == "doing":
        return "do"
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and word not in KNOWN and len(word) > len(ending) + 1:
            return _base(word[: -len(ending)], ending)
    return word


def _base(stem: str, ending: str) -> str:
    """The stem without its ending, respelled: "deni" -> "deny", "stopp" -> "stop", "announc" -> "announce"."""
    if stem.endswith("i") and ending in ("ed", "es"):
        return stem[:-1] + "y"
    if stem in KNOWN or stem + "e" in KNOWN:
        return stem if stem in KNOWN and not (ending != "s" and stem + "e" in KNOWN) else stem + "e"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in KNOWN | {stem[:-1]} and stem[-1] not in "lsz":
        return stem[:-1]
    if ending in ("ed", "ing") and stem[-1] == stem[-2:-1] == "l" and stem[:-1] in KNOWN:
        return stem[:-1]
    return stem + "e" if ending in ("ed", "ing") and stem.endswith(ADDS_E) else stem


_CLOSED: dict[str, str] = {}
for _letter, _words in (
    ("n", NEGATIONS - {"not", "never", "n't", "hardly", "scarcely"}), ("p", PREPOSITIONS), ("d", DETERMINERS),
    ("R", SHORT_ADVERBS - {"about", "around", "off", "ahead"}),
    ("s", SUBORDINATORS), ("w", RELATIVES), ("t", {"that"}), ("c", COORDINATORS), ("h", PRONOUNS - RELATIVES), ("M", MODALS), ("B", BE), ("H", HAVE), ("D", DO),
    ("E", {"be", "been", "being"}), ("N", {"not", "never", "n't", "hardly", "scarcely"}), ("T", {"to"}), ("o", {"'s", "’s"}), ("G", {"having"}),
    ("X", {"last"}),  # "last week", "the last film"; the verb is mostly "lasts" or "lasted"
    ("P", PAST_ONLY.keys() - {"was", "did", "had"}), ("L", PARTICIPLE_ONLY.keys() - {"been"}), ("Q", PAST_OR_PARTICIPLE.keys() - {"had"}),
):  # fmt: skip
    _CLOSED |= dict.fromkeys(sorted(_words), _letter)
CONTRACTED = {"'ll": "M", "’ll": "M", "'d": "M", "’d": "M", "'ve": "H", "’ve": "H", "'re": "B", "’re": "B", "'m": "B", "’m": "B"}
MARKS = {",": ",", ";": ";", ":": ";", "—": ";", "–": ";", "(": "(", ")": ")", "[": "(", "]": ")"} | dict.fromkeys(QUOTES, '"')
BASE_AND_PAST = frozenset(row[0] for row in _PAIRS if row[0] == row[1])  # cut, put, set: the form alone does not tell


@functools.lru_cache(maxsize=65_536)
def letter_of(token: str) -> str:
    """The class letter of a token, by the token alone.

    M modal, B H D finite be/have/do, E be/been/being, N not, R adverb, T to, P past, Q past or participle, L participle, G -ing, S verb in -s,
    V base form, d determiner, p preposition, s subordinator, w relative, t that, c coordinator, h pronoun, o possessive 's, X capitalised, 0 number, n other.
    """
    if token in MARKS:
        return MARKS[token]
    word = token.lower().replace("’", "'")
    if word in _CLOSED and not (token.isupper() and word in ("who", "us", "it", "may") and len(word) > 1):
        return "X" if token == "May" else _CLOSED[word]
    if token[0].isdigit():
        return "0"
    ending = next((e for e in CONTRACTED if word.endswith(e) and len(word) > len(e)), None)
    if ending:
        return CONTRACTED[ending]
    return _open_letter(token, word)


def _open_letter(token: str, word: str) -> str:
    if word.endswith("ly") and len(word) > 4 and word not in ("family", "assembly", "ally", "italy", "rely", "apply", "reply", "supply", "july"):
        return "R"
    if word.endswith("ed") and len(word) > 3 and word not in NO_VERB_ED and not (word.startswith("un") and lemma_of(word) not in KNOWN):
        return "Q" if token[0].islower() or (lemma_of(word) in KNOWN and not word.startswith("unit")) else "X"
    if word.endswith("ing") and len(word) > 4 and word not in KNOWN:
        return "n" if word in NO_VERB_ING or (token[0].isupper() and lemma_of(word) not in KNOWN) else "G"
    if word in KNOWN:
        return "V"
    if word.endswith("s") and not word.endswith("ss") and lemma_of(word) in KNOWN and len(word) > 3:
        return "S"
    return "X" if token[0].isupper() else "n" if token[0].isalnum() else "."


SMALL = 4  # letters of the longest word that a headline with capitals leaves small
UNSURE = re.compile(r'["Q]|(?<=X)[PL]|(?<=[BE])n|(?<=[BHM])X|(?<=T)P')  # letters that the word before may change


def letters_of(words: tuple[str, ...]) -> str:
    """One class letter a token; an -ing noun after a form of "be" is a verb ("have been fighting")."""
    letters = "".join(map(letter_of, words))
    for at in [found.start() for found in UNSURE.finditer(letters, 1)]:
        if letters[at] == '"' and words[at] in "'’" and words[at - 1].endswith("s"):
            letters = letters[:at] + "o" + letters[at + 1 :]
        if letters[at] in "PQL" and letters[at - 1] == "X" and words[at][0].isupper() and any(w.islower() and len(w) > SMALL for w in words):
            letters = letters[:at] + "X" + letters[at + 1 :]
        if letters[at] in "QP" and letters[at - 1] == "T" and words[at].lower() in BASE_AND_PAST:
            letters = letters[:at] + "V" + letters[at + 1 :]
        if letters[at] == "X" and words[at] == "last":  # "was last seen"
            letters = letters[:at] + "R" + letters[at + 1 :]
        if letters[at] == "Q" and words[at - 1].lower() == "first":
            letters = letters[: at - 1] + "R" + letters[at:]
        if letters[at] == "n" and letters[at - 1] in "BE" and words[at].lower() in NO_VERB_ING:
            letters = letters[:at] + "G" + letters[at + 1 :]
    return letters
