import pytest
from django.utils import timezone

from feedback.models import Split
from feedback.snapshots.assignment import SplitPlan, assign_jobs, assign_resumes, divided_persons
from feedback.snapshots.splitting import Shares, bands, drawn, is_near, part_of, simhash
from resumes.models import Person, Resume
from tests.feedback.conftest import make_job, make_resume

WORDS = " ".join(f"word{n}" for n in range(400))


def test_shares_are_kept_over_many_keys():
    parts = [drawn(f"key{n}", "salt", Shares(0.7, 0.1, 0.2)) for n in range(10_000)]
    assert parts.count("train") == pytest.approx(7000, abs=200)
    assert parts.count("test") == pytest.approx(2000, abs=200)
    assert parts == [drawn(f"key{n}", "salt", Shares(0.7, 0.1, 0.2)) for n in range(10_000)]
    assert parts != [drawn(f"key{n}", "pepper", Shares(0.7, 0.1, 0.2)) for n in range(10_000)]


@pytest.mark.parametrize("text", ["", "1", "0.5,0.5", "0.5,0.5,0.5", "-1,1,1", "a,b,c"])
def test_bad_shares_are_refused(text):
    with pytest.raises(ValueError, match=r"0\.7,0\.1,0\.2"):
        Shares.parse(text)


def test_rows_without_job_or_candidate():
    assert part_of(None, None) == "train"
    assert part_of("test", None) == "unseen_job"
    assert part_of(None, "test") == "left_out"
    assert part_of("validation", None) == part_of(None, "validation") == "validation"


def test_near_duplicates_share_a_band_and_others_do_not():
    near = simhash(WORDS.replace("word7 ", "word7a "))
    assert is_near(simhash(WORDS), near)
    assert set(bands(simhash(WORDS))) & set(bands(near))
    assert not is_near(simhash(WORDS), simhash(" ".join(f"other{n}" for n in range(400))))
    assert simhash("") == simhash("")


@pytest.mark.django_db
def test_versions_and_near_duplicates_of_a_person_stay_together():
    person = Person.objects.create()
    half = SplitPlan(candidates=Shares(0.5, 0, 0.5))
    for n in range(12):
        make_resume(f"resume_a{n:02}", f"{n} " + " ".join(f"own{n}x{k}" for k in range(80)), person=person)
        make_resume(f"resume_b{n:02}", WORDS.replace("word9 ", f"nine{n} "))
        make_resume(f"resume_c{n:02}", " ".join(f"c{n}y{k}" for k in range(80)))
    assert assign_resumes(Resume.objects.values_list("pk", flat=True), half) == 36
    assert assign_resumes(Resume.objects.values_list("pk", flat=True), half) == 0
    parts = {
        letter: set(Split.objects.filter(resume__pk__contains=f"_{letter}").values_list("part", flat=True))
        for letter in "abc"
    }
    assert len(parts["a"]) == len(parts["b"]) == 1
    assert parts["c"] == {"train", "test"}
    assert list(divided_persons()) == []


@pytest.mark.django_db
def test_a_person_linked_too_late_is_divided():
    person = Person.objects.create()
    for key, part in (("resume_x1", "train"), ("resume_x2", "test")):
        Split.objects.create(resume=make_resume(key, key), part=part, reason="hash", salt="s")
    Resume.objects.filter(pk__startswith="resume_x").update(person=person, uploaded_at=timezone.now())
    assert list(divided_persons()) == [person.pk]


@pytest.mark.django_db
def test_the_same_description_goes_to_the_same_part():
    for n in range(20):
        make_job(f"{n:08x}", job_description=f"Kind {n % 10}")
    assign_jobs((f"{n:08x}" for n in range(20)), SplitPlan(jobs=Shares(0.5, 0, 0.5)))
    for n in range(10):
        assert Split.objects.get(job=f"{n:08x}").part == Split.objects.get(job=f"{n + 10:08x}").part
    assert set(Split.objects.values_list("part", flat=True)) == {"train", "test"}
