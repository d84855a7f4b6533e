"""Words of telling: verbs, the nouns that go with them, and documents that speak."""

from __future__ import annotations

# Verbs that tell something by themselves.
TELLING = (
    "say state tell note add stress emphasize emphasise underscore underline highlight remark mention reiterate reaffirm announce warn declare claim"
    " deny assert insist argue praise promise pledge vow continue dispute condemn voice confirm acknowledge admit accuse criticize criticise recall"
    " explain conclude comment reply suggest reveal report write tweet post estimate predict complain caution concede contend counter disclose affirm"
    " allege agree advise ask assure boast charge confess deplore describe denounce demand elaborate express hail hint indicate inform"
    " maintain observe object order proclaim propose protest question reason recommend refute reject remind repeat respond specify speculate testify"
    " threaten urge welcome worry wonder clarify lament joke quip forecast guarantee signal applaud commend congratulate blame slam"
    " dismiss rebuke decry appeal hope believe think expect fear request invite call read point speak outline detail cite laud regret"
    " answer retort disagree defend accept plead fume shout yell exclaim whisper enthuse beg mutter sigh"
    " tout swear pray opine muse jest apologise apologize backtrack invoke reassure rail lash fault back endorse favor favour"
    " attest aver avow bemoan berate beseech blast chide commiserate concur confide counsel crow deride disavow exhort extol gloat gripe gush"
    " hypothesise hypothesize implore interject intimate lambast lambaste marvel mock moan posit postulate preach query ridicule scoff scold sneer"
    " surmise stipulate theorise theorize vouch castigate chastise enquire inquire rubbish thank doubt rejoice remonstrate recount grumble"
    " shoot hit fire decline refuse want liken term brand dub submit"
    " rule find hold decide remember suspect assume calculate project foresee envisage show determine put reckon infer downplay advocate"
).split()
IRREGULAR = {
    "say": "said says saying", "tell": "told tells telling", "write": "wrote writes writing written", "think": "thought thinks thinking", "read": "reads",
    "speak": "spoke speaks speaking", "swear": "swore swears swearing", "signal": "signaled signalled signals signaling signalling",
    "find": "found finds finding", "hold": "held holds holding", "put": "puts putting", "foresee": "foresaw foresees foreseeing",
    "shoot": "shot shoots shooting", "hit": "hits hitting",
    "show": "showed shows shown showing", "beseech": "besought beseeches beseeching", "plead": "pleaded pled pleads pleading",
}  # fmt: skip
VOWELS = "aeiou"
DOUBLED = frozenset("admit quip beg infer aver submit dub".split())  # their last letter, before an ending
# These tell only with one of their words right after the verb; a comma, colon or quotation mark opens what is said.
SAYING = ', : “ "'
NEEDS: dict[str, frozenset[str]] = {
    lemma: frozenset(words.split())
    for words, lemmas in {
        "": "back detail cite invite invoke endorse favor favour correct",
        "that": "agree order reason guarantee signal protest propose accept submit find hold decide suspect assume calculate project foresee envisage"
        " show determine reckon infer surmise query preach marvel attest aver vouch counsel stipulate",
        "that of": "think",
        "that in against out": "rule",
        "that " + SAYING: "continue add maintain observe counter joke",
        "that the in it": "believe",
        "on for upon it him her them the his its their this these": "call",
        "a an how the it that": "remember recount",
        "out to": "point",
        "back": "shoot hit fire",
        "of about against": "speak",
        "it this him her them the his its": "term",
        "him her them": "brand dub",
        "that for to": "appeal",
        "that for to it he she they": "fear",
        "that for to the it he she they": "hope",
        "that to with": "charge object swear",
        "that the about": "inform worry",
        "that at": "hint",
        "that against calm caution patience restraint people residents": "advise",
        "that in within on at about over . , for " + SAYING: "disagree",
        "out": "lash",
        "against": "rail",
        "whether if why how what": "question wonder",
        "as the it his her their a": "describe",
        "the it him her them his their its": "liken",
        "the it that " + SAYING: "suggest",
        "that the an a to": "demand",
        "as the claims allegations reports suggestions criticism concerns accusations": "dismiss",
        "that . , for " + SAYING: "answer",
        "that for": "plead",
        "the that": "estimate",
        "that . " + SAYING: "write post",
        "that his her its the " + SAYING: "repeat",
        "to by that " + SAYING: "respond",
    }.items()
    for lemma in lemmas.split()
} | {
    lemma: frozenset(words.split())
    for lemma, words in {
        "decline": "comment say answer confirm discuss elaborate be name identify give specify disclose respond",
        "refuse": "comment say answer confirm discuss elaborate apologise apologize",
        "want": "the a an it him her them his its their more no",
        "reveal": "that the their his her its plans " + SAYING,
        "fault": "the for",
        "report": "that . on " + SAYING,
        "indicate": "that the " + SAYING,
        "ask": "whether if why how what where when to him her them us everyone anyone for the a " + SAYING,
        "read": SAYING,
        "swear": "to that",
        "question": "whether the why how",
    }.items()
}
FEELINGS = frozenset(
    "concern concerns worry worries optimism hope hopes fear fears regret regrets support alarm doubt doubts confidence gratitude condolences outrage"
    " solidarity readiness interest satisfaction disappointment sympathy skepticism scepticism anger dismay shock frustration appreciation opposition"
    " thanks willingness sadness reservations displeasure relief belief anxiety apprehension apprehensions unease pessimism grief sorrow admiration"
    " dissatisfaction caution desire views view opinion opinions remorse pride".split()
)
# verb -> nouns of telling that make it one ("issued a warning", "made these remarks")
WITH_NOUN = frozenset(
    "statement statements warning warnings remarks remark comment comments appeal announcement apology denial speech call demand declaration address"
    " pledge promise ultimatum threat threats responsibility accusation accusations complaint allegation allegations claim claims assurance assurances"
    " condemnation objections clear plain".split()
)
LIGHT = frozenset("issued issue issues made make makes gave gives delivered delivers released releases published publishes claimed claims voiced".split())
# and these with these alone ("raised concerns", "paid tribute")
SHOWN = frozenset("raised raises offered offers sent sends cast casts paid pays sounded sounds expressed extended extends conveyed".split())
WITH_SHOWN = frozenset("concern concerns doubt doubts condolences tribute alarm objections criticism thanks congratulations apologies".split())
DOCUMENTS = frozenset(
    "statement statements report reports document documents letter communique communiqué declaration press-release release paper memo memorandum speech"
    " address message post tweet resolution study survey text remarks comments warning interview article briefing notice bulletin website account"
    " analysis filing affidavit indictment lawsuit ruling verdict advisory note editorial doctrine concept strategy agreement plan poll video podcast".split()
)
PRIVATE = frozenset("company union group movement party organisers organizers lawyers researchers experts scientists analysts sources team members".split())
GROUPS = frozenset(
    "officials official leaders authorities authority government ministry forces force navy coastguard troops police militants leadership administration"
    " diplomats lawmakers delegation representatives spokesman spokeswoman spokesperson sources source team side members fighters commanders prosecutors"
    " investigators ministers embassy office foreign-ministry army military parliament union group movement party company organisers organizers lawyers leader"
    " generals regulators envoys negotiators experts researchers scientists analysts council committee court secretariat".split()
)


def _forms(lemma: str) -> list[str]:
    """
    >>> _forms("reply"), _forms("quip")
    (['reply', 'replies', 'replied', 'replying'], ['quip', 'quips', 'quipped', 'quipping'])
    """
    if lemma in IRREGULAR:
        return [lemma, *IRREGULAR[lemma].split()]
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    stem = lemma[:-1] if lemma.endswith("e") else lemma + lemma[-1] * (lemma in DOUBLED)
    plural = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return [lemma, plural, stem + "ed", stem + "ing"]


NOUNS = frozenset("fire shoot".split())  # bare forms that are hardly ever verbs of telling
SPEECH_FORMS: dict[str, str] = {form: lemma for lemma in reversed(TELLING) for form in _forms(lemma) if form not in NOUNS}
PLAIN = frozenset(TELLING) - {"put", "hit"}  # the bare form is a verb only after "they", "officials" and the like
