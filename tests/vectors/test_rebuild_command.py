"""The command rebuilds what it is asked to and says what it found."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests.vectors.conftest import NAME


def test_it_rebuilds_both(filled, capsys):
    call_command("rebuild_index", "--collection", NAME, "--json")
    assert json.loads(capsys.readouterr().out) == [
        {"index": "faiss", "collection": NAME, "count": 4},
        {"index": "chroma", "collection": NAME, "count": 4},
    ]


def test_an_unknown_collection_is_named(filled):
    with pytest.raises(CommandError, match="no collection 'nothing'"):
        call_command("rebuild_index", "--collection", "nothing")
