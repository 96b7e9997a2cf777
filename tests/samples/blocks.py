"""The parts that the layouts are put together from."""

from collections.abc import Iterable

from reportlab.platypus import Flowable, HRFlowable, KeepTogether, Paragraph, Table, TableStyle

from tests.samples.content import Content, Role, Study
from tests.samples.styles import LINE, Look


def heading(text: str, look: Look, *, rule: bool = False) -> list[Flowable]:
    """A section's heading, with a hairline under it where the layout has one."""
    parts: list[Flowable] = [Paragraph(text, look.heading)]
    if rule:
        parts.append(HRFlowable(width="100%", thickness=0.6, color=LINE, spaceBefore=0, spaceAfter=look.size * 0.4))
    return parts


def title_and_dates(left: str, dates: str, look: Look, width: float) -> Table:
    """A line with the dates at its right end."""
    share = 0.30 if width > 300 else 0.40
    table = Table(
        [[Paragraph(left, look.role), Paragraph(dates, look.dates)]], colWidths=[width * (1 - share), width * share]
    )
    table.setStyle(
        TableStyle(
            [
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), look.size * 0.45),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ]
        )
    )
    return table


def bullets(points: Iterable[str], look: Look, mark: str = "•") -> list[Flowable]:
    """What was done, point by point."""
    return [Paragraph(point, look.bullet, bulletText=mark) for point in points]


def role(entry: Role, look: Look, width: float, *, company_first: bool = False, mark: str = "•") -> KeepTogether:
    """One post: title and company in either order, dates at the right."""
    first, second = (entry.company, entry.title) if company_first else (entry.title, entry.company)
    head = title_and_dates(first, entry.dates, look, width)
    return KeepTogether([head, Paragraph(f"{second}, {entry.place}", look.meta), *bullets(entry.points, look, mark)])


def stacked_role(entry: Role, look: Look) -> KeepTogether:
    """One post in a narrow column: the dates on a line of their own."""
    return KeepTogether(
        [
            Paragraph(entry.title, look.role),
            Paragraph(f"{entry.company}, {entry.place}", look.body),
            Paragraph(entry.dates, look.meta),
            *bullets(entry.points, look),
        ]
    )


def study(entry: Study, look: Look, width: float) -> KeepTogether:
    """One degree with its dates at the right."""
    parts: list[Flowable] = [
        title_and_dates(entry.degree, entry.dates, look, width),
        Paragraph(entry.school, look.meta),
    ]
    if entry.note:
        parts.append(Paragraph(entry.note, look.body))
    return KeepTogether(parts)


def stacked_study(entry: Study, look: Look) -> KeepTogether:
    """One degree in a narrow column."""
    parts: list[Flowable] = [Paragraph(entry.degree, look.role), Paragraph(entry.school, look.body)]
    parts.append(Paragraph(entry.dates, look.meta))
    if entry.note:
        parts.append(Paragraph(entry.note, look.body))
    return KeepTogether(parts)


def skill_lines(content: Content, look: Look) -> list[Flowable]:
    """Skills by group, one line a group."""
    if list(content.skills) == ["Skills"]:
        return [Paragraph(", ".join(content.skills["Skills"]), look.body)]
    return [Paragraph(f"<b>{group}:</b> {', '.join(names)}", look.body) for group, names in content.skills.items()]


def listed(lines: Iterable[str], look: Look) -> list[Flowable]:
    """Plain lines, one below the other."""
    return [Paragraph(line, look.body) for line in lines]
