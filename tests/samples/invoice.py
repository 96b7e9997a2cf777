"""A document that is no resume: somebody always uploads one."""

from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import LETTER
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from tests.samples.styles import LINE, Look

ITEMS = (
    ("Office chair, mesh back, black", 6, 189.00),
    ("Standing desk 160 x 80 cm, oak", 3, 412.50),
    ("Monitor arm, single", 6, 74.90),
    ("Delivery and assembly", 1, 160.00),
)


def invoice(path: Path) -> None:
    """An invoice for office furniture."""
    look = Look("sans", 10, "#8a4b08")
    total = sum(count * price for _, count, price in ITEMS)
    rows = [["Description", "Quantity", "Unit price", "Amount"]]
    rows += [[name, str(count), f"${price:,.2f}", f"${count * price:,.2f}"] for name, count, price in ITEMS]
    rows += [["", "", "Subtotal", f"${total:,.2f}"], ["", "", "Sales tax 8 %", f"${total * 0.08:,.2f}"]]
    rows += [["", "", "Total due", f"${total * 1.08:,.2f}"]]
    table = Table(rows, colWidths=[250, 70, 90, 90])
    table.setStyle(
        TableStyle(
            [
                ("FONT", (0, 0), (-1, -1), look.regular, 10),
                ("FONT", (0, 0), (-1, 0), look.bold, 10),
                ("FONT", (2, -1), (-1, -1), look.bold, 11),
                ("BACKGROUND", (0, 0), (-1, 0), HexColor("#f6efe6")),
                ("LINEBELOW", (0, 0), (-1, -4), 0.4, LINE),
                ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
                ("TOPPADDING", (0, 0), (-1, -1), 6),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
            ]
        )
    )
    story: list[Flowable] = [
        Paragraph("INVOICE", look.name),
        Paragraph("Brightwater Office Furniture, 18 Mill Lane, Springfield", look.contact),
        Paragraph("billing@example.com, (217) 555-0160", look.contact),
        Spacer(1, 22),
        Paragraph("<b>Invoice number:</b> 2026-0417", look.body),
        Paragraph("<b>Invoice date:</b> April 17, 2026", look.body),
        Paragraph("<b>Payment due:</b> May 17, 2026", look.body),
        Spacer(1, 12),
        Paragraph("<b>Bill to:</b> Lakeshore Freight, Accounts Payable, 400 Harbor Street, Chicago", look.body),
        Spacer(1, 22),
        table,
        Spacer(1, 26),
        Paragraph("Please transfer the amount within 30 days and state the invoice number.", look.body),
        Paragraph("Thank you for your order.", look.body),
    ]
    SimpleDocTemplate(str(path), pagesize=LETTER, invariant=1, title="Invoice 2026-0417", author="", creator="").build(
        story
    )
