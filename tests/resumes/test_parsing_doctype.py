import pytest

from resumes.parsing import parse_profile
from resumes.parsing.evaluation import sample_document, samples
from resumes.parsing.layout import document_of

INVOICE = """# INVOICE
Invoice No. 2024-118	Date: 12 March 2024
Bill to:
Northwind Traders, 12 Harbour Road, Bristol

Description	Qty	Unit price	Amount
Consulting, February	12	$95.00	$1,140.00
Travel	1	$210.50	$210.50
Subtotal	$1,350.50
VAT 20%	$270.10
Total due	$1,620.60
Payment terms: net 30. IBAN GB29 NWBK 6016 1331 9268 19
"""
LETTER = """Maria Keller
Bahnhofstrasse 1, 8001 Zürich
maria.keller@example.ch

Dear Mr Huber,

I am writing to apply for the position of accountant that you advertised last week. I have worked with
numbers all my life and would be glad to bring that experience to your house.
I look forward to hearing from you.

Yours sincerely,
Maria Keller
"""
MENU = """# Trattoria da Nino
Menu
## Starters
Bruschetta	6.50
Caprese	8.00
## Main courses
Tagliatelle al ragù	13.50
Pizza Margherita	11.00
Saltimbocca	19.80
## Desserts
Tiramisù	6.00
Panna cotta	5.50
Ask us about allergens.
"""
POSTING = """# Senior Data Engineer
Berlin, full time

About the role
We are looking for a data engineer to join our team. You will build pipelines in Python.
Requirements:
- 5 years of experience with SQL
- Experience with Airflow
What we offer
- Competitive salary and 30 days of paid time off
Apply now: jobs@example.com
"""


@pytest.mark.parametrize(
    "text, looks", [(INVOICE, "invoice"), (LETTER, "letter"), (MENU, "menu"), (POSTING, "posting")]
)
def test_what_is_no_resume_is_said_to_be_something_else(text, looks):
    profile = parse_profile(document_of(text))
    assert profile["is_resume"] is False
    assert looks in profile["warnings"][0]


@pytest.mark.parametrize("path", samples(), ids=lambda path: path.stem)
def test_every_sample_is_a_resume(path):
    profile = parse_profile(sample_document(path))
    assert profile["is_resume"] is True
    assert profile["warnings"] == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Hello"])
def test_nothing_is_no_resume(text):
    assert parse_profile(document_of(text))["is_resume"] is False
