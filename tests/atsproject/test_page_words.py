"""What pages make of stored words: recommendations, months, icons."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse

from analyses.services import request_analysis
from atsproject.templatetags.pages import advice, month
from resumes.services import add_resume
from tests.atsproject.page_data import a_pdf, filled_job


@pytest.mark.parametrize(
    ("stored", "key", "word", "why"),
    [
        ("YES - score 91.5 of 100; every must-have is met.", "yes", "Yes", "Every must-have is met."),
        ("NO - score 1.6 of 100; must-have not shown: “C”; ask about “D”.", "no", "No", "Must-have not shown: “C”;"),
        ("MAYBE - score 40.0 of 100.", "maybe", "Maybe", ""),
        ("MAYBE - good - but far away", "maybe", "Maybe", "Good - but far away"),
        ("", "", "", ""),
        (None, "", "", ""),
    ],
)
def test_a_recommendation_is_a_word_and_its_reason_without_the_score_again(stored, key, word, why):
    told = advice(stored)
    assert (told["key"], told["word"]) == (key, word)
    assert told["why"].startswith(why)
    assert "of 100" not in told["why"]


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("2020-03", "Mar 2020"),
        ("2020-03-15", "Mar 2020"),
        ("2020", "2020"),
        ("now", "now"),
        (None, ""),
        ("2020-13", "2020"),
    ],
)
def test_a_month_is_written_as_people_write_it(stored, shown):
    assert month(stored) == shown


def test_every_icon_that_a_template_names_is_in_the_sprite():
    sprite = finders.find("pages/icons.svg")
    assert sprite
    drawn = set(re.findall(r'<symbol id="(\w+)"', Path(sprite).read_text()))
    pages = [path for folder in settings.TEMPLATES[0]["DIRS"] for path in Path(folder).rglob("*.html")]
    named = {name for path in pages for name in re.findall(r"\{% icon '(\w+)' %\}", path.read_text())}
    named |= {"home", "jobs", "resumes", "feedback", "training", "applications"}  # those of the navigation
    assert named <= drawn
    assert drawn <= named


@pytest.mark.django_db
def test_an_analysis_of_another_version_of_the_person_is_led_to(pages, recruiter):
    job, analysis = filled_job(recruiter)
    newer = add_resume(file=a_pdf("Grace B Example"), filename="newer.pdf", by=recruiter).resume  # the same phone
    other = request_analysis(job=job, resume=newer, by=recruiter)
    shown = pages.get(reverse("analysis", args=[analysis.pk])).content.decode()
    assert reverse("analysis", args=[other.pk]) in shown.partition('id="origin"')[2]
