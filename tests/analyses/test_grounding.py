"""An answer of a language model that names or counts what its lines do not is not used."""

import pytest

from analyses.grounding import says_more

LINES = (
    "For Databases, the resume names PostgreSQL and MySQL.",
    "Moved 1.2 TB of order history from MySQL to PostgreSQL with 11 minutes of downtime.",
    "Leads a team of five engineers at Lakeshore Freight; designs REST APIs in C++ and Node.js.",
    "Senior Backend Engineer March 2021 – Present",
)


@pytest.mark.parametrize(
    "text",
    [
        "She has used PostgreSQL and MySQL.",
        "Yes: the candidate moved 1.2 TB of order history between MySQL and PostgreSQL.",
        "According to the resume, they lead a team of 5 engineers at Lakeshore Freight.",
        "Lakeshore's REST API was designed in C++ and Node.js.",
        "The candidate has been a senior backend engineer since March 2021.",
        "They led five engineers.",
        "Leading five engineers. Designed REST APIs. Movement of order history.",
        "both databases were used for order history",
    ],
)
def test_what_the_lines_say_may_be_said(text):
    assert not says_more(text, LINES)


@pytest.mark.parametrize(
    "text",
    [
        "Yes. She worked with Kubernetes at Google for 12 years.",
        "Google is where PostgreSQL was used.",
        "She has used PostgreSQL and Oracle.",
        "She used PostgreSQL for twelve years.",
        "She leads a team of 50 engineers.",
        "She wrote MySQL and C#.",
        "Her downtime was 11 minutes in 2019.",
        "warm",
        "I cannot help with that.",
        "…",
    ],
)
def test_what_they_do_not_say_may_not(text):
    assert says_more(text, LINES)
