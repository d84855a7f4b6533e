"""Words of telling: verbs, the nouns that go with them, and documents that speak."""

from __future__ import annotations

# Verbs that tell something by themselves.
TELLING = (
    "say state tell note add stress emphasize emphasise underscore underline highlight remark mention reiterate reaffirm announce warn declare claim"
    " deny assert insist argue praise promise pledge vow continue dispute condemn voice confirm acknowledge admit accuse criticize criticise recall"
    " explain conclude comment reply suggest reveal report write tweet post estimate predict complain caution concede contend counter disclose affirm"
    " allege agree advise ask assure boast charge confess deplore describe denounce demand elaborate emphasise express hail hint indicate inform"
    " maintain observe object order proclaim propose protest question reason recommend refute reject remind repeat respond specify speculate testify"
    " threaten urge welcome worry wonder clarify lament joke quip forecast guarantee signal applaud commend congratulate blame slam"
    " dismiss rebuke decry appeal hope believe think expect fear request invite call read point speak outline detail cite laud regret"
    " answer retort disagree defend accept plead fume shout yell exclaim whisper propose enthuse beg mutter sigh"
    " tout rule-out swear pray argue opine muse jest apologise apologize backtrack invoke reassure rail lash fault back endorse favor favour"
).split()
IRREGULAR = {
    "say": "said says saying", "tell": "told tells telling", "write": "wrote writes writing written", "think": "thought thinks thinking", "read": "reads",
    "speak": "spoke speaks speaking", "swear": "swore swears swearing", "deny": "denied denies denying", "reply": "replied replies replying",
    "testify": "testified testifies testifying", "clarify": "clarified clarifies clarifying", "worry": "worried worries worrying",
    "specify": "specified specifies specifying", "decry": "decried decries decrying", "admit": "admitted admits admitting",
    "quip": "quipped quips quipping", "signal": "signaled signalled signals signaling signalling", "concede": "conceded concedes conceding",
}  # fmt: skip
# These tell only with one of their words right after the verb; a comma, colon or quotation mark opens what is said.
SAYING = ', : “ "'
NEEDS: dict[str, frozenset[str]] = {
    lemma: frozenset(words.split())
    for words, lemmas in {
        "": "back detail cite invite invoke endorse favor favour",
        "that": "agree think order reason guarantee signal protest propose accept",
        "that " + SAYING: "continue add maintain observe counter joke",
        "that the in it": "believe",
        "on for upon it him her them": "call",
        "out to": "point",
        "of about against": "speak",
        "that for to": "hope appeal fear",
        "that to with": "charge object swear",
        "that the about": "inform worry",
        "that at": "hint",
        "that against": "advise",
        "out": "lash",
        "against": "rail",
        "whether if why how what": "question wonder",
        "as the it his her their a": "describe",
        "the it that " + SAYING: "suggest",
        "that the an a to": "demand",
        "as the claims allegations reports suggestions criticism concerns accusations": "dismiss",
        "that . , for " + SAYING: "answer disagree",
        "that guilt guilty not": "plead",
        "the that": "estimate",
        "that . " + SAYING: "write post read",
        "that his her its the " + SAYING: "repeat",
        "to by that " + SAYING: "respond",
    }.items()
    for lemma in lemmas.split()
} | {
    lemma: frozenset(words.split())
    for lemma, words in {
        "reveal": "that the their his her its plans " + SAYING,
        "fault": "the for",
        "report": "that . on " + SAYING,
        "indicate": "that the " + SAYING,
        "ask": "whether if why how what where when " + SAYING,
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
    " condemnation objections".split()
)
LIGHT = frozenset("issued issue issues made make makes gave gives delivered delivers released releases published publishes claimed claims voiced".split())
DOCUMENTS = frozenset(
    "statement statements report reports document documents letter communique communiqué declaration press-release release paper memo memorandum speech"
    " address message post tweet resolution study survey text remarks comments warning interview article letter briefing notice bulletin website account"
    " analysis filing indictment lawsuit ruling verdict advisory note editorial doctrine concept strategy agreement plan poll video podcast".split()
)
PRIVATE = frozenset("company union group movement party organisers organizers lawyers researchers experts scientists analysts sources team members".split())
GROUPS = frozenset(
    "officials official leaders authorities authority government ministry forces troops police militants leadership administration diplomats lawmakers"
    " delegation representatives spokesman spokeswoman spokesperson sources source team side members fighters commanders prosecutors investigators"
    " ministers embassy office foreign-ministry army military parliament union group movement party company organisers organizers lawyers leader"
    " generals regulators envoys negotiators experts researchers scientists analysts council committee court secretariat".split()
)


def _forms(lemma: str) -> list[str]:
    if lemma in IRREGULAR:
        return [lemma, *IRREGULAR[lemma].split()]
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    plural = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return [lemma, plural, stem + "ed", stem + "ing"]


SPEECH_FORMS: dict[str, str] = {form: lemma for lemma in reversed(TELLING) for form in _forms(lemma)}
PLAIN = frozenset(TELLING)  # the bare form is a verb only after "they", "officials" and the like
