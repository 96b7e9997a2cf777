"""How wide characters are beside each other, for placing a mark inside a line whose ends are known."""

import unicodedata

# Widths of Helvetica in thousandths of the font size, from Adobe's published font metrics; other text
# faces differ in size, far less in the proportions between letters, and only proportions are used.
_BY_WIDTH = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;[\\]ft",
    333: "()-`r",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckvxyz",
    556: "#$0123456789?L_abdeghnopqu",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
_WIDTHS = {character: width for width, characters in _BY_WIDTH.items() for character in characters} | {
    "I": 278,
    "s": 500,
}
_WIDE, _OTHER = 1000, 556


def relative_width(text: str) -> int:
    """The width of ``text`` set in a proportional face, in thousandths of the font size."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if character in _WIDTHS:
        return _WIDTHS[character]
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return _WIDE
    base = unicodedata.normalize("NFD", character)[0]
    return _WIDTHS.get(base, _OTHER)
