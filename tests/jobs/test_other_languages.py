"""Postings in Dutch, Portuguese, Spanish, French and German are read as English ones are."""

import pytest

from jobs.reading import read_description

DUTCH = """Declarant douane
Van Rijswijk Expeditie B.V. - Rotterdam

Wie zijn wij?
Van Rijswijk is al 60 jaar een begrip in de haven.

Wat ga je doen?
- Opstellen van invoeraangiften

Wat vragen wij?
- Mbo 4 werk- en denkniveau
- Minimaal 2 jaar ervaring als declarant
- Goede beheersing van de Engelse taal
- CargoWise is een pre
- In bezit van rijbewijs B

Wat bieden wij?
- 27 vakantiedagen
"""
PORTUGUESE = """Desenvolvedor Back-end
Caju Tecnologia

Responsabilidades
- Desenvolver serviços

Requisitos
- Experiência de 3 anos em vendas
- Ensino superior completo em Computação
- Inglês intermediário

Diferenciais
- Kotlin

Benefícios
- Plano de saúde
"""
SPANISH = """Recepcionista de hotel
Hotel Miramar Nerja

Funciones:
• Atención telefónica

Requisitos:
• Experiencia mínima de 2 años en puesto similar
• Inglés alto (C1) imprescindible; se valorará alemán

Se ofrece:
• Manutención
"""


@pytest.mark.parametrize(
    ("posting", "role", "expected"),
    [
        (
            DUTCH,
            "Declarant Douane",
            [
                ("responsibility", False, None),
                ("education", True, None),
                ("experience", True, 2.0),
                ("language", True, None),
                ("other", False, None),
                ("certification", True, None),
            ],
        ),
        (
            PORTUGUESE,
            "Desenvolvedor Back-end",
            [
                ("responsibility", False, None),
                ("experience", True, 3.0),
                ("education", True, None),
                ("language", True, None),
                ("skill", False, None),
            ],
        ),
        (
            SPANISH,
            "Recepcionista de Hotel",
            [
                ("responsibility", False, None),
                ("experience", True, 2.0),
                ("language", True, None),
                ("language", False, None),
            ],
        ),
    ],
)
def test_what_is_asked_for_and_how_much(posting, role, expected):
    found = read_description(posting)
    assert [(row.kind, row.must_have, row.years) for row in found.requirements] == expected
    assert found.role_name == role


def test_years_within_years_and_a_wish_in_french():
    found = read_description(
        "Chef d'atelier H/F\n\nProfil recherché\n- 5 ans d'expérience en atelier, dont 2 ans en encadrement\n"
        "- Anglais technique souhaité\n- Permis B obligatoire\n"
    ).requirements
    assert [(row.kind, row.years, row.must_have) for row in found] == [
        ("experience", 5.0, True),
        ("experience", 2.0, True),
        ("language", None, False),
        ("certification", None, True),
    ]


@pytest.mark.parametrize(
    ("line", "flagged"),
    [
        ("Du bist ein junger, dynamischer Teamplayer", True),
        ("Du arbeitest in einem jungen, dynamischen Team mit SQL", False),
    ],
)
def test_a_young_person_is_protected_and_a_young_team_is_none(line, flagged):
    found = read_description(f"Buchhalter\n\nDein Profil\n- {line}\n").requirements
    assert any(row.note.startswith("Stands for a protected") for row in found) is flagged


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("Berufserfahrung von mindestens einem Jahr", 1.0),
        ("Twee tot vier jaar ervaring met beheer", 2.0),
        ("Al menos tres años de experiencia en ventas", 3.0),
        ("University studies of at least three years attested by a diploma", None),
    ],
)
def test_years_in_words_and_those_of_studies(line, years):
    (found,) = read_description(f"Clerk\n\nRequirements\n- {line}\n").requirements
    assert found.years == years
