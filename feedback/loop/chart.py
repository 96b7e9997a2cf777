"""The loop's outcome as a picture: NDCG@5 of each unseen job before and after."""

from typing import Any

ROW, LEFT, SCALE, TOP = 22, 190, 420, 64


def chart_svg(report: dict[str, Any]) -> str:
    """A chart that stands alone: one line a job, from the ring (before) to the dot (after)."""
    jobs = [row for row in report["jobs"] if row["ndcg_at_5_before"] is not None]
    height = TOP + ROW * len(jobs) + 40
    width = LEFT + SCALE + 70
    figures = (
        f"before {report['ndcg_at_5_before']:.2f}, after {report['ndcg_at_5_after']:.2f}; "
        f"gain {report['gain']:+.2f} ({report['gain_low']:+.2f} to {report['gain_high']:+.2f})"
    )
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        '<text x="16" y="24" font-size="15" fill="#1a2433">Ranking of jobs nobody gave feedback on (NDCG@5)</text>',
        f'<text x="16" y="44" font-size="12" fill="#566275">{figures}</text>',
    ]
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        x = LEFT + tick * SCALE
        parts.append(f'<line x1="{x}" y1="{TOP}" x2="{x}" y2="{height - 34}" stroke="#e3e7ee"/>')
        parts.append(
            f'<text x="{x}" y="{height - 16}" text-anchor="middle" font-size="12" fill="#566275">{tick:.2f}</text>'
        )
    for number, job in enumerate(jobs):
        parts += _row(job, TOP + ROW * number + ROW / 2)
    return "\n".join([*parts, "</svg>", ""])


def _row(job: dict[str, Any], y: float) -> list[str]:
    first, last = LEFT + job["ndcg_at_5_before"] * SCALE, LEFT + job["ndcg_at_5_after"] * SCALE
    colour = "#1d7a53" if last >= first else "#b3402e"
    return [
        f'<text x="16" y="{y + 4}" font-size="12" fill="#1a2433">{job["title"]}</text>',
        f'<line x1="{first:.1f}" y1="{y}" x2="{last:.1f}" y2="{y}" stroke="{colour}" stroke-width="3"/>',
        f'<circle cx="{first:.1f}" cy="{y}" r="5" fill="#ffffff" stroke="#566275" stroke-width="2"/>',
        f'<circle cx="{last:.1f}" cy="{y}" r="5" fill="{colour}"/>',
    ]
