"""Words that decide whether a full stop ends a sentence, each kind in its own tuple.

Read by `sentence.py` only. Abbreviations are written without their last full stop and in lower case
(they are compared folded); words that open sentences are written as they stand there. To teach the
program a new abbreviation, add it to the one tuple that says how it behaves.
"""

from __future__ import annotations

# Always followed by more of the same sentence, capital or not.
TITLES = (
    # English
    *("mr", "mrs", "ms", "mx", "dr", "prof", "rev", "fr", "hon", "pres", "gov", "sen", "rep", "supt"),
    *("gen", "col", "maj", "capt", "cpt", "cmdr", "lt", "sgt", "cpl", "pvt", "adm", "brig", "insp", "msgr"),
    *("messrs", "sens", "reps", "govs", "gens", "profs", "drs", "del", "mt", "ft", "amb", "atty"),
    # German, Dutch
    *("hr", "hrn", "frl", "dipl", "ing", "mag", "priv", "doz", "hl", "mevr", "dhr", "ir", "mw"),
    # French, Italian, Spanish, Portuguese
    *("mm", "mme", "mmes", "mlle", "mgr", "sig", "dott", "avv", "geom", "sra", "sres"),
    *("srta", "dra", "dña"),
    *("excmo", "ilmo", "lic", "sto", "sta", "profa"),
    # Russian, Hindi
    *("г-н", "г-жа", "проф", "акад", "डॉ", "श्री", "प्रो"),
)

# Stand inside a sentence and lead on to its next word.
LEADING = (
    *("e.g", "i.e", "eg", "ie", "viz", "vs", "cf", "ca", "approx", "incl", "resp", "cit", "ibid"),
    *("esp", "aka", "c.-à-d", "p.ex", "av", "bd", "boul", "z.b", "d.h", "u.a", "z.t", "i.d.r"),
    *("bzw", "ggf", "evtl", "inkl", "exkl", "zzgl", "sog", "vgl", "o.ä", "s.o", "s.u", "bspw"),
    *("ej", "p.ej", "ee", "avda", "ud", "uds", "vd", "bijv", "d.w.z", "m.b.t", "o.a", "t.o.v"),
    *("т.е", "т.к", "т.н", "ул", "просп", "см", "ср", "напр", "тов", "tzn", "np", "ul"),
)

# Lead on to a number; before anything else they are a plain last word ("No. They never came.").
BEFORE_NUMBER = (
    *("no", "nos", "nr", "nrs", "num", "núm", "nº", "n.º", "n°", "№", "art", "arts", "abs", "sec", "secs"),
    *("par", "para", "paras", "p", "pp", "pg", "pag", "pág", "págs", "s", "bl", "vol", "vols", "bd", "ch"),
    *("chap", "cap", "fig", "figs", "tab", "tel", "ext", "ed", "eq", "app", "kap", "zif"),
    *("ziff", "rn", "rdnr"),
    *("jan", "feb", "febr", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "okt"),
    *("nov", "dec", "dez"),
    *("janv", "févr", "avr", "juil", "déc", "ene", "abr", "ago", "dic", "рис", "табл", "стр", "гл"),
)

# Firms, streets, degrees: end a sentence only where a word that opens sentences follows.
SOMETIMES_LAST = (
    *("inc", "ltd", "corp", "co", "cos", "bros", "plc", "llc", "jr", "sr", "esq", "st"),
    *("ave", "blvd", "rd"),
    *("dept", "dist", "assn", "univ", "cie", "sté", "uu", "hrsg", "al", "ex", "gem", "env"),
)

# The same, but only with a capital: states of the U.S. as newspapers shorten them.
STATES = (
    *("Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Mass"),
    *("Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Va"),
    *("Vt", "Wash", "Wis", "Wyo", "W.Va"),
)

# End a sentence before any capital but a day or a time zone.
USUALLY_LAST = ("a.m", "p.m", "u.s.w", "u.v.m", "e.v.a", "т.д", "т.п", "n.chr", "v.chr")

AFTER_A_TIME = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Eastern", "Central"),
    *("Mountain", "Pacific", "GMT", "UTC", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "BST"),
    *("CET", "CEST", "ET", "PT", "IST", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
)

# Capitalised only where a sentence begins.
OPENING_WORDS = (
    *("A", "About", "After", "All", "Also", "Although", "An", "And", "Another", "Any"),
    *("Anyone", "As", "At"),
    *("Because", "Before", "Both", "But", "By", "During", "Each", "Even", "Every"),
    *("Everyone", "Few", "For"),
    *("From", "He", "Her", "Here", "His", "How", "However", "I", "If", "In", "Instead", "Is", "It", "Its"),
    *("Last", "Later", "Many", "Meanwhile", "More", "Most", "My", "Neither"),
    *("Nevertheless", "No", "Nobody"),
    *("None", "Nor", "Not", "Nothing", "Now", "On", "Once", "One", "Only", "Or", "Other", "Others", "Our"),
    *("She", "Since", "So", "Some", "Soon", "Still", "Such", "That", "The", "Their"),
    *("Then", "There", "These"),
    *("They", "This", "Those", "Though", "Thus", "To", "Today", "Two", "Under", "Until"),
    *("We", "What", "When"),
    *("Where", "Whether", "Which", "While", "Who", "Why", "With", "Yesterday", "Yet", "You", "Your"),
    # German
    *("Aber", "Alle", "Als", "Auch", "Auf", "Bei", "Das", "Dass", "Dem", "Den", "Denn"),
    *("Der", "Des", "Die"),
    *("Dies", "Diese", "Dieser", "Doch", "Ein", "Eine", "Einer", "Er", "Es", "Für"),
    *("Gegen", "Heute", "Ich"),
    *("Ihr", "Ihre", "Im", "Jetzt", "Man", "Mit", "Nach", "Nun", "Nur", "Sein", "Seine"),
    *("Seit", "Sie", "Und"),
    *("Von", "Vor", "Was", "Weil", "Wenn", "Wer", "Wie", "Wir", "Zu", "Zum", "Zur"),
    # French
    *("Au", "Aux", "Avec", "C", "Ce", "Ces", "Cet", "Cette", "Ceux", "Dans", "Elle", "Elles"),
    *("En", "Et", "Il"),
    *("Ils", "J", "Je", "L", "La", "Le", "Les", "Leur", "Mais", "Nous", "On", "Par"),
    *("Pour", "Qui", "Selon"),
    *("Son", "Sur", "Un", "Une", "Vous"),
    # Spanish, Italian, Portuguese
    *("Al", "Así", "Aunque", "Como", "Con", "Cuando", "Desde", "El", "Ella", "Ellos"),
    *("Entre", "Esta", "Este"),
    *("Esto", "Hay", "Las", "Lo", "Los", "Más", "Muchos", "Nadie", "Ni", "O", "Para"),
    *("Pero", "Por", "Según"),
    *("Si", "Sin", "Su", "Sus", "También", "Tras", "Una", "Y", "Ya", "Ma", "Gli", "Una"),
    *("Ele", "Ela", "Mas"),
    *("Não", "Os", "As", "Um", "Uma"),
    # Russian
    *("А", "В", "Во", "Все", "Где", "Для", "Если", "Из", "И", "К", "Как", "Когда", "Кто", "Мы", "На", "Не"),
    *("Но", "О", "Об", "Он", "Она", "Они", "От", "По", "При", "С", "Там", "То", "У", "Что"),
    *("Эта", "Это", "Я"),
)

# Opening words that also stand in names ("Robert F. La Vigne"), so they prove nothing after an initial.
NAME_PARTICLES = ("Al", "Das", "Den", "Der", "Des", "Die", "El", "La", "Las", "Le", "Les", "Los", "Os", "Von")

# Verbs that give a quotation its speaker, after a closing quote that follows ! or ?.
SAYING = (
    *("said", "says", "asked", "asks", "told", "tells", "added", "adds", "wrote"),
    *("writes", "replied", "cried"),
    *("replies", "shouted", "shouts", "answered", "warned", "wondered", "tweeted"),
    *("posted", "called", "yelled"),
    *("joked", "demanded", "exclaimed", "whispered", "insisted", "continued", "concluded", "noted"),
    *("sagte", "fragte", "rief", "schrieb", "meinte", "a déclaré", "demande", "dit"),
    *("dijo", "preguntó", "disse"),
    *("сказал", "сказала", "спросил", "спросила", "قال", "قالت", "سأل", "سألت", "אמר"),
    *("אמרה", "שאל", "שאלה"),
)

# The same where no space parts words.
SAYING_UNSPACED = ("说", "說", "问", "問", "道", "喊", "答", "表示", "写道", "寫道")

# Before these a number with a full stop is an ordinal ("am 3. Oktober", "im 19. Jahrhundert").
BEFORE_ORDINAL = (
    *("am", "im", "vom", "zum", "zur", "beim", "dem", "den", "der", "des", "das", "die"),
    *("ab", "bis", "seit"),
    *("ihr", "ihre", "ihren", "sein", "seinen", "einen", "jeder", "jeden", "und"),
)

# Thai and Lao write no full stop; these words after a space carry the sentence on.
THAI_CONNECTIVES = (
    *("และ", "หรือ", "แต่", "ที่", "ซึ่ง", "เพราะ", "โดย", "ว่า", "เพื่อ", "กับ", "จึง", "ก็"),
    *("แล้ว", "รวม", "ของ"),
    *("ใน", "จาก", "ถึง", "ตาม", "เช่น", "คือ", "ทั้ง", "พร้อม", "ขณะ", "เนื่อง", "ดัง"),
    *("หาก", "ถ้า", "เมื่อ"),
)
