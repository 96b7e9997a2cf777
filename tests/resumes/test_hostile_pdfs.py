"""Files made to harm the reader: each ends soon as read or unreadable, and the next one is read as ever."""

import io
import resource
import zlib

import pypdf
import pytest

from resumes.extraction import ExtractionError, limits
from tests.resumes.pdfs import FONT, objects_pdf, page_pdf, resume_pdf, stream
from tests.resumes.reading import read

TEXT = b"BT /F1 12 Tf 72 720 Td (Jane Doe Python developer) Tj ET\n"
CODES = {"encrypted", "broken", "no_text", "timeout", "too_large_text"}


def form_tree(levels, width):
    """Forms that show the next form ``width`` times, ``levels`` deep."""
    kind = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
    entries = kind + b"/Resources << /Font << /F1 5 0 R >> /XObject << /X1 %d 0 R >> >>"
    forms = [(n, stream(b"/X1 Do " * width, entries % (n + 1))) for n in range(6, 6 + levels)]
    last = (6 + levels, stream(TEXT, kind + b"/Resources << /Font << /F1 5 0 R >> >>"))
    return page_pdf(b"/X1 Do " * width, resources=b"/XObject << /X1 6 0 R >>", more=[*forms, last])


def filtered(times):
    data = TEXT
    for _ in range(times):
        data = zlib.compress(data, 9)
    filters = b"/FlateDecode " * times
    return page_pdf(b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(data), filters, data))


def pages_cycle():
    return objects_pdf(
        [
            (1, b"<< /Type /Catalog /Pages 2 0 R >>"),
            (2, b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"),
            (3, b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"),
        ]
    )


def long_mapping():
    mapping = b"begincmap 1 beginbfchar <41> <" + b"0042" * 60 + b"> endbfchar endcmap"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    content = b"BT /F1 12 Tf (" + b"A" * 500_000 + b") Tj ET"
    return page_pdf(content, font=font, more=[(6, stream(mapping))], deflate=True)


HOSTILE = {
    "a stream of 300 MB of spaces": lambda: page_pdf(b" " * 300_000_000, deflate=True),
    "64 filters": lambda: filtered(64),
    "forms within forms, a billion times": lambda: form_tree(9, 10),
    "a form that shows itself": lambda: page_pdf(
        b"/X1 Do",
        resources=b"/XObject << /X1 6 0 R >>",
        more=[(6, stream(b"/X1 Do", b"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 6 0 R >> >>"))],
    ),
    "arrays within arrays": lambda: page_pdf(TEXT, page=b"/X " + b"[" * 50_000 + b"]" * 50_000),
    "pages that hold themselves": pages_cycle,
    "a length of 2 GB": lambda: page_pdf(b"<< /Length 2000000000 >>\nstream\n" + TEXT + b"\nendstream"),
    "a length that is itself": lambda: page_pdf(b"<< /Length 4 0 R >>\nstream\n" + TEXT + b"\nendstream"),
    "a table of two billion objects": lambda: page_pdf(TEXT).replace(b"0 6\n0000000000", b"0 2000000000\n0000000000"),
    "a string of 20 MB": lambda: page_pdf(b"BT /F1 12 Tf (" + b"A" * 20_000_000 + b") Tj ET", deflate=True),
    "two million operators": lambda: page_pdf(b"q Q\n" * 2_000_000, deflate=True),
    "half a million signs": lambda: page_pdf(b"BT /F1 12 Tf " + b"(A) Tj 1 0 Td\n" * 500_000 + b"ET", deflate=True),
    "letters that stand for sixty": long_mapping,
    "a predictor with two billion columns": lambda: page_pdf(
        b"<< /Length %d /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >> >>\n"
        % len(zlib.compress(TEXT))
        + b"stream\n%s\nendstream" % zlib.compress(TEXT)
    ),
    "a million end marks": lambda: b"%PDF-1.7\n" + b"%%EOF\n" * 1_000_000,
    "nothing but a header": lambda: b"%PDF-1.7\n%%EOF",
    "a page of 10^9 points": lambda: page_pdf(TEXT, box=b"0 0 1000000000 1000000000"),
    "HTML before the PDF": lambda: b"<html><script>alert(1)</script>\n" + page_pdf(TEXT),
}


def outcome_of(content):
    try:
        document = read(content)
    except ExtractionError as error:
        return error.code if error.message else "an error without a sentence"
    return "read" if len(document.text) <= limits.MAX_CHARACTERS else "too much text"


@pytest.mark.parametrize("attack", HOSTILE)
def test_it_ends_and_the_next_file_is_read(attack):
    outcome = outcome_of(HOSTILE[attack]())
    assert outcome in CODES | {"read"}
    assert "Software Engineer" in read(resume_pdf()).text
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    assert used < 2 << 30


def test_a_file_with_a_password_says_so():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(resume_pdf()))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(ExtractionError, match="password") as caught:
        read(out.getvalue())
    assert caught.value.code == "encrypted"


def test_a_file_that_only_restricts_printing_is_read():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(resume_pdf()))
    writer.encrypt("", "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    document = read(out.getvalue())
    assert "Software Engineer" in document.text
    assert "restricted" in document.quality.flags


def test_active_content_is_flagged():
    script = page_pdf(TEXT, catalog=b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")
    launch = page_pdf(TEXT, page=b"/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (cmd.exe) >> >>]")
    files = page_pdf(TEXT, catalog=b"/Names << /EmbeddedFiles << /Names [] >> >>")
    assert "javascript" in read(script).quality.flags
    assert "launch" in read(launch).quality.flags
    assert "embedded_files" in read(files).quality.flags
    assert set(read(page_pdf(TEXT, more=[(6, FONT)])).quality.flags) == {"little_text"}


def test_many_pages_are_read_up_to_a_limit():
    count = limits.MAX_PAGES + 5
    objects = [
        (1, b"<< /Type /Catalog /Pages 2 0 R >>"),
        (2, b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, b"3 0 R " * count)),
        (
            3,
            (
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
                b"/Resources << /Font << /F1 5 0 R >> >> >>"
            ),
        ),
        (4, stream(TEXT)),
        (5, FONT),
    ]
    document = read(objects_pdf(objects))
    assert document.page_count == count
    assert document.lines[-1].page == limits.MAX_PAGES
    assert "truncated" in document.quality.flags
