"""The OpenAPI schema is valid and says everything: the generator had to guess nothing."""

import pytest
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema


@pytest.fixture
def schema():
    GENERATOR_STATS.reset()
    with GENERATOR_STATS.silence():
        return SchemaGenerator().get_schema(request=None, public=True)


def test_the_generator_warns_of_nothing(schema):
    complaints = [*GENERATOR_STATS._error_cache, *GENERATOR_STATS._warn_cache]
    assert [str(complaint) for complaint in complaints] == []


def test_the_schema_is_valid(schema):
    validate_schema(schema)  # raises, naming the place, where it is not
    assert schema["openapi"].startswith("3.")


def test_no_address_ends_in_a_slash_and_all_need_the_token(schema):
    assert schema["paths"]
    for path, methods in schema["paths"].items():
        assert path.startswith("/api/")
        assert not path.endswith("/")
        for operation in methods.values():
            assert {"token": []} in operation["security"]


def test_every_operation_says_what_an_error_looks_like(schema):
    error = schema["components"]["schemas"]["Error"]
    assert error["required"] == ["detail", "code", "errors"]
    for path, methods in schema["paths"].items():
        for operation in methods.values():
            assert operation["responses"]["default"]["content"], path
