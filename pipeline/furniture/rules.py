"""What furniture looks like: one rule a shape, each with lines that it must and must not take."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# Agencies that a dateline may name in brackets after a place in small letters ("Kabul (AP) -"). Open enough: a place in
# capitals takes any agency.
AGENCIES = (
    "AP", "AFP", "AAP", "ANI", "ANSA", "APA", "APTN", "Belga", "BNS", "Bernama", "BBC", "Bloomberg", "CNN", "CNA", "CBS", "DPA", "dpa", "EFE", "FNA",
    "IANS", "IRNA", "ISNA", "Interfax", "Itar-Tass", "ITAR-TASS", "JTA", "KUNA", "KCNA", "Kyodo", "MENA", "NBC", "NHK", "NPR", "PA", "PTI", "QNA", "RIA",
    "RIA Novosti", "RFE/RL", "Reuters", "REUTERS", "SANA", "SPA", "Sputnik", "TASS", "Tasnim", "UNI", "UPI", "VOA", "WAFA", "WAM", "Xinhua", "Yonhap",
    "Anadolu", "AA", "The Associated Press", "Associated Press", "Agence France-Presse", "Thomson Reuters", "PRNewswire", "Business Wire",
)  # fmt: skip
OUTLET_WORDS = (
    "News Agency|News Service|News Network|News|Press|Agency|Times|Post|Herald|Tribune|Journal|Daily|Radio|TV|Television|Media|Gazette|Telegraph|Observer|"
    "Standard|Chronicle|Courier|Mail|Guardian|Monitor|Dispatch|Wire|Broadcasting|Online|Today"
)
MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
DAY = rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}}\b)?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}(?:,? \d{{4}}\b)?)"
DATE = rf"(?:{WEEKDAY},? )?{DAY}"
NUMERIC = r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))"
ZONE = r"(?: ?\(?(?:[A-Z]{2,5}|[A-Z][a-z]+ time)\)?)?(?: ?[+-]\d{2}:?\d{2})?"
CLOCK = rf"(?:T?\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?(?:\.\d+)?Z?|\d{{1,2}} ?[ap]\.?m\b\.?)(?: ?[AaPp]\.?[Mm]\b\.?)?{ZONE}"
LABEL = (
    r"(?:(?:this )?(?:article|story|report|piece|post|page)?,? ?(?:was )?(?:first |originally |last |date |web )?"
    r"(?:published|publication|posted|updated?|modified|issued|released|filed|created|dated?|sent|uploaded|aired|pub)(?: date| time| online)?(?: on| at)?|"
    r"date(?:line)?|press release|for immediate release|last (?:updated?|modified)|date of (?:publication|issue))"
)
FOREIGN_LABEL = (
    "Veröffentlicht am|Aktualisiert am|Stand:?|Erschienen am|Datum:?|Publié le|Mis à jour le|Paru le|Le|Publicado (?:el|em)|Actualizado el|Fecha:|Pubblicato il"
    "|Aggiornato il|Atualizado em|Gepubliceerd op|Bijgewerkt op|Opublikowano:?|Data publikacji:|Опубликовано:?|Обновлено:?|Yayınlanma:?"
)
CAPS = r"[A-Z][A-Z.'’-]*[A-Z.](?:[ /-][A-Z][A-Z.'’-]*[A-Z.])*"
WORD = r"[A-Z][\w.'’-]*"
NAME = r"(?:(?:[A-Z][\w.'’-]*|al|bin|de|del|der|di|van|von|el|la|le|da|dos)(?: |$|(?=[,|]))){1,5}"
CASED = r"[A-Z][\w.'’-]+(?:[ /-][A-Z][\w.'’-]+){0,3}"
REGION = r"(?:, (?:[A-Z][\w.'’-]*)(?: (?:and |of |the )?[A-Z][\w.'’-]*){0,3})?"
CALLING = "(?:(?:our )?(?:[a-z]+ )?(?:reporter|correspondent|editor) )?"
DASH = r"(?:\s?[—–]\s?|\s(?:--?|_)(?=\s|$)|--)"
LINKS = (
    "read more|read also|also read|read next|read the full \\w+|see also|see more|more on this(?: story)?|you may also like|you might also like|"
    "related(?: (?:stor(?:y|ies)|articles?|news|content|topics?|coverage|reading|links?))?|recommended(?: for you)?|further reading|"
    "don['’]t miss|must read|editors?['’]?s?['’]? picks?|click here|continue reading"
)
BUTTONS = (
    "all news|latest news|breaking news|top stories|most (?:read|popular|viewed)|trending(?: now)?|log ?in|register|advertisement|advertising|"
    "sponsored(?: content)?|print(?: this)?|leave a comment|skip to (?:main )?content|menu|home|search|back to top|cookies?(?: policy)?|"
    "privacy policy|terms of (?:use|service)|contact us|about us|newsletters?|facebook|twitter|whatsapp|telegram|linkedin|email|copy link|"
    "load more|show more|view comments|next|previous|world news|news"
)
KNOWN = "|".join(re.escape(a) for a in sorted(AGENCIES, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape of furniture. `pattern` must match a whole line, or the start of one; `examples` gives what it covers of a line."""

    name: str
    kind: str
    pattern: re.Pattern[str]
    examples: dict[str, str]
    rejects: tuple[str, ...]
    needs: tuple[str, ...] = field(default=())  # characters or words one of which the line must have; saves the pattern


STARTS = (
    Rule(
        "dateline.agency", "dateline",
        re.compile(
            rf"(?P<place>{CAPS}{REGION})(?:[,.]? (?P<day>{DATE}))?[.,]? ?"
            rf"(?:\((?P<agency>[A-Z][\w .&/'’-]{{0,30}})\)|/ ?(?P<slashed>[A-Z][\w .&'’-]{{1,30}}?) ?/)(?:\.(?=\s|$)|:(?=\s|$)|{DASH})?",
        ),
        {
            "OSLO, October 3. / TASS /. Norway opened a port.": "OSLO, October 3. / TASS /.",
            "KABUL, Aug. 3 (Reuters) - Rain fell.": "KABUL, Aug. 3 (Reuters) - ",
            "NAIROBI, Kenya (AP) _ Rain fell.": "NAIROBI, Kenya (AP) _",
            "PARIS (AFP) — Rain fell.": "PARIS (AFP) — ",
            "LIMA, March 3, 2020 /PRNewswire/ -- Rain fell.": "LIMA, March 3, 2020 /PRNewswire/ --",
            "ROME, 3 March (ANSA): Rain fell.": "ROME, 3 March (ANSA):",
        },
        ("The UN (AP) - a body", "Rain (AFP) fell.", "WHO and NATO (AFP)"), needs=("(", "/"),
    ),
    Rule(
        "dateline.known", "dateline",
        re.compile(
            rf"(?P<place>{CASED}{REGION})(?:[,.]? (?P<day>{DATE}))?[.,]? ?"
            rf"(?:\((?P<agency>{KNOWN})\)|/ ?(?P<slashed>{KNOWN}) ?/)(?:[.:](?=\s|$)|{DASH})"
        ),
        {"Geneva (AFP) - Rain fell.": "Geneva (AFP) - ", "New Delhi, May 5 (IANS): Rain fell.": "New Delhi, May 5 (IANS):"},
        ("European Union (EU) - a bloc", "Geneva (AFP) rain fell."), needs=("(", "/"),
    ),
    Rule(
        "dateline.day", "dateline",
        re.compile(
            rf"(?!(?:On|In|At|By|From|Since|Until|After|Before|The|{WEEKDAY}|{MONTH})\b)(?P<place>{CAPS}{REGION}|{CASED}{REGION})"
            rf"(?:,|\.) (?P<day>{DATE})(?:{DASH}|:\s|\.?\s(?:{DASH})?(?P<agency>{KNOWN})\s?[.—–-]+\s)"
        ),
        {
            "GENEVA, 12 May 2021 — Rain fell.": "GENEVA, 12 May 2021 — ",
            "Bonn, 4 June 2019 - Rain fell.": "Bonn, 4 June 2019 - ",
            "MINSK, May 3 - Rain fell.": "MINSK, May 3 - ",
        },
        ("Bonn, 4 June 2019, was dry.", "On Monday, May 3 - a holiday - rain fell.", "Minsk, May 3"), needs=("—", "–", "-", "_", ":", "."),
    ),
    Rule(
        "dateline.dated", "dateline",
        re.compile(rf"(?P<day>{DATE})(?: \((?P<agency>{KNOWN})\)(?:{DASH}|:\s)|, (?P<place>{CASED}){DASH})"),
        {"May 3 (UPI) -- Rain fell.": "May 3 (UPI) --", "3 May 2021, Geneva – Rain fell.": "3 May 2021, Geneva – "},
        ("May 3 (a Sunday) - rain", "May 3, Geneva was dry"), needs=("—", "–", "-", "_", ":"),
    ),
    Rule(
        "dateline.place", "dateline",
        re.compile(rf"(?P<place>{CAPS}{REGION})(?:\s?[—–]\s?|\s(?:--?|_)(?:\s|$)|--\s?)(?=[\"“'`A-Z]|$)"),
        {"QUITO, Ecuador — Rain fell on the city.": "QUITO, Ecuador — ", "KYIV -- Rain fell on the city.": "KYIV -- "},
        ("Quito — rain", "NATO-led forces", "EU — is it a bloc?"), needs=("—", "–", "--", " - ", " _"),
    ),
    Rule(
        "dateline.source", "dateline",
        re.compile(rf"\((?P<agency>{KNOWN})\)(?:\s?[—–]\s?|\s(?:--?|_)\s|--|\s)"),
        {"(Reuters) - Rain fell.": "(Reuters) - ", "(CNN) Rain fell.": "(CNN) "},
        ("(Rain) - fell",), needs=("(",),
    ),
    Rule(
        "byline.outlet", "byline",
        re.compile(rf"(?P<agency>(?:[A-Z][\w&.'’-]*\s){{0,4}}(?:{OUTLET_WORDS}|{KNOWN})):(?=\s+[\"“A-Z])"),
        {"Alder News Agency: Rain fell.": "Alder News Agency:", "Reuters: Rain fell.": "Reuters:"},
        ("The Guardian said: Rain fell.", "Photos: Rain fell.", "Breaking: Rain fell."), needs=(":",),
    ),
)  # fmt: skip

LINES = (
    Rule(
        "byline.by", "byline",
        re.compile(
            rf"(?:Written |Reported |Report |Analysis |Opinion |Story |Text )?(?:[Bb]y|BY):? {CALLING}(?!(?:{WEEKDAY}|{MONTH}|The|This|An?|All)\b)"
            rf"{WORD}(?:(?:,? and |,? & |, ?| ?\| ?| (?:in|for|at|of|de|del|al|bin|van|von|da|di|la|le) | ){WORD}){{1,12}}?"
            rf"(?:(?:, ?| ?\| ?| for | of )(?P<agency>(?:{WORD} ){{0,3}}(?:{OUTLET_WORDS}|{KNOWN}))(?: [A-Z]\w+)?)?"
            r"(?:, [a-z]+ (?:critic|editor|writer|reporter|correspondent)| ?[-–|/] ?(?:[A-Z]\w+ )?(?:Critic|Editor|Writer|Reporter|Correspondent))?"
            r"(?: ?[|·•] ?\d+ (?:comments|min read|shares))?(?: ?[-–|/]? ?@\w+)?[.,]?",
        ),
        {
            "By Ana Sample, opera critic": "By Ana Sample, opera critic", "By Ana Sample | 3 comments": "By Ana Sample | 3 comments",
            "By Ana Sample": "By Ana Sample", "By ANA SAMPLE and Ben Model, Alder News": "By ANA SAMPLE and Ben Model, Alder News",
            "Written by Ana Sample": "Written by Ana Sample", "By court reporter Ana Sample": "By court reporter Ana Sample",
            "By: Ana Sample - Correspondent / @alder": "By: Ana Sample - Correspondent / @alder",
        },
        ("By the end of May", "By May 2020", "By Ana Sample's account the rain fell on Monday", "By Monday"), needs=("y ", "Y ", "y:", "Y:"),
    ),
    Rule(
        "byline.outlet", "byline",
        re.compile(rf"{NAME}(?:,|\||–|—|-) ?(?:for |in [A-Z]\w+, )?(?P<agency>(?:[A-Z][\w&.'’-]* ){{0,3}}(?:{OUTLET_WORDS}|{KNOWN}))\.?"),
        {"Ana Sample, Reuters": "Ana Sample, Reuters", "Ana Sample | Alder Daily News": "Ana Sample | Alder Daily News"},
        ("Ana Sample left, Reuters said", "Ana Sample"), needs=(",", "|", "–", "—", "-"),
    ),
    Rule(
        "byline.from", "byline", re.compile(rf"From:? (?!(?:{WEEKDAY}|{MONTH})\b){WORD}(?: {WORD}){{1,4}}(?:,| in) {WORD}(?:[, -]+{WORD}){{0,3}}"),
        {"From Ana Sample, Port Alder": "From Ana Sample, Port Alder"}, ("From Oslo, With Love", "From Ana Sample, Oslo heard nothing"), needs=("From",),
    ),
    Rule(
        "byline.staff", "byline",
        re.compile(
            r"\(?(?:(?:Reporting|Additional reporting|Editing|Writing|Compiled|Translated|Edited|Reported|With reporting|Translation|Reporting contributed)"
            r"(?: by|:| from) .{1,150}|"
            r"This (?:story|article|report|series) was (?:supported|funded|made possible|edited|translated) .{1,150}|"
            r"(?:Our|From our) (?:\w+ )?[Cc]orrespondents?|(?:News|Web|Online) [Dd]esk|Staff (?:[Ww]riter|[Rr]eporter|[Rr]eport)s?|"
            r"Associated Press Writers?)\)?\.?"
        ),
        {
            "Reporting by Ana Sample; Editing by Ben Model": "Reporting by Ana Sample; Editing by Ben Model",
            "Reporting contributed from Oslo.": "Reporting contributed from Oslo.",
            "Our Correspondent": "Our Correspondent",
            "This story was supported by a grant of Alder": "This story was supported by a grant of Alder",
        },
        ("Reports of rain came in.", "This story was told in Oslo."),
    ),
    Rule(
        "dated_line.day", "dated_line",
        re.compile(
            rf"(?i:{LABEL})?[\s:|,–—-]*(?:(?:{CLOCK})[\s,|–—/-]*)?(?:{WEEKDAY}[\s,|]*)?(?:{DAY}|{NUMERIC})(?:[\s,|•·–—/-]*(?:at )?{CLOCK})?"
            rf"(?:[\s,|•·–—/-]+(?i:by|updated|{LABEL})\b.{{0,60}}|[\s,|•·–—/-]+(?P<agency>{CASED}))?[\s.]*",
        ),
        {
            "Published: 3 May 2021": "Published: 3 May 2021", "Updated 12:30 GMT, March 4, 2020": "Updated 12:30 GMT, March 4, 2020",
            "Monday, 5 May 2025": "Monday, 5 May 2025", "Dec 5, 2018 / 10:45 AM / CBS News": "Dec 5, 2018 / 10:45 AM / CBS News",
            "This article was first published on 12 March 2019.": "This article was first published on 12 March 2019.",
            "Date: Mon, 5 May 2025 10:00:00 +0000": "Date: Mon, 5 May 2025 10:00:00 +0000", "2021-05-03 14:20": "2021-05-03 14:20",
        },
        ("May 2021 was dry", "Rain on 3 May 2021", "3 May 2021 rain fell"), needs=tuple("0123456789"),
    ),
    Rule(
        "dated_line.foreign", "dated_line",
        re.compile(
            rf"(?:{FOREIGN_LABEL})\b[\s:]*(?:[^\W\d_]{{2,12}},?\s)?\d{{1,2}}(?:\.|er|º|°)?\s(?:de\s)?[^\W\d_]{{3,12}}\.?,?(?:\s(?:de|del))?\s\d{{4}}\b.{{0,40}}"
        ),
        {"Publié le 3 mars 2019": "Publié le 3 mars 2019", "Stand: Montag, 3. Mai 2021, 10:15 Uhr": "Stand: Montag, 3. Mai 2021, 10:15 Uhr"},
        ("Publié le journal", "Rain on 3 mars 2019"), needs=tuple("0123456789"),
    ),
    Rule(
        "dated_line.named", "dated_line",
        re.compile(
            rf"(?:By:? )?(?P<agency>{CASED})[\s,]*[|•·–—/-][\s|•·–—/-]*(?:{CLOCK}[\s,|–—/-]*)?"
            rf"(?:{WEEKDAY},? )?(?:{DAY}|{NUMERIC})(?:[\s,|•·–—/-]*(?:at )?{CLOCK})?",
        ),
        {
            "Alder Daily | 3 May 2021": "Alder Daily | 3 May 2021", "By Ana Sample - May 3, 2021": "By Ana Sample - May 3, 2021",
            "Alder Daily / 08:10 AM May 3, 2021": "Alder Daily / 08:10 AM May 3, 2021",
        },
        ("Alder fell on 3 May 2021",), needs=("|", "•", "·", "–", "—", "/", "-"),
    ),
    Rule(
        "dated_line.byline", "dated_line", re.compile(rf"By:? (?P<agency>{CASED}),? (?:{WEEKDAY},? )?(?:{DAY}|{NUMERIC})(?:,? (?:at )?{CLOCK})?"),
        {"By Ana Sample, May 3, 2021 10:20am": "By Ana Sample, May 3, 2021 10:20am"},
        ("By Monday, May 3, 2021 was dry",), needs=("By",),
    ),
    Rule(
        "dated_line.month", "dated_line",
        re.compile(rf"(?:(?i:{LABEL})[\s:]*)?(?:[A-Z]\w+ [Ii]ssue,? )?{MONTH},? \d{{4}}(?: issue)?"),
        {"May 2021": "May 2021", "Published: May 2021": "Published: May 2021"}, ("May 2021 was dry",), needs=tuple("0123456789"),
    ),
    Rule(
        "link.more", "link",
        re.compile(
            rf"\(?(?i:{LINKS}|(?:watch|listen|video|read|more|in pictures|explainer|opinion|live updates|live)(?=\s*[:|»>]))"
            r"(?:\s*[:|»>–—-].*|\s+(?:on|about|here)\b.*)?\)?"
        ),
        {"Read more: Rain fell in Oslo": "Read more: Rain fell in Oslo", "Related:": "Related:", "ALSO READ | Rain fell": "ALSO READ | Rain fell"},
        ("Read more books, he said.", "Related parties met.", "Watch the rain."),
    ),
    Rule(
        "navigation.words", "navigation",
        re.compile(
            rf"(?i:{BUTTONS}|share(?: this)?(?: (?:article|story|page|on .{{1,30}}))?|subscribe(?: .{{0,60}})?|sign (?:up|in)(?: .{{0,60}})?|"
            r"comments?(?: \(?\d+\)?)?|follow (?:us|our (?:team|channel|page)).{0,40}|"
            r"skip to (?:main )?content(?: sign in.{0,40})?|tags?:.*|topics?:.*|(?:[a-z]+ [/|·] )?\d+ min(?:ute)?s? read|\d+ (?:comments|shares|views))[.:!»>]?"
        ),
        {
            "Follow our team on Alder": "Follow our team on Alder", "SPORT / 4 min read": "SPORT / 4 min read",
            "Skip to content Sign in": "Skip to content Sign in",
            "All news": "All news", "Share this": "Share this", "Subscribe to our newsletter": "Subscribe to our newsletter", "5 min read": "5 min read",
        },
        ("All news is good, she said.", "Home rule was granted."),
    ),
    Rule(
        "navigation.path", "navigation", re.compile(r"(?:Home|News|World|Main)(?:\s*[>/|»›]\s*[\w&' -]{2,40}){1,5}"),
        {"Home > World > Asia": "Home > World > Asia"}, ("Home rule was granted.",), needs=(">", "/", "|", "»", "›"),
    ),
    Rule(
        "navigation.topics", "navigation", re.compile(r"[A-Z][^.!?·]{1,30}(?: · [A-Z][^.!?·]{1,30}){2,7}"),
        {"Courts · Rivers & Lakes · Oslo": "Courts · Rivers & Lakes · Oslo"}, ("Rain · Oslo", "It rained · and rained · again."), needs=("·",),
    ),
    Rule(
        "copyright", "copyright", re.compile(r"(?:©|\([cC]\) ?\d|Copyright\b(?: ©| \(c\))? ?\d{4}).*|(?i:.{0,80}all rights reserved\.?.{0,80})"),
        {"© 2021 Alder News": "© 2021 Alder News", "Alder 2020. All rights reserved.": "Alder 2020. All rights reserved."},
        ("Copyright law was changed.",), needs=("©", "opyright", "(", "ights"),
    ),
    Rule(
        "caption.label", "caption",
        re.compile(
            r"[\[(]?(?i:(?:file )?(?:photo|image|picture|video|photograph)s?(?: credits?)?|credits?|caption|source)"
            r"(?:\s*[:/|©]|\s+by\s+(?=[A-Z])).{0,160}|"
            r"FILE PHOTO\b.*|FILE ?[-–—:].*|.{0,150}(?i:getty images|\[photo[^\]]*\]|\(photo[^)]*\))\.?\)?"
        ),
        {
            "Photo by Ana Sample": "Photo by Ana Sample", "FILE PHOTO: Rain in Oslo": "FILE PHOTO: Rain in Oslo",
            "Rain in Oslo. Getty Images": "Rain in Oslo. Getty Images",
        },
        ("Photos show rain.", "Credit rose.", "Source close to him"),
    ),
    Rule(
        "tweet.picture", "tweet", re.compile(r".{0,180}\bpic\.twitter\.com/\w+.*|View this post on \w+|A (?:post|video) shared by .{1,80}"),
        {"Rain in Oslo pic.twitter.com/abc123": "Rain in Oslo pic.twitter.com/abc123", "View this post on Instagram": "View this post on Instagram"},
        ("The picture on Twitter shows rain.",), needs=("pic.twitter", "View this", "shared by"),
    ),
)  # fmt: skip

INSIDE = (
    Rule(
        "caption.brackets", "caption",
        re.compile(r"[\[(](?:File )?(?:[Pp]hoto|PHOTO|[Ii]mage|IMAGE|[Pp]icture)(?: credit)?s?\s?(?:[:/|]|by\b)[^\])\n]{0,120}[\])]"),
        {"It rained (Photo: Alder) in Oslo.": "(Photo: Alder)", "[Photo/Alder] It rained.": "[Photo/Alder]"},
        ("It rained (photos exist).",), needs=("hoto", "PHOTO", "mage", "IMAGE", "icture"),
    ),
    Rule(
        "link.brackets", "link", re.compile(r"[\[(](?:[Rr]ead|[Ss]ee) (?:more|also)\b[^\])\n]{0,120}[\])]"),
        {"It rained (Read more: Rain in Oslo).": "(Read more: Rain in Oslo)"}, ("It rained (see the map).",), needs=("ead", "ee "),
    ),
)  # fmt: skip

# The signature of an embedded tweet: "— Name (@handle) November 23, 2022". The body is the line before it, or what
# stands before it on its own line.
SIGNATURE = re.compile(rf"(?:—|–|--?|&mdash;) ?(?P<author>[^\n(@]{{1,80}}?) ?\(@\w{{1,30}}\)(?:,? ?(?:{CLOCK} ?[-·–]? ?)?(?:{DAY}|{NUMERIC}))?")
