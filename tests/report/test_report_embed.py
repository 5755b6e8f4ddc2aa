import dataclasses
import gzip
import json
from base64 import b64decode
from hashlib import sha256
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reuse.report.embed import base64_text, csp_hash, gzipped, script_json


@given(st.text(st.characters(codec=None)))
def test_every_string_comes_back_and_none_can_leave_the_element(text: str) -> None:
    embedded = script_json({"text": text})
    assert json.loads(embedded)["text"].encode("utf-16", "surrogatepass") == text.encode("utf-16", "surrogatepass")
    assert not set("<>&\u2028\u2029") & set(embedded)
    embedded.encode("utf-8")  # no lone surrogate is left


def test_closing_tags_and_comments_are_harmless() -> None:
    embedded = script_json("</script><!-- <script> ]]>")
    assert "<" not in embedded
    assert ">" not in embedded


def test_records_become_objects_and_named_tuples_arrays() -> None:
    @dataclasses.dataclass(frozen=True, slots=True)
    class Record:
        name: str

    class Row(NamedTuple):
        start: int
        end: int

    assert json.loads(script_json({"record": Record("a"), "row": Row(1, 2)})) == {
        "record": {"name": "a"},
        "row": [1, 2],
    }


@pytest.mark.parametrize("value", [object(), float("nan")])
def test_what_has_no_place_in_json_is_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        script_json(value)


def test_hashes_are_those_of_the_policy() -> None:
    assert b64decode(csp_hash("alert").removeprefix("sha256-")) == sha256(b"alert").digest()


def test_compression_has_no_clock_in_it() -> None:
    packed = gzipped(b"text")
    assert gzip.decompress(packed) == b"text"
    assert packed[4:8] == bytes(4)
    assert b64decode(base64_text(packed)) == packed
