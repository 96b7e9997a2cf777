"""How the sample resumes look: one column, two columns, a sidebar, tables, two pages."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    HRFlowable,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from tests.samples.blocks import (
    bullets,
    heading,
    listed,
    role,
    skill_lines,
    stacked_role,
    stacked_study,
    study,
)
from tests.samples.content import Content
from tests.samples.styles import GREY, LINE, Look

Paint = Callable[[Canvas, Any], None]


def _frame(x: float, y: float, width: float, height: float) -> Frame:
    return Frame(x, y, width, height, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)


def _build(
    path: Path, content: Content, story: list[Flowable], frames: list[Frame], page: tuple[float, float], paint: Paint
) -> None:
    document = BaseDocTemplate(
        str(path),
        pagesize=page,
        invariant=1,
        title=f"{content.name} - Resume",
        author=content.name,
        creator="",
        lang="en",
    )
    document.addPageTemplates(PageTemplate("page", frames=frames, onPage=paint))
    document.build(story)


def _nothing(canvas: Canvas, document: Any) -> None:
    """Nothing beside the text."""


def _contact(content: Content, separator: str) -> str:
    return separator.join((content.city, content.phone, content.email, *content.links))


def one_column(
    path: Path, content: Content, *, face: str = "serif", accent: str = "#1f3a5f", paint: Paint = _nothing
) -> None:
    """Name in the middle, a hairline under each heading; flows on to a second page with its footer."""
    look = Look(face, 10.2, accent)
    width, height = LETTER
    margin = 54.0
    inner = width - 2 * margin

    def footer(canvas: Canvas, document: Any) -> None:
        paint(canvas, document)
        if document.page > 1:
            canvas.setFont(look.regular, 8)
            canvas.setFillColor(GREY)
            canvas.drawString(margin, 30, content.name)
            canvas.drawRightString(width - margin, 30, f"Page {document.page}")

    story: list[Flowable] = [
        Paragraph(content.name, look.centred(look.name)),
        Paragraph(content.label, look.centred(look.label)),
        Paragraph(_contact(content, " &nbsp;|&nbsp; "), look.centred(look.contact)),
        *heading("Summary", look, rule=True),
        Paragraph(content.summary, look.summary),
        *heading("Professional Experience", look, rule=True),
        *[role(entry, look, inner) for entry in content.roles],
        *heading("Education", look, rule=True),
        *[study(entry, look, inner) for entry in content.studies],
        *heading("Skills", look, rule=True),
        *skill_lines(content, look),
    ]
    for title, lines in (("Certifications", content.certificates), ("Languages", content.languages)):
        if lines:
            story += [*heading(title, look, rule=True), *listed(lines, look)]
    if content.projects:
        story += heading("Projects", look, rule=True)
        story += [Paragraph(f"<b>{name}</b> – {text}", look.body) for name, text in content.projects]
    _build(path, content, story, [_frame(margin, 50, inner, height - 96)], LETTER, footer)


def two_columns(path: Path, content: Content, *, accent: str = "#7a2e4d") -> None:
    """A band with the name over a wide and a narrow column."""
    look = Look("sans", 9.2, accent)
    width, height = A4
    left, right, gap = 326.0, 150.0, 28.0
    x = (width - left - right - gap) / 2
    top = height - 128

    def band(canvas: Canvas, document: Any) -> None:
        canvas.setStrokeColor(look.accent)
        canvas.setLineWidth(2)
        canvas.line(x, top + 14, x + left + right + gap, top + 14)

    story: list[Flowable] = [
        Paragraph(content.name, look.name),
        Paragraph(content.label, look.label),
        Paragraph(_contact(content, " · "), look.contact),
        FrameBreak(),
        *heading("PROFILE", look),
        Paragraph(content.summary, look.summary),
        *heading("EXPERIENCE", look),
        *[role(entry, look, left, company_first=True) for entry in content.roles],
        FrameBreak(),
        *heading("SKILLS", look),
    ]
    for group, names in content.skills.items():
        if group != "Skills":
            story.append(Paragraph(group, look.role))
        story += listed(names, look)
    story += heading("EDUCATION", look)
    story += [stacked_study(entry, look) for entry in content.studies]
    story += [*heading("LANGUAGES", look), *listed(content.languages, look)]
    frames = [
        _frame(x, top + 20, left + right + gap, 82),
        _frame(x, 40, left, top - 40),
        _frame(x + left + gap, 40, right, top - 40),
    ]
    _build(path, content, story, frames, A4, band)


def sidebar(path: Path, content: Content, *, accent: str = "#243b53", right_side: bool = False) -> None:
    """A coloured column with contact and skills beside the main text."""
    look = Look("vera", 8.3, accent)
    dark = Look("vera", 7.8, "#ffffff", ink=HexColor("#eef2f6"))
    dark.meta.textColor = dark.ink
    width, height = LETTER
    narrow, gap, margin = 178.0, 26.0, 36.0
    bar_x = width - narrow if right_side else 0.0
    main_x = margin if right_side else narrow + gap
    main_width = width - narrow - gap - margin

    def bar(canvas: Canvas, document: Any) -> None:
        canvas.setFillColor(look.accent)
        canvas.rect(bar_x, 0, narrow, height, stroke=0, fill=1)

    side: list[Flowable] = [*heading("Contact", dark), *listed((content.email, content.phone, content.city), dark)]
    side += listed(content.links, dark)
    side += [*heading("Skills", dark), *[p for names in content.skills.values() for p in bullets(names, dark)]]
    if content.languages:
        side += [*heading("Languages", dark), *listed(content.languages, dark)]
    main: list[Flowable] = [
        Paragraph(content.name, look.name),
        Paragraph(content.label, look.label),
        *heading("About me", look),
        Paragraph(content.summary, look.summary),
        *heading("Work experience", look),
        *[stacked_role(entry, look) for entry in content.roles],
        *heading("Education", look),
        *[stacked_study(entry, look) for entry in content.studies],
    ]
    if content.projects:
        main += heading("Projects", look)
        main += [Paragraph(f"<b>{name}</b>: {text}", look.body) for name, text in content.projects]
    frames = [
        _frame(bar_x + 20, 36, narrow - 36, height - 76),
        _frame(main_x, 36, main_width, height - 76),
    ]
    _build(path, content, [*side, FrameBreak(), *main], frames, LETTER, bar)


def tables(path: Path, content: Content, *, accent: str = "#0b5d4f") -> None:
    """Experience in a table with the dates at the left, skills in a ruled grid."""
    look = Look("sans", 9.6, accent)
    width, height = LETTER
    margin = 58.0
    inner = width - 2 * margin
    rows = [
        [
            Paragraph(entry.dates, look.body),
            [
                Paragraph(f"{entry.title}, {entry.company}", look.role),
                Paragraph(entry.place, look.meta),
                *bullets(entry.points, look, "–"),
            ],
        ]
        for entry in content.roles
    ]
    experience = Table(rows, colWidths=[112, inner - 112])
    experience.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("LINEABOVE", (0, 1), (-1, -1), 0.4, LINE),
            ]
        )
    )
    story: list[Flowable] = [
        Paragraph(content.name, look.name),
        Paragraph(content.label, look.label),
        Paragraph(_contact(content, ", "), look.contact),
        HRFlowable(width="100%", thickness=1.4, color=look.accent, spaceBefore=6, spaceAfter=6),
        Paragraph(content.summary, look.summary),
        *heading("Employment", look),
        experience,
        *heading("Education", look),
        *[study(entry, look, inner) for entry in content.studies],
        *heading("Skills", look),
        _skill_grid(content, look, inner),
        Spacer(1, 6),
    ]
    if content.certificates:
        story += [*heading("Certificates", look), *listed(content.certificates, look)]
    if content.languages:
        story += [*heading("Languages", look), Paragraph(", ".join(content.languages), look.body)]
    _build(path, content, story, [_frame(margin, 50, inner, height - 104)], LETTER, _nothing)


def _skill_grid(content: Content, look: Look, width: float) -> Table:
    cells = [
        [Paragraph(f"<b>{group}</b>", look.body), Paragraph(", ".join(names), look.body)]
        for group, names in content.skills.items()
    ]
    grid = Table(cells, colWidths=[width * 0.3, width * 0.7])
    grid.setStyle(
        TableStyle([("GRID", (0, 0), (-1, -1), 0.5, LINE), ("BACKGROUND", (0, 0), (0, -1), HexColor("#f1f5f4"))])
    )
    return grid


def spaced_capitals(path: Path, content: Content, *, accent: str = "#333333") -> None:
    """Letter-spaced headings and a name in capitals, as design templates set them."""
    look = Look("sans", 10, accent)
    width, height = A4
    margin = 64.0
    inner = width - 2 * margin

    def spaced(text: str) -> list[Flowable]:
        return heading("&nbsp;".join(text.upper().replace(" ", "  ")), look, rule=True)

    story: list[Flowable] = [
        Paragraph(content.name.upper(), look.name),
        Paragraph(content.label, look.label),
        Paragraph(_contact(content, " &nbsp;/&nbsp; "), look.contact),
        *spaced("Profile"),
        Paragraph(content.summary, look.summary),
        *spaced("Experience"),
        *[role(entry, look, inner) for entry in content.roles],
        *spaced("Education"),
        *[study(entry, look, inner) for entry in content.studies],
        *spaced("Skills"),
        *skill_lines(content, look),
    ]
    if content.projects:
        story += spaced("Projects")
        story += [Paragraph(f"<b>{name}</b> – {text}", look.body) for name, text in content.projects]
    for title, lines in (("Certifications", content.certificates), ("Languages", content.languages)):
        if lines:
            story += [*spaced(title), Paragraph(", ".join(lines), look.body)]
    _build(path, content, story, [_frame(margin, 50, inner, height - 104)], A4, _nothing)


def white_text(words: str) -> Paint:
    """Paints words in white at the foot of the first page, where nobody sees them."""

    def paint(canvas: Canvas, document: Any) -> None:
        if document.page == 1:
            canvas.setFillColor(white)
            canvas.setFont("Helvetica", 6)
            half = words.find(" ", len(words) // 2)
            canvas.drawString(54, 44, words[:half])
            canvas.drawString(54, 36, words[half + 1 :])

    return paint
