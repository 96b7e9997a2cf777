"""Feelings, wishes and convictions about work earn nothing; work, abilities and holdings keep what they earn."""

import pytest

from analyses.engine.hollow import is_hollow
from analyses.engine.stance import is_wish
from tests.analyses.builders import job, result_of, resume

HOLLOW = [
    "Python is my passion and I think about it every day.",
    "I have always admired people who lead restructures and negotiate with trade unions.",
    "I am eager to work with SAP EWM.",
    "I know everything about Kafka and event-driven systems.",
    "Kubernetes has fascinated me since I first read about it.",
    "Nursing: that is what I was born for.",
    "I could talk about network security for hours.",
    "The thought of planning deliveries for a fleet fills me with energy.",
    "No one understands settlement pipelines better than I do.",
    "Brand strategy and storytelling are right up my street.",
    "Mathe zu unterrichten ist mein größter Traum.",
    "La gestion de projet est ma raison de vivre.",
]
ACCOUNTS = [
    "Passionate about testing, I introduced contract tests for 14 services and cut regressions by half.",
    "I love mentoring: four of my apprentices are now qualified electricians.",
    "I know Python, SQL and Tableau well and use them every day.",
    "I know how to calibrate flow meters and pressure transmitters.",
    "I am a registered nurse with a strong interest in wound care.",
    "I am confident in Excel, including pivot tables and Power Query.",
    "I would not call myself an expert in accessibility, but I follow the guidelines.",
    "I can weld MIG and TIG to BS EN ISO 9606.",
    "I am willing to relocate to Berlin.",
    "Enthusiastic teacher with nine years of A level mathematics.",
    "I see patients in two clinics a week and prescribe within my formulary.",
    "Ich habe eine Leidenschaft für Holz und leite seit 2016 eine Tischlerei.",
    "Me encanta enseñar; llevo diez años dando clase de química.",
]


@pytest.mark.parametrize("text", HOLLOW)
def test_a_feeling_is_no_account_of_work(text):
    assert is_hollow(text)


@pytest.mark.parametrize("text", ACCOUNTS)
def test_work_abilities_and_holdings_are(text):
    assert not is_hollow(text)
    assert not is_wish(text)


def test_a_posting_restated_in_feelings_earns_nothing():
    asked = "Run payment services in Python for web shops"
    wanted = job({"text": asked, "kind": "responsibility", "skills": ("python",)})
    own = "Sold shoes in a shop by the sea.\n"
    told = own + "I have always loved to run payment services in Python for web shops of any size.\n"
    assert result_of(wanted, resume(told))["overall_score"] <= result_of(wanted, resume(own))["overall_score"]
    done = own + "I have run payment services in Python for nine web shops since 2019.\n"
    assert result_of(wanted, resume(done))["overall_score"] > result_of(wanted, resume(own))["overall_score"]


def test_long_junk_is_looked_at_in_no_time():
    import time

    begin = time.perf_counter()
    for junk in (
        "I am " * 1250,
        "I " + "a" * 5000,
        "my " + "is a-" * 1000,
        "me" + " very" * 1000 + " me",
        "I have " * 700,
    ):
        is_hollow(junk)
    assert time.perf_counter() - begin < 1.0
