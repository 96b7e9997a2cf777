"""Draws the sample resumes again: ``python -m tests.samples.make [FOLDER]`` (default: resumes/samples).

The files are committed, because a fresh installation shows them without any drawing library.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.samples import engineers, others
from tests.samples.invoice import invoice
from tests.samples.layouts import one_column, sidebar, spaced_capitals, tables, two_columns, white_text
from tests.samples.scan import scanned
from tests.samples.styles import register_fonts

FOLDER = Path(__file__).resolve().parents[2] / "resumes" / "samples"


def make(folder: Path) -> list[Path]:
    """All samples; the same bytes each time on the same versions of the drawing libraries."""
    register_fonts()
    folder.mkdir(parents=True, exist_ok=True)
    one_column(folder / "amara-okafor.pdf", engineers.AMARA)
    two_columns(folder / "eloise-lefevre-gagne.pdf", engineers.ELOISE)
    sidebar(folder / "daniel-whitaker.pdf", engineers.DANIEL)
    one_column(folder / "marcus-lindqvist.pdf", engineers.MARCUS, face="sans", accent="#274c77")
    tables(folder / "priya-raman.pdf", engineers.PRIYA)
    spaced_capitals(folder / "tom-becker.pdf", engineers.TOM)
    sidebar(folder / "sofia-moreno.pdf", others.SOFIA, accent="#6b2d5c", right_side=True)
    one_column(folder / "helen-park.pdf", others.HELEN, face="vera", accent="#0f5c6e")
    tables(folder / "james-oconnor.pdf", others.JAMES, accent="#3d3d7a")
    two_columns(folder / "lucia-ferreira.pdf", others.LUCIA, accent="#9a3b26")
    one_column(folder / "victor-hale.pdf", others.VICTOR, face="sans", paint=white_text(others.VICTOR_HIDDEN))
    with tempfile.TemporaryDirectory() as scratch:
        printed = Path(scratch) / "printed.pdf"
        one_column(printed, others.GRACE, face="serif", accent="#222222")
        scanned(printed, folder / "grace-adeyemi-stone-scan.pdf")
    invoice(folder / "invoice-2026-0417.pdf")
    shutil.copyfile(folder / "amara-okafor.pdf", folder / "resume_final_v2.pdf")
    return sorted(folder.glob("*.pdf"))


if __name__ == "__main__":
    for made in make(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
        print(made)
