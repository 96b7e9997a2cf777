"""A page that was printed and scanned: an image, no text."""

import random
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

DOTS_PER_INCH = 170
TILT_DEGREES = 0.35


def scanned(original: Path, path: Path) -> None:
    """The first page of ``original`` as a slightly tilted grey scan with the grain of a sheet-feed scanner."""
    document = pdfium.PdfDocument(original)
    page = document[0]
    width, height = page.get_size()
    image = page.render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil().convert("L")
    document.close()
    image = image.rotate(TILT_DEGREES, resample=Image.Resampling.BICUBIC, fillcolor=250)
    image = image.filter(ImageFilter.GaussianBlur(0.5))
    # Paper is never quite white and ink never quite black; a fixed seed keeps the file the same.
    dice = random.Random(17)
    grain = Image.frombytes("L", (256, 256), bytes(dice.randrange(0, 14) for _ in range(256 * 256)))
    paper = Image.new("L", image.size)
    for x in range(0, image.width, 256):
        for y in range(0, image.height, 256):
            paper.paste(grain, (x, y))
    levels = image.point(lambda value: 30 + value * 218 // 255)
    final = Image.blend(levels, Image.eval(paper, lambda value: 245 - value), 0.06)
    buffer = BytesIO()
    final.save(buffer, "JPEG", quality=62)
    buffer.seek(0)
    canvas = Canvas(str(path), pagesize=(width, height), invariant=1)
    canvas.setCreator("")
    canvas.drawImage(ImageReader(buffer), 0, 0, width, height)
    canvas.save()
