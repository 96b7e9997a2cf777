"""The employer and the role where a posting names them in a sentence, a form or a message."""

import pytest

from jobs.reading import read_description

GERMAN = """Die Rheinwerk Logistik AG sucht für den Standort Duisburg ab sofort einen

IT-Systemadministrator (m/w/d)

Ihr Profil:
- Kenntnisse in Netzwerktechnik
"""
CITY = """CITY OF MARLOW
invites applications for the position of:
Civil Engineer II

Qualifications
- AutoCAD
"""
MAIL = """From: Liz <liz@recruit.example>
Subject: FW: Finance Manager - Reading - up to £65k

Hi Sam,

You must have managed a team of 3+ and be strong on Excel.
"""
SOFAS = "Cartwright & Daughters have been covering sofas since 1962. You'd be an upholsterer with five years of it."
SPANISH = """Oferta: Electricista industrial
Empresa: Instalaciones Navarro, S.L.

Qué pedimos
- Carnet de conducir
"""


@pytest.mark.parametrize(
    ("description", "company", "role"),
    [
        (GERMAN, "Rheinwerk Logistik AG", "IT-Systemadministrator"),
        (CITY, "CITY OF MARLOW", "Civil Engineer II"),
        (MAIL, "", "Finance Manager"),
        ("Forklift driver x4 needed! Counterbalance licence.", "", "Forklift Driver"),
        (SOFAS, "Cartwright & Daughters", "Upholsterer"),
        (SPANISH, "Instalaciones Navarro, S.L.", "Electricista Industrial"),
    ],
)
def test_company_and_role(description, company, role):
    found = read_description(description)
    assert (found.company_name, found.role_name) == (company, role)


def test_a_recruiters_greeting_asks_for_nothing():
    found = read_description(
        "Subject: Finance Manager\n\nHi Sam,\n\nHope you're well! I've got a great role for you.\n\n"
        "My client is a distributor. They're after a qualified accountant (ACA or ACCA) with at least 3 years PQE. "
        "NetSuite is what they use, so that would be handy.\n\n"
        "Let me know if you'd like to chat.\n\nKind regards,\nLiz\n"
    )
    asked = {row.text: (row.kind, row.must_have) for row in found.requirements}
    assert [text for text in asked if text.startswith(("Hope", "I've", "My client", "Let me"))] == []
    assert asked["NetSuite is what they use, so that would be handy"][1] is False
    assert any("PQE" in row.text and row.years == 3.0 for row in found.requirements)


@pytest.mark.parametrize(
    "line", ["Practising Catholics are especially welcome to apply.", "Christliche Grundhaltung ist Voraussetzung."]
)
def test_a_faith_asked_for_is_flagged_wherever_it_stands(line):
    found = read_description(f"Teaching Assistant\n\nRequirements\n- GCSE Maths at grade C\n\n{line}\n").requirements
    assert any(row.note.startswith("Stands for a protected") for row in found)
