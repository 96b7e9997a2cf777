"""The picture of a hidden candidate's page: bars over who it is, no photo, everything else as it was."""

import io

import pytest
from django.urls import reverse
from PIL import Image

from analyses.services import decide
from atsproject.pages.page_image import SCALE
from resumes.models import Resume
from tests.atsproject.blind_data import LINES, blind_job

pytestmark = pytest.mark.django_db
HEIGHT = 842  # points, A4


def shades(client, resume_id, line: int) -> set[object]:
    """The colours in the letters' band of a line of the page."""
    answer = client.get(reverse("page-image", args=[resume_id, 1]))
    assert answer.status_code == 200
    picture = Image.open(io.BytesIO(answer.content)).convert("RGB")
    base = HEIGHT - (780 - 24 * line)
    band = picture.crop((int(62 * SCALE), int((base - 7) * SCALE), int(120 * SCALE), int((base - 1) * SCALE)))
    return {color for _, color in band.getcolors(1 << 16) or ()}


def test_bars_lie_over_name_and_contact_and_over_nothing_else(pages, recruiter):
    _, analysis = blind_job(recruiter)
    for line in range(5):
        assert len(shades(pages, analysis.resume_id, line)) == 1, LINES[line]
    for line in (5, 9, 10, 13):
        assert len(shades(pages, analysis.resume_id, line)) > 5, LINES[line]


def test_the_page_is_whole_again_after_the_decision(pages, recruiter):
    _, analysis = blind_job(recruiter)
    assert "no-store" in pages.get(reverse("page-image", args=[analysis.resume_id, 1]))["Cache-Control"]
    decide(analysis=analysis, decision="on_hold", reason="", by=recruiter)
    assert len(shades(pages, analysis.resume_id, 0)) > 5


@pytest.mark.parametrize("change", [{"used_ocr": True}, {"candidate_name": "", "profile": {}}])
def test_a_page_that_cannot_be_barred_is_not_shown(pages, recruiter, change):
    _, analysis = blind_job(recruiter)
    Resume.objects.filter(pk=analysis.resume_id).update(**change)
    assert pages.get(reverse("page-image", args=[analysis.resume_id, 1])).status_code == 404
    page = pages.get(reverse("resume", args=[analysis.resume_id])).content.decode()
    assert "/pages/1.png" not in page
