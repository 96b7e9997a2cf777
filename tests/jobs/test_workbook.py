import io
import zipfile
from datetime import UTC, date, datetime

import pytest

from jobs import workbook
from jobs.errors import UnreadableWorkbook, WorkbookTooLarge
from jobs.workbook import read_date, read_workbook

SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/></Relationships>'
)
BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
)


def package(sheet: str) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", TYPES)
        file.writestr("_rels/.rels", RELS.format("officeDocument", "xl/workbook.xml"))
        file.writestr("xl/workbook.xml", BOOK)
        file.writestr("xl/_rels/workbook.xml.rels", RELS.format("worksheet", "worksheets/sheet1.xml"))
        file.writestr("xl/worksheets/sheet1.xml", sheet)
    out.seek(0)
    return out


def texts(number: int, *values: str) -> str:
    cells = "".join(f'<c t="inlineStr"><is><t>{value}</t></is></c>' for value in values)
    return f'<row r="{number}">{cells}</row>'


class TestHostile:
    def test_the_package_itself_is_read(self):
        sheet = SHEET.format(texts(1, "Company", "Job", "Date Applied") + texts(2, "A", "B", "2025-01-02"))
        assert [row.company for row in read_workbook(package(sheet)).rows] == ["A"]

    def test_a_bomb_is_refused_before_it_is_unpacked(self):
        with pytest.raises(WorkbookTooLarge):
            read_workbook(package(" " * (workbook.MAX_UNPACKED + 1)))

    def test_a_file_that_is_too_large(self):
        with pytest.raises(WorkbookTooLarge):
            read_workbook(io.BytesIO(b"x" * (workbook.MAX_BYTES + 1)))

    def test_a_row_number_far_down_does_not_make_a_million_rows(self):
        sheet = SHEET.format(texts(1, "Company", "Job", "Date Applied") + texts(1_048_576, "A", "B", "2025-01-02"))
        with pytest.raises(WorkbookTooLarge):
            read_workbook(package(sheet))

    def test_entities_are_not_expanded(self):
        entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
        sheet = f'<!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa">{entities}]>' + SHEET.format(texts(1, "&e8;"))
        with pytest.raises((UnreadableWorkbook, WorkbookTooLarge)):
            read_workbook(package(sheet))

    def test_a_broken_sheet_is_unreadable(self):
        with pytest.raises(UnreadableWorkbook):
            read_workbook(package("<worksheet"))


class TestDates:
    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (datetime(2025, 3, 4, 10, tzinfo=UTC), date(2025, 3, 4)),
            (date(2025, 3, 4), date(2025, 3, 4)),
            (45720, date(2025, 3, 4)),
            ("2025-03-04", date(2025, 3, 4)),
            ("2025/3/4", date(2025, 3, 4)),
            ("2025-03-04T10:00:00", date(2025, 3, 4)),
            ("04.03.2025", date(2025, 3, 4)),
            ("13/03/2025", date(2025, 3, 13)),
            ("03/13/25", date(2025, 3, 13)),
            ("4/4/2025", date(2025, 4, 4)),
            ("4 March 2025", date(2025, 3, 4)),
            ("Mar 4, 2025", date(2025, 3, 4)),
        ],
    )
    def test_read(self, value, expected):
        assert read_date(value) == expected

    @pytest.mark.parametrize("value", [None, "", "soon", "31/02/2025", "03/04/2025", 5, "1/1/0001", "May"])
    def test_refused_with_a_sentence(self, value):
        with pytest.raises(ValueError, match=r"\.$"):
            read_date(value)

    def test_the_other_dates_of_a_workbook_settle_the_order(self):
        rows = [
            texts(1, "Company", "Job", "Date Applied"),
            texts(2, "A", "B", "03/04/2025"),
            texts(3, "A", "C", "25/04/2025"),
        ]
        assert read_workbook(package(SHEET.format("".join(rows)))).rows[0].date_applied == date(2025, 4, 3)
