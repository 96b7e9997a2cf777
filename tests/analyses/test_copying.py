"""A posting in the resume earns nothing, however it was brought in; who tailors honest work to it loses nothing."""

import random

import pytest

from analyses.engine.judge import prepare
from tests.analyses.builders import SmallTaxonomy, job, result_of, resume

ASKED = [
    "Assess, plan and evaluate patient care in line with trust policy",
    "Administer intravenous medication and monitor patients for deterioration",
    "Mentor student nurses and newly qualified staff",
    "Keep accurate electronic patient records",
    "Current NMC registration",
    "At least two years of acute hospital experience",
    "Competence in venepuncture and cannulation",
]
JOB = job(*({"text": text, "kind": "responsibility"} for text in ASKED))
OWN = [
    "Storekeeper, Harbour Marine Supplies, 2016 - 2024",
    "Issued rope and paint to boat crews and kept the shelves in order.",
    "Counted stock every quarter and wrote up differences by hand.",
    "Drove the van to the quay twice a day.",
]
PAST = {"Assess": "Assessed", "Administer": "Administered", "Mentor": "Mentored", "Keep": "Kept"}


def shuffled(lines):
    return random.Random(4).sample(lines, len(lines))


def past(line):
    first, rest = line.split(" ", 1)
    return f"{PAST.get(first.rstrip(','), first.rstrip(','))} {rest}"


def without_every_fifth_word(line):
    return " ".join(word for number, word in enumerate(line.split(), 1) if number % 5)


WAYS = {
    "in another order": [f"- {line}" for line in shuffled(ASKED)],
    "said of oneself": [f"I have {line.lower()}." for line in ASKED],
    "in the past tense": [f"- {past(line)}" for line in ASKED],
    "with words left out": [without_every_fifth_word(line) for line in ASKED],
    "with a frame": [f"You ask: {line}. Yes, that is me." for line in ASKED],
    "with a word put in": [line.replace(" and ", " and really ") for line in ASKED],
    "in one list": ["Skills: " + ", ".join(shuffled(ASKED))],
    "after a greeting": [f"Dear team, you write: {ASKED[0]}", *ASKED[1:]],
}


@pytest.mark.parametrize("way", WAYS)
def test_a_posting_brought_in_earns_nothing_and_is_shown(way):
    honest = result_of(JOB, resume("\n".join(OWN)))
    result = result_of(JOB, resume("\n".join([*OWN, *WAYS[way]])))
    assert result["overall_score"] <= honest["overall_score"]
    shown = " ".join(w["text"] for w in result["warnings"] if w["code"] == "copied_job_description")
    assert "venepuncture" in shown


def test_lines_of_a_posting_between_own_lines_earn_nothing():
    mixed = [line for pair in zip(OWN, ASKED, strict=False) for line in pair]
    reading = prepare(JOB, resume("\n".join(mixed)), SmallTaxonomy())
    assert [chunk.flag for chunk in reading.chunks] == ["", "copied"] * len(OWN)


def test_work_told_in_the_words_of_the_posting_is_honest():
    tailored = [
        "Staff Nurse, Emergency Assessment Ward, Royal Example Infirmary, June 2021 - Present",
        "- Assess and plan care for up to eight acutely unwell adults a shift in line with trust policy",
        "- Administer intravenous medication and blood products, checked on the annual drug assessment",
        "- Monitor patients for deterioration; led the ward audit that raised compliance to 96%",
        "- Mentor two student nurses each term",
        "- Competence in venepuncture and cannulation since 2021; taught both to new starters",
        "- Kept accurate electronic patient records in Lorenzo",
        "Current NMC registration",
    ]
    assert result_of(JOB, resume("\n".join(tailored)))["warnings"] == []


def test_the_name_of_a_qualification_is_no_copy_though_it_is_long():
    wanted = job({"text": "Level 2 Diploma in Health and Social Care or be willing to work towards one"})
    reading = prepare(wanted, resume("Level 2 Diploma in Health and Social Care, 2020"), SmallTaxonomy())
    assert [chunk.flag for chunk in reading.chunks] == [""]


def test_a_title_read_out_of_a_pasted_posting_is_no_position_held():
    text = "\n".join(OWN) + "\n\nWe are searching for a senior ward sister to lead our team\n" + "\n".join(ASKED)
    wanted = job(*JOB.requirements, description="We are searching for a senior ward sister to lead our team\n"
                 + JOB.description)  # fmt: skip
    start = text.index("We are")
    work = [{"position": "We are searching for a senior ward sister", "start": start, "end": len(text)}]
    result = result_of(wanted, resume(text, {"work": work}))
    assert not [part for part in result["components"] if part["key"] == "seniority"]
    assert result["profile"]["work"] == work


def test_a_passage_is_shown_in_one_piece():
    text = "\n".join([*OWN, *ASKED])
    shown = [w for w in result_of(JOB, resume(text))["warnings"] if w["code"] == "copied_job_description"]
    assert [warning["text"] for warning in shown] == ["\n".join(ASKED)]
    assert text[shown[0]["start"] : shown[0]["end"]] == shown[0]["text"]


def test_a_title_pasted_under_an_own_heading_is_no_position_held():
    title = "Senior Ward Sister for acute medicine"
    text = "\n".join([*OWN, "Target position", title, *ASKED])
    wanted = job(*JOB.requirements, description=f"{title}\n{JOB.description}")
    work = [{"position": title, "start": text.index("Target"), "end": len(text)}]
    result = result_of(wanted, resume(text, {"work": work}))
    assert not [part for part in result["components"] if part["key"] == "seniority"]


OTHER_WAYS = {
    "misspelt": [
        "- Asess, plan and evalaute pateint care in line with trsut policy",
        "- Admnister intravenuos medcation and monitor patients for deteriroation",
        "- Metnor student nruses and newly qualifed staff",
        "- Competnece in venepuncture and cannualtion",
    ],
    "one sentence": ["- Administer intravenous medication and monitor patients for deterioration"],
}


@pytest.mark.parametrize("way", OTHER_WAYS)
def test_what_a_resume_of_another_trade_has_from_the_posting_earns_nothing(way):
    honest = result_of(JOB, resume("\n".join(OWN)))
    result = result_of(JOB, resume("\n".join([*OWN, *OTHER_WAYS[way]])))
    assert result["overall_score"] <= honest["overall_score"]
    assert any(warning["code"] == "copied_job_description" for warning in result["warnings"])


def test_a_posting_above_the_name_is_shown():
    from analyses.pairs import job_from_text, resume_from_text

    posting = "Staff Nurse\nWe ask for\n" + "\n".join(f"- {line}" for line in ASKED)
    own = (
        "Tom Example\ntom@example.org\n\nBarber, Sharp Lane, Hull, 2019 - Present\n- Cut hair for twenty clients a day"
    )
    reading = prepare(job_from_text(posting), resume_from_text(f"{posting}\n\n{own}"), SmallTaxonomy())
    shown = " ".join(chunk.masked.text for chunk in (*reading.beside, *reading.chunks) if chunk.flag == "copied")
    assert "venepuncture" in shown
    assert not any("Barber" in chunk.masked.text for chunk in reading.chunks if chunk.flag)


def test_a_position_with_figures_of_its_own_is_an_account_though_it_is_worded_like_the_posting():
    from analyses.pairs import job_from_text, resume_from_text

    asked = [
        "Coach managers through disciplinary, grievance and absence cases",
        "Run job evaluation panels and the annual pay review",
        "Rewrite policies as employment law changes",
        "Turn workforce data into plans for retention and succession",
    ]
    posting = "HR Business Partner\nRequirements\n" + "\n".join(f"- {line}" for line in asked) + "\n- CIPD level 7"
    own = [
        "- Coach 60 managers through disciplinary, grievance and absence cases",
        "- Run job evaluation panels and the annual pay review",
        "- Rewrite policies as employment law changes",
        "- Turn workforce data into plans for retention and succession; turnover fell from 31 to 24 per cent",
    ]
    head = "Nell Example\nnell@example.org\n\nHR Business Partner, Example Homes, 2018 - Present\n"
    given = resume_from_text(head + "\n".join(own) + "\n\nCIPD level 7 (2017)")
    assert not [chunk.flag for chunk in prepare(job_from_text(posting), given, SmallTaxonomy()).chunks if chunk.flag]
