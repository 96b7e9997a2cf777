import json

from analyses.asking.material import Answer, Citation
from analyses.llm import LanguageModel, parse_reply
from analyses.writing import PastExample, write_answer, write_summary
from tests.analyses.fake_llm import serving

TEXT = "Ada Example\nBuilt payment services in Python for web shops.\nTuned queries.\n"
LINE = "Built payment services in Python for web shops."
START = TEXT.index(LINE)
FOUND = Answer("Yes: Python is named in one line", (Citation(LINE, 1, START, START + len(LINE)),))


def written(reply, **options):
    with serving(reply, **options) as (url, seen):
        model = LanguageModel(url, "small", timeout=0.5)
        return write_answer("Does she know Python?", FOUND, TEXT, model), seen


def test_the_model_words_the_answer_and_its_quote_is_found_in_the_text():
    reply = json.dumps({"answer": "She built payment services in Python.", "quotes": ["payment services in Python"]})
    found, seen = written(reply)
    assert (found.text, found.written_by) == ("She built payment services in Python.", "small")
    assert [TEXT[c.start : c.end] for c in found.citations] == ["payment services in Python"]
    path, body = seen[0]
    assert path == "/v1/chat/completions"
    assert LINE in body["messages"][-1]["content"]
    assert "Ada" not in json.dumps(body)


def test_a_quote_that_is_not_there_is_dropped_and_counted():
    reply = json.dumps({"answer": "She knows Python.", "quotes": ["services in Python", "ten years of Rust"]})
    found, _ = written(reply)
    assert found.dropped_quotes == 1
    assert [c.quote for c in found.citations] == ["services in Python"]


def test_a_quote_from_a_line_that_was_not_handed_over_is_dropped_too():
    found, _ = written(json.dumps({"answer": "Tuned.", "quotes": ["Tuned queries."]}))
    assert (found.text, found.dropped_quotes) == (FOUND.response, 1)


def test_an_answer_that_repeats_a_false_quote_is_not_used():
    found, _ = written('She says "ten years of Rust at Example" and so on.')
    assert (found.text, found.written_by, found.dropped_quotes) == (FOUND.response, "built-in", 1)


def test_plain_text_rests_on_the_lines_it_was_given():
    found, _ = written("She has built services in Python.")
    assert (found.written_by, found.citations) == ("small", FOUND.citations)


def test_failure_and_slowness_fall_back_to_the_built_in_answer():
    for options in ({"status": 500}, {"delay": 1.0}):
        found, _ = written("whatever", **options)
        assert (found.text, found.citations, found.written_by) == (FOUND.response, FOUND.citations, "built-in")
    nobody = LanguageModel("http://127.0.0.1:9/v1", "small", timeout=0.5)
    assert write_answer("q", FOUND, TEXT, nobody).written_by == "built-in"


def test_nothing_found_is_never_given_to_the_model():
    with serving("I think she does.") as (url, seen):
        found = write_answer("q", Answer("The resume does not say"), TEXT, LanguageModel(url, "small"))
    assert (found.text, seen) == ("The resume does not say", [])


def test_past_answers_are_given_as_examples():
    with serving("Yes.") as (url, seen):
        write_answer(
            "q", FOUND, TEXT, LanguageModel(url, "small"), [PastExample("f1", "Knows SQL?", "Yes, see line 3.")]
        )
    assert [m["role"] for m in seen[0][1]["messages"]] == ["system", "user", "assistant", "user"]


def test_a_summary_is_written_the_same_way():
    with serving('```json\n{"answer": "Builds services.", "quotes": []}\n```') as (url, _):
        found = write_summary("Meets 1 of 1.", FOUND.citations, TEXT, LanguageModel(url, "small"))
    assert (found.text, found.citations) == ("Builds services.", FOUND.citations)


def test_a_reply_that_is_no_json_is_the_answer():
    assert parse_reply("Just words {not json}").text == "Just words {not json}"
