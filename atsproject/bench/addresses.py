"""Every address that a person looks at: all pages and fragments, their filters, and the whole admin."""

from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import quote
from django.urls import NoReverseMatch, URLPattern, reverse

from analyses.models import Analysis
from analyses.ranking import ranking
from atsproject.pages.urls import urlpatterns
from feedback.models import Feedback

FIRST_PAGE = "1"
# What is asked of a page beside opening it: by name of its address.
ASKED = {
    "jobs": ("q=Position",),
    "job": ("q=python", "sort=-years", "decision=none&min_score=50", "sort=mine", "page=2"),
    "analyses": ("waiting=decision", "waiting=rating", "status=failed", "min_score=80", "page=100"),
    "resumes": (
        *("q=kafka", "q=pipelines+with+kafka&by=meaning", "skill=python&years=2", "tag=south"),
        *("level=good", "several=1", "versions=all", "status=unreadable", "page=100"),
    ),
    "library-matches": ("found=1",),
    "feedback": ("q=tool+9", "contested=1", "min_rating=4", "page=20"),
    "applications": ("q=Company", "recent=1"),
}
# Downloads of whole lists: they are as long as their lists are, and no page.
DOWNLOADS = frozenset({"jobs-export", "job-export", "applications-export", "original-pdf"})
DELETED_AT_ONCE = 3


@dataclass(frozen=True, slots=True)
class Picked:
    """The rows that addresses are about: the busiest job, its best candidate, and what is said of them."""

    analysis: Analysis
    best: tuple[str, ...]  # analyses of the job
    resumes: tuple[str, ...]
    feedback_id: str

    @property
    def names(self) -> dict[str, str]:
        """Parts of addresses by name."""
        return {
            "job_id": str(self.analysis.job_id),
            "resume_id": str(self.analysis.resume_id),
            "analysis_id": self.analysis.pk,
            "feedback_id": self.feedback_id,
            "number": FIRST_PAGE,
        }

    def needed(self, name: str) -> str:
        """What an address cannot do without, as a query."""
        chosen = "&".join(f"resume={key}" for key in self.resumes)
        return {
            "compare-candidates": "&".join(f"analysis={key}" for key in self.best),
            "resumes-bulk": f"act=delete&{chosen}",
            "resumes-delete": chosen,
            "resumes-handed-in": "&".join(f"added={key}" for key in self.resumes),
        }.get(name, "")


def pick(job_id: str) -> Picked:
    """The rows to look at, of one job."""
    best = tuple(ranking(job=Analysis.objects.filter(job=job_id)[0].job)[:DELETED_AT_ONCE])  # type: ignore[arg-type]
    return Picked(
        analysis=best[0],
        best=tuple(row.pk for row in best),
        resumes=tuple(str(row.resume_id) for row in best),
        feedback_id=Feedback.objects.given().values_list("pk", flat=True)[0],
    )


def page_addresses(picked: Picked) -> dict[str, str]:
    """By name every page and fragment there is an address for, and pages with what is often asked of them.

    Addresses that only take what is sent to them are among them; they answer 405.
    """
    found = {}
    for pattern in urlpatterns:
        name, parts = str(pattern.name), set(pattern.pattern.regex.groupindex)
        if name in DOWNLOADS or not parts <= picked.names.keys():
            continue
        address = reverse(name, kwargs={part: picked.names[part] for part in parts})
        needed = picked.needed(name)
        found[name] = f"{address}?{needed}" if needed else address
        found |= {f"{name}?{query}": f"{address}?{query}" for query in ASKED.get(name, ())}
    return found


def admin_addresses() -> dict[str, str]:
    """By name the admin's first page, every list, and of each list the form of its first row."""
    found = {"admin": reverse("admin:index")}
    for model in admin.site._registry:
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        try:
            found[f"admin {name}"] = reverse(f"admin:{name}_changelist")
        except NoReverseMatch:  # not shown as a list
            continue
        for row in islice(model._default_manager.order_by("pk").only("pk"), 1):
            found[f"admin {name} form"] = reverse(f"admin:{name}_change", args=[quote(row.pk)])
    return found


def _parts(pattern: URLPattern) -> Any:
    return pattern.pattern.regex.groupindex
