"""The profile of a candidate from a document: sections read one by one and put together."""

import re
from typing import Any

from resumes.document import Document
from resumes.parsing import (
    certificates,
    contact,
    doctype,
    education,
    languages,
    names,
    personal,
    projects,
    skill_lists,
    work,
)
from resumes.parsing.by_content import named_by_content
from resumes.parsing.education_entry import EducationEntry
from resumes.parsing.rows import Geometry, Row, rows_of, without_furniture
from resumes.parsing.sections import HEADER, Section, gathered, split_sections
from resumes.parsing.small_letters import as_written, is_in_small_letters, with_capitals
from resumes.parsing.told import read_told, share_told, told_sections
from resumes.parsing.unheaded import recover_sections
from resumes.parsing.wording import is_prose, title_score

_MOSTLY_TOLD = 0.5  # of a section's rows: from here on its sentences may tell of positions
_SALUTATION = re.compile(r"\s*(?:dear|to whom|sehr geehrte|madame|monsieur|estimad|egregi|gentil)\b")
PARSER_VERSION = "1.5.0"


def parse_profile(document: Document) -> dict[str, Any]:
    """Read ``document`` into a profile in JSON Resume names.

    Pure: the same document gives the same profile. Offsets count code points of ``document.text``. What the
    document does not say is None or an empty list.
    """
    if is_in_small_letters(document.text):
        read: dict[str, Any] = as_written(_parse(with_capitals(document)), document.text)
        return read
    return _parse(document)


def _parse(document: Document) -> dict[str, Any]:
    rows = without_furniture(rows_of(document))
    geometry = Geometry.measure(rows)
    sections = recover_sections(told_sections(named_by_content(split_sections(rows, geometry))))
    head = _head(rows, sections)
    reached = contact.read_links(rows, head)
    name = names.find_name(rows, head, geometry, reached.email)
    reached = contact.read_reach(reached, rows, head, name)
    jobs, schools = _jobs(sections), _schools(sections)
    listed = skill_lists.parse_skills(_rows(sections, "skills"))
    spans = [
        *reached.spans,
        *personal.personal_spans(rows, head, name[0] if name else None, name[1:] if name else None, document.text),
    ]
    counts = {"work": len(jobs), "education": len(schools), "skills": len(listed)}
    reach = bool(reached.email or reached.phone)
    is_resume, doubt = doctype.judge(rows, sections, counts, has_name=name is not None, has_reach=reach)
    if not is_resume and not _signed(name, reached.email):
        name = None
    return {
        "basics": _basics(head, name, reached, sections),
        "work": [entry.as_json() for entry in jobs],
        "education": [entry.as_json() for entry in schools],
        "skills": [skill.as_json() for skill in listed],
        "certificates": certificates.parse_certificates(_rows(sections, "certifications")),
        "languages": languages.parse_languages(_rows(sections, "languages") or languages.labelled_rows(rows)),
        "projects": projects.parse_projects(_rows(sections, "projects")),
        "sections": [section.as_json() for section in sections if section.rows or section.heading],
        "is_resume": is_resume,
        "warnings": [doubt] if doubt else [],
        "personal_spans": personal.merge_spans(spans),
    }


def _head(rows: list[Row], sections: list[Section]) -> list[Row]:
    """The rows that say who the candidate is: header, contact, and where these hold no address a page's foot.

    A foot is taken out of the section it was found in.
    """
    head = [row for section in sections if section.kind in (HEADER, "contact") for row in section.rows]
    if any(contact.EMAIL.search(row.text) for row in head):
        return head
    feet = contact.stray_contact(rows)
    taken = {row.index for row in feet}
    for section in sections:
        if taken:
            section.rows = [row for row in section.rows if row.index not in taken]
    return [*head, *feet]


def _jobs(sections: list[Section]) -> list[work.WorkEntry]:
    """The positions of all sections, listed or told in sentences."""
    found = [entry for section in sections for entry in section.told or () if isinstance(entry, work.WorkEntry)]
    for rows in gathered([section for section in sections if section.told is None], "experience"):
        listed, share = work.parse_work(rows), share_told(rows)
        told = read_told(rows).work if share >= _MOSTLY_TOLD else []
        found += told if told and (share == 1.0 or len(told) >= len(listed)) else listed
    return found


def _schools(sections: list[Section]) -> list[EducationEntry]:
    """The degrees of all sections, listed or told in sentences."""
    found = [entry for section in sections for entry in section.told or () if isinstance(entry, EducationEntry)]
    for rows in gathered([section for section in sections if section.told is None], "education"):
        listed, share = education.parse_education(rows), share_told(rows)
        told = read_told(rows).education if share >= _MOSTLY_TOLD else []
        found += told if told and (share == 1.0 or len(told) >= len(listed)) else listed
    return found


def _rows(sections: list[Section], kind: str) -> list[Row]:
    return [row for group in gathered(sections, kind) for row in group]


def _basics(
    head: list[Row], name: tuple[str, int, int] | None, reached: contact.Contact, sections: list[Section]
) -> dict[str, Any]:
    profiles = [{"network": network, "url": link} for link in reached.links if (network := contact.network_of(link))]
    own = [link for link in reached.links if contact.network_of(link) is None]
    place = reached.place
    location = None
    if place is not None or reached.address is not None:
        location = {
            "address": reached.address,
            "city": place.city if place else None,
            "region": place.region if place else None,
            "country": place.country_name if place else None,
            "countryCode": place.country if place else None,
            "postalCode": place.postal_code if place else None,
        }
        if place is not None and not any(location.values()):
            location["address"] = place.text
    summary = " ".join(row.body for row in _rows(sections, "summary")) or None
    return {
        "name": name[0] if name else None,
        "label": _label(head, name),
        "email": reached.email,
        "phone": reached.phone,
        "url": own[0] if own else None,
        "summary": summary,
        "location": location,
        "profiles": profiles,
    }


def _signed(name: tuple[str, int, int] | None, email: str | None) -> bool:
    """Whether the e-mail address bears out the name: a heading of an invoice is nobody's name."""
    return name is not None and names.is_signed(name[0], email)


def _label(head: list[Row], name: tuple[str, int, int] | None) -> str | None:
    """The professional headline under the name."""
    if name is None:
        return None
    for row in [row for row in head if row.start >= name[2]][:3]:
        if _SALUTATION.match(row.folded):
            break
        if title_score(row.body) >= 2 and not is_prose(row.body) and len(row.words) <= 12 and "@" not in row.body:
            return row.body
    return None
