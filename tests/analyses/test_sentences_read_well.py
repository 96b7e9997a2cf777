"""Sentences for people: without the posting's wishes in them, and with no more than is true."""

import numpy as np
import pytest

from analyses.engine.components import _how_many_near
from analyses.engine.guard import Caution
from analyses.engine.inputs import Requirement
from analyses.engine.reading import requirement_text, shared_words
from analyses.engine.wording import summary
from analyses.engine.words import telling
from tests.analyses.builders import job, result_of, resume

PAST = {"total_months": 0, "relevant_months": 0}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Spanish a plus", "Spanish"),
        ("Spanish is a big plus.", "Spanish"),
        ("PMP preferred", "PMP"),
        ("NATE certification strongly preferred", "NATE certification"),
        ("Google Ads", "Google Ads"),
    ],
)
def test_a_requirement_is_named_without_how_much_it_is_wished_for(text, told):
    assert requirement_text(Requirement("r1", text)) == told


def test_a_warning_says_that_something_was_left_out_only_where_it_was():
    told = [summary([], PAST, [Caution(code, "")])[-1].text for code in ("hidden_text", "not_a_resume", "read_by_ocr")]
    assert "earned nothing" in told[0]
    assert all("earned nothing" not in text for text in told[1:])


def test_years_that_no_date_shows_are_asked_for_in_a_sentence():
    wanted = job({"text": "2+ years of acute care nursing", "kind": "experience", "years": 2.0})
    (asked,) = result_of(wanted, resume("Cared for people on many wards of a hospital."))["questions_to_ask"]
    assert asked == "The posting asks for 2+ years of acute care nursing: how many years does the candidate have?"


def test_words_of_rank_and_form_are_shared_by_everybody_and_count_for_nothing():
    said = [telling("Engineer who cares for speed in teams"), telling("Mentors juniors in code reviews")]
    table = shared_words(["Mentor junior engineers", "Mentor people in reviews"], said)
    assert table[0, 0] == 0
    assert np.all(table[:, 1] >= 0.25)
    assert table.max() <= 1


@pytest.mark.parametrize(
    ("near", "sentences", "told"),
    [
        (0, 1, "The posting's one sentence has no line in the resume"),
        (1, 5, "1 of the posting's 5 sentences has a line"),
        (2, 5, "2 of the posting's 5 sentences have a line"),
    ],
)
def test_one_sentence_is_told_of_in_the_singular(near, sentences, told):
    assert _how_many_near(near, sentences).startswith(told)


def test_it_in_capitals_is_a_field_of_work():
    assert telling("5 years of IT experience") == telling("Information technology")
    assert not telling("We use it")
