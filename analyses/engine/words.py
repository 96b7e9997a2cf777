"""The words that say what a text is about, brought to one form."""

import re
from functools import lru_cache

from analyses.engine.gender import one_form

_NOISE_WORDS = """
a an the and or of in on with to for as at by from our your you we is are be such like etc ability able
experience experienced knowledge understanding proficiency proficient familiar familiarity skill skills strong
solid good excellent basic advanced hands demonstrated proven working work use using required preferred must have
plus years year minimum least previous prior related relevant similar
they them their theirs he she him her his hers it its this that these those who whom which what when where why how
will would can could should may might shall do does did done have has had having was were been being am not no nor but
so than then too very also any all each every some more most other others own same into onto over under out up down
off per via within across through between during before after about against while until since both either or if
there here just only us me my mine yourself ourselves themselves one two new
der die das den dem des ein eine einen einem einer eines und oder mit für von zu zum zur im in am auf aus bei nach als
wir sie ihr ihre ihren unser unsere sind ist werden wird haben hat sich nicht auch sowie durch
le la les un une des du de et ou avec pour dans sur par en au aux vous nous votre vos notre nos est sont être avoir qui
que se sa son ses ce cette ces plus
el los las una unos unas y o con para por del al en su sus es son ser tener que se como más nuestro nuestra
"""
_NOISE = frozenset(_NOISE_WORDS.split())
_WORD = re.compile(r"[a-zà-ÿ0-9][\wà-ÿ+#]+")
_IT = re.compile(r"\bIT\b|\b(?i:information technology)\b")
_ENDING = re.compile(r"(?<=\w{3})(?:ings?|ed|es|s|e)$")


def telling(text: str) -> frozenset[str]:
    """Stems of the words that say what a text is about."""
    return frozenset(stem(word) for word in _WORD.findall(one_form(with_it(text)).casefold()) if word not in _NOISE)


@lru_cache(maxsize=4096)
def telling_asked(text: str) -> frozenset[str]:
    """``telling`` of words of a posting: kept, for they are compared with every line of many resumes."""
    return telling(text)


def with_it(text: str) -> str:
    """A text in which the IT of "IT manager", in capitals or spelled out, is one word and no "it"."""
    return _IT.sub("infotech", text)


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """A word without the endings of plurals and verbs: "reads", "reading" and "read" are one."""
    return _ENDING.sub("", word)


NOISE_STEMS = frozenset(stem(word) for word in _NOISE)

# Words of a title that name a rank or a form of work, not its field.
_GENERIC_WORDS = """
engineer engineering developer development manager management designer design assistant associate analyst specialist
coordinator consultant technician officer representative executive director lead leader head administrator operator
advisor adviser agent clerk supervisor worker staff senior junior principal chief vice president vp intern trainee
apprentice journeyman master professional expert project team general deputy partner registered certified licensed
qualified experienced department school office hospital clinic company firm level business full part time needed wanted
community work job role position software web application applications and of the for in with experience years year
commercial
"""
GENERIC = frozenset(_GENERIC_WORDS.split())
GENERIC_STEMS = frozenset(stem(word) for word in GENERIC)
