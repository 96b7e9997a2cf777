"""What an adapter must not unlearn: plain nearness of meaning, and not to care who the candidate is.

Nearness is measured by a small graded set of sentence pairs: the grades (2 the same thing in other words, 1 the same
field, 0 unrelated) were set by hand, and the figure is the rank correlation of a model's cosine with them. Blindness
is measured by counterfactual pairs: the same resume under another name, age, sex and address must score the same.
"""

from collections.abc import Callable, Sequence
from typing import Any

from analyses.pipeline import Judge
from analyses.quality import blindness
from feedback.training.evaluation import MAX_GUARD_LOSS
from feedback.training.metrics import spearman
from vectors.embedders import Matrix

Embed = Callable[[Sequence[str]], Matrix]

PAIRS: tuple[tuple[str, str, int], ...] = (
    ("Led a team of eight engineers", "Managed eight developers", 2),
    ("Led a team of eight engineers", "Reviewed code and fixed bugs", 1),
    ("Led a team of eight engineers", "Prepared desserts for banquets", 0),
    ("Registered nurse in intensive care", "ICU nurse with a licence", 2),
    ("Registered nurse in intensive care", "Medical receptionist", 1),
    ("Registered nurse in intensive care", "Drove a fork-lift truck", 0),
    ("Closed the books every month", "Responsible for month-end closing", 2),
    ("Closed the books every month", "Entered supplier invoices", 1),
    ("Closed the books every month", "Taught biology to teenagers", 0),
    ("Wrote SQL reports for management", "Built management reporting with SQL queries", 2),
    ("Wrote SQL reports for management", "Cleaned data in spreadsheets", 1),
    ("Wrote SQL reports for management", "Repaired gearboxes", 0),
    ("Sold machines to factories", "B2B sales of industrial equipment", 2),
    ("Sold machines to factories", "Answered customers on the telephone", 1),
    ("Sold machines to factories", "Translated novels from Spanish", 0),
    ("Planned routes for a delivery fleet", "Scheduled deliveries and drivers", 2),
    ("Planned routes for a delivery fleet", "Counted stock in a warehouse", 1),
    ("Planned routes for a delivery fleet", "Drafted patent claims", 0),
    ("Taught mathematics in a secondary school", "High-school maths teacher", 2),
    ("Taught mathematics in a secondary school", "Supervised homework in the afternoon", 1),
    ("Taught mathematics in a secondary school", "Installed air conditioning", 0),
    ("Wired switchboards in new buildings", "Electrical installation of distribution boards", 2),
    ("Wired switchboards in new buildings", "Read technical drawings", 1),
    ("Wired switchboards in new buildings", "Wrote advertising copy", 0),
    ("Designed screens and tested them with users", "UX design and usability testing", 2),
    ("Designed screens and tested them with users", "Retouched photographs", 1),
    ("Designed screens and tested them with users", "Audited tax returns", 0),
    ("Recruited staff for shops", "Hired retail employees", 2),
    ("Recruited staff for shops", "Kept holiday records", 1),
    ("Recruited staff for shops", "Measured soil samples", 0),
    ("Ran the front desk of a hotel", "Hotel reception manager", 2),
    ("Ran the front desk of a hotel", "Waited at tables", 1),
    ("Ran the front desk of a hotel", "Compiled Linux kernels", 0),
    ("Prepared court documents for lawyers", "Paralegal drafting pleadings", 2),
    ("Prepared court documents for lawyers", "Archived client files", 1),
    ("Prepared court documents for lawyers", "Coached a swimming team", 0),
    ("Moved services to Kubernetes", "Migrated applications to container orchestration", 2),
    ("Moved services to Kubernetes", "Wrote shell scripts", 1),
    ("Moved services to Kubernetes", "Arranged flowers", 0),
    ("Fluent in German", "Speaks German very well", 2),
    ("Fluent in German", "Beginner's French", 1),
    ("Fluent in German", "Certified welder", 0),
    ("Bachelor of Science in Physics", "Physics degree", 2),
    ("Bachelor of Science in Physics", "Laboratory assistant", 1),
    ("Bachelor of Science in Physics", "Cashier in a supermarket", 0),
)


def plain_similarity(embed: Embed) -> float:
    """Spearman's correlation of cosine and grade over the pairs."""
    left = embed([pair[0] for pair in PAIRS])
    right = embed([pair[1] for pair in PAIRS])
    cosines = [round(float(a @ b), 4) for a, b in zip(left, right, strict=True)]
    return spearman(cosines, [float(pair[2]) for pair in PAIRS]) or 0.0


BLIND_PAIRS = 60  # counterfactual pairs: twenty for each of three resumes


def check(base: Embed, adapted: Embed, judge: Judge) -> dict[str, Any]:
    """The figures of both guards and whether the adapter passed; ``failed`` says of each that it did not, why.

    ``base`` and ``adapted`` embed without and with the adapter. ``judge`` scores as it would with the adapter in use.
    """
    before, after = plain_similarity(base), plain_similarity(adapted)
    blind = blindness.measure(BLIND_PAIRS, judge)
    failed = []
    if after < before - MAX_GUARD_LOSS:
        failed.append(f"Plain similarity fell from {before:.3f} to {after:.3f}; {MAX_GUARD_LOSS} is allowed.")
    if blind["pairs_changed"]:
        failed.append(
            f"Who the candidate is changed the score of {blind['pairs_changed']} of {blind['pairs']} blindness pairs, "
            f"by up to {blind['largest_change']} points; none may change."
        )
    return {
        "plain_similarity_base": round(before, 4),
        "plain_similarity_adapter": round(after, 4),
        "allowed_loss": MAX_GUARD_LOSS,
        "blindness": blind,
        "passed": not failed,
        "failed": failed,
    }
