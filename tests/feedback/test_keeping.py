"""What redacts a candidate is made once for an export, however the rows come."""

from feedback.snapshots.anonymise import Redactor
from feedback.snapshots.keeping import Kept
from feedback.snapshots.splitting import simhash
from tests.feedback.snapshot_data import PERSON, TEXT


def test_each_value_is_made_once_though_few_stay_in_memory():
    made = []

    def make(key):
        made.append(key)
        return [key, key]

    kept = Kept(make, size=2)
    for _ in range(3):
        assert [kept((number, None)) for number in range(10)] == [[(number, None)] * 2 for number in range(10)]
    assert made == [(number, None) for number in range(10)]


def test_a_redactor_that_was_put_away_redacts_as_before():
    def make(name):
        return Redactor(tag="t", candidate_name=name, profile=PERSON, text=TEXT)

    kept = Kept(make, size=1)
    said = f"{TEXT} zoe (at) example.org 0049301234567 Example Lane, ZoeHart"
    before = make("Zoë Quimby-Hart").text(said)
    for name in ("Zoë Quimby-Hart", "Ada Example", "Zoë Quimby-Hart"):
        found = kept(name).text(said)
    assert found == before != said


def test_fingerprints_that_are_stored_stay_comparable():
    assert f"{simhash('Ada Example writes Python for the railways of Norway since 2015'):016x}" == "efdc03565630abbb"
    assert simhash("") == simhash(" ")
