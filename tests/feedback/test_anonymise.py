"""A candidate's own data leaves a text however it is written, and other words stay."""

import pytest

from feedback.snapshots.anonymise import Redactor
from tests.feedback.snapshot_data import PERSON, TEXT

BORN = TEXT.index("1990-01-02")


def zoe():
    profile = {**PERSON, "personal_spans": [[BORN, BORN + 10, "birth date"]]}
    return Redactor(tag="t", candidate_name="Zoë Quimby-Hart", profile=profile, text=TEXT)


def named(name, text="", email=""):
    return Redactor(tag="t", candidate_name=name, profile={"basics": {"email": email}}, text=text)


@pytest.mark.parametrize(
    "words",
    [
        *("zoë", "ZOE", "Zoe\u0308", "Ｚｏë", "zo\u00ade", "Hart", "quimby", "Quimby–Hart", "quimbyhart"),
        *("Zoe Quimby Hart", "Hart, Zoë", "Z. Hart", "ZoeHart", "zoe_hart"),
    ],
)
def test_a_name_in_any_spelling(words):
    found = zoe().text(f"I asked {words} twice")
    assert found.replace("[NAME t]_[NAME t]", "[NAME t]") == "I asked [NAME t] twice"


@pytest.mark.parametrize(
    "kind, words",
    [
        *(
            ("EMAIL", words)
            for words in ("ZOE.HART@example.org", "zoe.hart@\nexample.org", "zoe . hart @ example . org")
        ),
        *(("EMAIL", words) for words in ("zoe.hart (at) example [dot] org", "zoe.hart at example dot org", "zoe.hart")),
        *(("PHONE", words) for words in ("0049301234567", "030/123-4567", "(+49)(0)30 123 45 67", "1234567")),
        *(("BIRTH DATE", words) for words in ("2 January 1990", "Jan 2nd, 1990", "02.01.1990", "2/1/90", "1990/01/02")),
        *(("LINK", words) for words in ("http://www.zoe.example.org/cv.pdf", "GITHUB.COM/zoehart/tools")),
        *(("ADDRESS", words) for words in ("12, example lane", "Example Lane", "10115")),
    ],
)
def test_what_reaches_a_person_however_it_is_written(kind, words):
    assert zoe().text(f"Known by {words} since then") == f"Known by [{kind} t] since then"


@pytest.mark.parametrize(
    "words", ["hearty shares of a chart", "from 2015 to 2020", "1234567890 units", "3 January 1990", "a lane in Berlin"]
)
def test_other_words_stay(words):
    assert zoe().text(words) == words


def test_a_name_that_is_a_word_counts_with_a_capital():
    will = named("Will Mark Young", "I will mark young trees", "will@young.example")
    assert will.text("She will mark a young tree; WILL YOUNG, Mr Young: willyoung") == (
        "She will mark a young tree; [NAME t], Mr [NAME t]: [NAME t]"
    )
    # What the resume itself uses as a word is one, too, though no list has it.
    assert named("Pandas Example", "I know pandas").text("pandas by Pandas") == "pandas by [NAME t]"


@pytest.mark.parametrize(
    "name, text, left",
    [
        ("Jörg Müller", "Joerg MUELLER, jorg muller", "[NAME t]"),
        ("Samuel Mueller", "Herr Müller", "Herr [NAME t]"),
        ("Maria de la Cruz", "de la casa of Maria de la Cruz", "de la casa of [NAME t]"),
        ("Sean O’Brien", "O'Brien and OBrien", "[NAME t] and [NAME t]"),
        ("Li Na", "Li's plan lay in na", "[NAME t]'s plan lay in na"),
        ("王伟", "王伟先生", "[NAME t]先生"),
        ("Dr. Jane Doe PhD", "a PhD by jane", "a PhD by [NAME t]"),
    ],
)
def test_names_of_many_kinds(name, text, left):
    assert named(name).text(text) == left


@pytest.mark.parametrize(
    "name, text, left",
    [
        # Particles that are somebody's given name or surname.
        ("Ben Smith", "Ben met ben smith; B. Smith and BEN", "[NAME t] met [NAME t]; [NAME t] and [NAME t]"),
        ("Van Morrison", "Van in a van", "[NAME t] in a van"),
        ("Priya Das", "Das ist das Haus von Das", "[NAME t] ist das Haus von [NAME t]"),
        ("Al Li", "Al Li and al li", "[NAME t] and [NAME t]"),
        # Particles before a surname go with it, also written together.
        ("Ludwig van der Berg", "van der Berg; vanderberg; L. v.d. Berg", "[NAME t]; [NAME t]; [NAME t]"),
        ("Jean-Luc de La Tour", "J.-L. de La Tour; Latour; a tour", "[NAME t]; [NAME t]; a tour"),
        ("Anne O'Neill-D'Arcy", "Oneill and DArcy", "[NAME t] and [NAME t]"),
        ("J. R. R. Smith", "JRR Smith; Smith, J.R.R.", "[NAME t]; [NAME t]"),
        # A whole name counts in lower case, too, and in addresses.
        ("Grace Long", "linkedin.com/in/grace-long-12 by grace long", "linkedin.com/in/[NAME t]-12 by [NAME t]"),
        ("Will Young", "will_young.pdf: Will Young will go", "[NAME t]_[NAME t].pdf: [NAME t] will go"),
        # Endings and little words of other languages.
        ("Мария Иванова", "Спросил Марию Иванову", "Спросил [NAME t]"),
        ("Γιώργος Παπαδόπουλος", "του Παπαδοπούλου", "του [NAME t]"),
        ("김철수", "철수는: 김철수님", "[NAME t]: [NAME t]님"),
        ("นภา สุขใจ", "คุณนภา", "คุณ[NAME t]"),
    ],
)
def test_names_that_are_easily_overlooked(name, text, left):
    assert named(name, "Grace period, long will; a young child").text(text) == left


@pytest.mark.parametrize(
    "name, words",
    [
        ("April May", "May 2019 - June 2021, April 5, 2020, 5 May 2021, May-Aug 2019, since April, (May '19)"),
        ("Jan March", "Jan 2020 to March 2021"),
        ("Grace Long", "Long-term planning, LONG-TERM"),
        ("Harry Prince", "PRINCE2 certified"),
        ("Sue Case", "case studies"),
        ("Ben Tour", "a tour of the ten"),
    ],
)
def test_a_date_or_a_compound_is_no_name(name, words):
    assert named(name).text(words) == words


def test_a_name_written_in_lower_case_at_the_top_of_the_resume():
    # The resume's own heading does not make a word of the name.
    assert named("Zara Quill", "zara quill\nengineer").text("zara knows, says quill") == "[NAME t] knows, says [NAME t]"


def test_the_rest_of_the_text_stays_to_the_character():
    text = "Ünïcode — Zoë «naïve» ﬁne…\n\tZOË\u0301!"
    assert zoe().text(text) == "Ünïcode — [NAME t] «naïve» ﬁne…\n\t[NAME t]!"


def test_ids_that_hold_a_name_are_made_anew():
    redactor = zoe()
    for value in ("resume_zoe_hart", "quimby-2", "ZoeHart2024", "zoe.hart@example.org"):
        changed = redactor.identifier(value)
        assert changed is not None
        assert changed.startswith("rekeyed_")
        assert changed == redactor.identifier(value)
    for kept in ("resume_0123456789ab", "i-12", "a1b2c3d4-e5f6", None):
        assert redactor.identifier(kept) == kept
    # Three hexadecimal digits are not a person.
    assert named("Ada Bee").identifier("resume_0ada12bee345") == "resume_0ada12bee345"
