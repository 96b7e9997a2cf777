"""Samples drawn as PDFs: what a word processor would print."""

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from resumes.parsing.layout import HEIGHT, WIDTH, place


def draw(markup: str, path: Path) -> Path:
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    for piece in place(markup):
        canvas.setFont("Helvetica-Bold" if piece.bold else "Helvetica", piece.size)
        text = piece.text.encode("cp1252", "replace").decode("cp1252")
        draw_text = canvas.drawRightString if piece.right else canvas.drawString
        draw_text(piece.x, HEIGHT - piece.y, text)
    canvas.save()
    return path
