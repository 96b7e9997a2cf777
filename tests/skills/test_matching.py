"""The hard cases: names that are everyday words, signs in names, and the ways people write the same name."""

from itertools import pairwise

import pytest

from skills import find_skills


def found(text: str) -> list[str]:
    return [mention.name for mention in find_skills(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C, C++, C#, F# and .NET", ["C", "C++", "C#", "F#", ".NET"]),
        ("Experience with C/C++", ["C", "C++"]),
        ("ASP.NET and VB.NET", ["ASP.NET", "Visual Basic"]),
        ("Statistics in R, SAS and SPSS", ["Statistical analysis", "R", "SAS", "SPSS"]),
        ("Python or Go", ["Python", "Go"]),
        ("Proficient in Go programming", ["Go"]),
        ("Advanced Excel (pivot tables)", ["Microsoft Excel", "Pivot tables"]),
        (
            "MS Word, Excel, Access and Outlook",
            ["Microsoft Word", "Microsoft Excel", "Microsoft Access", "Microsoft Outlook"],
        ),
        ("Java, Spring, Hibernate", ["Java", "Spring", "Hibernate"]),
        ("React, Redux and TypeScript", ["React", "Redux", "TypeScript"]),
        ("iOS apps in Swift", ["iOS development", "Swift"]),
        ("Systems written in Rust", ["Rust"]),
        ("Oracle 19c and PL/SQL", ["Oracle Database", "PL/SQL"]),
        ("Ruby on Rails", ["Ruby on Rails"]),
        ("Charting in Epic EHR", ["Epic"]),
        ("SAP and SAS", ["SAP", "SAS"]),
        ("skills: python, go, excel", ["Python", "Go", "Microsoft Excel"]),
        ("Excel", ["Microsoft Excel"]),
        ("Puppet, Chef and Ansible", ["Puppet", "Chef", "Ansible"]),
    ],
)
def test_named(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "You will excel in a fast-paced environment",
        "Excel at what you do",
        "We go above and beyond",
        "Our go-to-market motion",
        "Go the extra mile",
        "Please react quickly to incidents",
        "Spring 2020 semester",
        "The C-suite and C-level executives",
        "Vitamin C, hepatitis C, grade C",
        "an R&D budget",
        "R-squared of 0.9",
        "Access to company car",
        "Express your interest",
        "a swift response",
        "Word of mouth",
        "Led teams of ten",
        "Sous chef wanted",
        "Taylor Swift fan",
        "the rest of the day",
        "please send your documents",
        "It is a spark of joy",
        "an epic journey",
        "in the spring and summer",
        "patient IDs",
        "Remain lean and react",
        "http://python.org/java and mail@java.com",
    ],
)
def test_not_named(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["Node.js", "NodeJS", "node.js", "Node JS", "node-js", "NODE.JS", "Ｎｏｄｅ．ｊｓ"])  # noqa: RUF001
def test_one_name_many_spellings(text):
    assert found(text) == ["Node.js"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("REST APIs", "REST API"),
        ("relational database", "Relational databases"),
        ("machine learning", "Machine learning"),
        ("machinelearning", "Machine learning"),
        ("CI / CD", "CI/CD"),
        ("cicd", "CI/CD"),
        ("search engine optimization", "Search engine optimisation"),
        ("pediatric care", "Paediatric nursing"),
        ("health & safety", "Health and safety"),
        ("driver’s licence", "Driving licence"),
        ("driver's licenses", "Driving licence"),
        ("forklift-operation", "Forklift operation"),
        ("project\u00admanagement", "Project management"),
    ],
)
def test_variants(text, expected):
    assert found(text) == [expected]


def test_the_longest_name_wins():
    assert found("Microsoft SQL Server Integration Services") == ["SSIS"] or found("SQL Server Reporting Services") == [
        "SSRS"
    ]
    assert found("Amazon Web Services Lambda functions") == ["Amazon Web Services", "AWS Lambda"]
    assert found("machine learning engineering") == ["Machine learning", "Engineering"]


def test_a_name_goes_over_one_line_break_but_not_over_a_blank_line():
    assert found("machine\nlearning") == ["Machine learning"]
    assert "Machine learning" not in found("machine\n\nlearning")


def test_a_name_within_a_line_comes_before_one_over_the_break():
    assert found("PL/SQL\nServer rooms") == ["PL/SQL"]


@pytest.mark.parametrize(
    "text",
    ["Ünïcode ﬁrst: Pythön Python", "ﬃ ﬃ ﬃ Docker", "e\u0301 Kubernetes \U0001f600 SQL", "\u200bSQL\u200b, ﬁ SQL"],
)
def test_spans_are_code_points_of_the_text_given(text):
    mentions = find_skills(text)
    assert mentions
    for mention in mentions:
        assert text[mention.start : mention.end].strip("\u200b").casefold() == mention.name.casefold()


def test_spans_move_by_start():
    assert [(m.start, m.end) for m in find_skills("a SQL", start=100)] == [(102, 105)]


def test_mentions_never_overlap_and_come_in_order():
    text = "SQL Server, PL/SQL, SQL; Spring Boot, Spring Cloud, Java Spring. " * 20
    mentions = find_skills(text)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\u200b", "-" * 50_000, "a" * 200_000, "C" * 100_000])
def test_strange_texts_do_no_harm(text):
    assert find_skills(text) == []
