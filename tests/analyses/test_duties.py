"""What a posting asks for in one phrase and a resume shows in another is met by the line that shows it alone."""

import pytest

from analyses.engine.chunks import build_chunks
from analyses.engine.duties.phrases import PhraseError, tokens
from analyses.engine.duties.table import certificates, duties_asked, read_table, shipped
from analyses.engine.masking import personal_spans
from tests.analyses.builders import job, result_of, resume

HEAD = "Ada Example\n\nEXPERIENCE\n{title}, Example Ltd, 2019 - 2023\n"


def judged(asked, line, kind="other", title="Coordinator"):
    head = HEAD.format(title=title)
    text = f"{head}{line}\n"
    work = [{"name": "Example Ltd", "position": title, "startDate": "2019", "endDate": "2023",
             "start": head.index(title), "end": len(text)}]  # fmt: skip
    row = {"text": asked, "kind": kind, "skills": ()}
    return result_of(job(row), resume(text, {"work": work, "sections": []}))["requirements"][0]


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("Experience supervising junior staff", "Line managed two accounts assistants."),
        ("Able to read electrical drawings", "Work from schematics and layout plans without help."),
        ("Stock control and ordering", "Do the monthly stocktake and order fish and meat daily."),
        ("Risk and issue management", "Chaired fortnightly RAID reviews."),
        ("Loading and unloading vehicles", "Tip containers and load trailers on the evening bay."),
        ("Booking appointments and managing diaries", "Keep four dentists' books full, with recalls."),
    ],
)
def test_a_duty_told_in_other_words_is_met_and_quoted(asked, line):
    row = judged(asked, line)
    assert row["status"] == "met"
    assert row["evidence"][0]["quote"] == line.rstrip(".") or row["evidence"][0]["quote"] == line
    assert "shows “" in row["reason"]


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ("Experience supervising junior staff", "Known to store managers as polite on every shift of the team."),
        ("Experience supervising junior staff", "Lead the chess club and the junior challenge team."),
        ("Able to read electrical drawings", "Key worker for five people, updating their plans monthly."),
        ("Recruitment and selection", "Split-tested three onboarding flows."),
    ],
)
def test_words_that_merely_stand_near_each_other_show_nothing(asked, line):
    assert "shows “" not in judged(asked, line)["reason"]


def test_each_part_of_a_compound_requirement_is_shown_by_itself():
    row = judged("Loading vehicles and minute taking", "Loaded trailers on the night bay.")
    assert row["status"] == "partial"
    assert "nothing shows “minute taking”" in row["reason"]


def test_a_heading_tells_only_what_the_table_says_of_headings():
    assert judged("Front-of-house experience", "Kept the plants watered.", title="Receptionist")["status"] == "met"
    assert judged("Front-of-house experience", "Kept the plants watered.", title="Gardener")["status"] == "not_met"


def test_a_word_that_says_of_what_kind_must_be_said_too():
    row = {"text": "Export PostgreSQL", "kind": "skill", "skills": ("postgresql",)}
    assert result_of(job(row), resume("Wrote reports from PostgreSQL tables."))["requirements"][0]["score"] == 0.4
    told = result_of(job(row), resume("Wrote exports from PostgreSQL tables."))["requirements"][0]
    assert told["status"] == "met"


@pytest.mark.parametrize(
    ("asked", "held", "score"),
    [
        ("Level 3 qualification in childcare", "NVQ 3 Early Years", 1.0),
        ("Level 3 qualification in childcare", "CACHE Level 2 Award in Childcare", 0.5),
        ("Level 2 food hygiene certificate", "Highfield Level 3 Award in Food Safety", 1.0),
        ("Qualified solicitor", "Admitted to the Roll in September 2019", 1.0),
        ("Counterbalance licence", "FLT counterbalance (ITSSAR), refreshed 2023", 1.0),
        ("Reach truck licence", "FLT counterbalance (ITSSAR), refreshed 2023", 0.0),
    ],
)
def test_certificates_go_by_other_names(asked, held, score):
    assert judged(asked, held, kind="certification")["score"] == score


def test_a_registration_in_the_contact_line_is_read_and_the_rest_of_it_is_not():
    text = "Ada Example\nDerby | ada@example.com | HCPC PH123456\n\nEXPERIENCE\nWalked dogs daily.\n"
    start = text.index("EXPERIENCE")
    section = {"kind": "experience", "heading": "EXPERIENCE", "start": start, "end": len(text)}
    given = resume(text, {"sections": [section]})
    read = build_chunks(given.text, given.lines, given.profile, personal_spans(given.text, given.profile))
    assert "HCPC PH123456" in [chunk.masked.text for chunk in read]
    assert not any("Derby" in chunk.masked.text for chunk in read)


def test_items_under_a_title_that_nobody_knows_are_no_contact():
    text = "Ada Example\nRVN, Tideway\n2018 - present\n- Scrub in for fifteen operations a week.\n\nEducation\nBSc\n"
    start = text.index("Education")
    section = {"kind": "education", "heading": "Education", "start": start, "end": len(text)}
    given = resume(text, {"sections": [section]})
    read = build_chunks(given.text, given.lines, given.profile, personal_spans(given.text, given.profile))
    assert "Scrub in for fifteen operations a week." in [chunk.masked.text for chunk in read]


def test_how_work_is_done_is_no_part_beside_what_is_done():
    row = judged("Order picking in a fast-paced environment", "Picked 160 lines an hour.")
    assert row["status"] == "met"
    assert "fast" not in row["reason"]
    assert judged("Order picking in a fast-paced environment", "A busy place.")["status"] == "not_met"


def test_the_shipped_tables_are_read_and_asked():
    assert len(shipped().duties) > 200
    assert len(certificates().duties) > 80
    assert duties_asked("Experience of stock control")


def test_a_table_that_cannot_be_read_says_where():
    with pytest.raises(PhraseError, match=r"x\.txt, line 2"):
        read_table([("x.txt", "stock control => stocktake*\nnonsense\n")])
    with pytest.raises(PhraseError, match="No group is called"):
        read_table([("x.txt", "{unknown} staff => lead~\n")])


def test_a_long_line_of_junk_is_looked_at_in_no_time():
    assert len(tokens("run staff " * 5000)) <= 160


def test_a_nurses_bundle_is_no_billing():
    assert judged("Own the billing of all customers", "Followed the sepsis bundle on every night shift.")["score"] == 0
