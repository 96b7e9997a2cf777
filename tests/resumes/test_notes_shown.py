"""Words of notes and form fields that a page shows are not read, and the recruiter is told so."""

import pytest

from tests.resumes.pdfs import page_pdf
from tests.resumes.reading import read

SEEN = b"BT /F1 12 Tf 72 700 Td (Jane Doe is an engineer) Tj ET "
NOTE = b"<< /Type /Annot /Subtype /%s /Rect [60 480 400 520] /F 4 %s >>"
TOLD = "notes_and_form_fields_not_read"


def with_note(kind, entries):
    return page_pdf(SEEN, page=b"/Annots [9 0 R]", more=[(9, NOTE % (kind, entries))])


@pytest.mark.parametrize(
    ("kind", "entries"),
    [
        (b"FreeText", b"/Contents (Ten years of Kubernetes)"),
        (b"Widget", b"/FT /Tx /T (a) /V (Ten years of Kubernetes)"),
    ],
)
def test_words_of_a_shown_note_are_told_of(kind, entries):
    document = read(with_note(kind, entries))
    assert TOLD in document.quality.flags
    assert not document.hidden


@pytest.mark.parametrize(
    ("kind", "entries"),
    [(b"Link", b"/Contents (Ten years of Kubernetes)"), (b"Widget", b"/FT /Tx /T (a) /V (Yes)"), (b"FreeText", b"")],
)
def test_links_ticks_and_empty_fields_are_not(kind, entries):
    assert TOLD not in read(with_note(kind, entries)).quality.flags
