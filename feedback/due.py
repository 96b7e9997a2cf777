"""Where a person's word on the machine's judgement is still wanted."""

from django.db.models import Exists, OuterRef

from analyses.models import Analysis, Decision
from analyses.querysets import AnalysisQuerySet
from feedback.models import Feedback


def analyses_without_rating() -> AnalysisQuerySet:
    """Finished analyses that somebody decided on while nobody has said whether the machine judged well: whoever
    decided has the resume fresh in mind, so these teach most for the least work."""
    decided = Decision.objects.filter(analysis=OuterRef("pk"))
    rated = Feedback.objects.given().filter(analysis=OuterRef("pk"))
    return Analysis.objects.filter(Exists(decided), ~Exists(rated), status=Analysis.Status.DONE)
