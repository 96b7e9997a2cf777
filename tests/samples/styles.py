"""Type and colour of the sample resumes."""

from pathlib import Path

import reportlab
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

INK = HexColor("#1c2430")
GREY = HexColor("#5b6675")
LINE = HexColor("#c6cdd6")

FACES = {
    "serif": ("Times-Roman", "Times-Bold", "Times-Italic"),
    "sans": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "vera": ("Vera", "VeraBd", "VeraIt"),
}


def register_fonts() -> None:
    """Bitstream Vera comes with reportlab and is embedded; the others are the standard fonts of PDF."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in FACES["vera"]:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))


class Look:
    """The paragraph styles of one resume, from a face, a size and an accent colour."""

    def __init__(self, face: str, size: float, accent: str, *, ink: Color = INK) -> None:
        self.regular, self.bold, self.italic = FACES[face]
        self.size = size
        self.accent = HexColor(accent)
        self.ink = ink
        lead = size * 1.34
        base = {"fontName": self.regular, "fontSize": size, "leading": lead, "textColor": ink}
        self.body = ParagraphStyle("body", **base)
        self.summary = ParagraphStyle("summary", **base, spaceAfter=size * 0.4)
        self.bullet = ParagraphStyle(
            "bullet", **base, leftIndent=size * 1.2, bulletIndent=size * 0.3, spaceAfter=size * 0.18
        )
        self.role = ParagraphStyle("role", **{**base, "fontName": self.bold}, spaceBefore=size * 0.55)
        self.meta = ParagraphStyle("meta", **{**base, "fontName": self.italic, "textColor": GREY})
        self.dates = ParagraphStyle("dates", **{**base, "textColor": GREY}, alignment=TA_RIGHT)
        self.heading = ParagraphStyle(
            "heading",
            fontName=self.bold,
            fontSize=size * 1.18,
            leading=size * 1.5,
            textColor=self.accent,
            spaceBefore=size * 1.1,
            spaceAfter=size * 0.25,
        )
        self.name = ParagraphStyle(
            "name", fontName=self.bold, fontSize=size * 2.3, leading=size * 2.8, textColor=self.accent
        )
        self.label = ParagraphStyle(
            "label", fontName=self.regular, fontSize=size * 1.2, leading=size * 1.7, textColor=ink
        )
        self.contact = ParagraphStyle("contact", **{**base, "textColor": GREY})

    def centred(self, style: ParagraphStyle) -> ParagraphStyle:
        """The same style, centred."""
        return ParagraphStyle(f"{style.name}-centred", parent=style, alignment=TA_CENTER)
