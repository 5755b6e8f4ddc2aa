"""The JSON contract: keys, order, nulls, spans, and text that no encoder likes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from referencing import Registry, Resource
from small_result import SECOND, nothing_found, small_editions, small_history, small_inventory, small_result

from reuse.contract import (
    EDITIONS_SCHEMA,
    FORMULAS_SCHEMA,
    HISTORY_SCHEMA,
    SCHEMA,
    editions_to_dict,
    history_to_dict,
    inventory_to_dict,
    json_text,
    to_dict,
    to_json_text,
)
from reuse.model import Document, Ledger, Locus, Measures

SCHEMA_FILE = Path("docs/schema/speech-reuse-1.schema.json")
FORMULAS_SCHEMA_FILE = Path("docs/schema/speech-reuse-formulas-1.schema.json")


@pytest.fixture(scope="module")
def schema(root: Path) -> dict[str, Any]:
    return json.loads((root / SCHEMA_FILE).read_text(encoding="utf-8"))


def objects(node: object) -> list[dict[str, Any]]:
    """Every part of a schema that describes a JSON value."""
    if isinstance(node, list):
        return [found for inner in node for found in objects(inner)]
    if not isinstance(node, dict):
        return []
    own = [node] if {"type", "enum", "const", "$ref"} & node.keys() and not isinstance(node.get("type"), dict) else []
    return own + [found for inner in node.values() for found in objects(inner)]


def test_schema_is_itself_valid(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["properties"]["schema"]["const"] == SCHEMA


def test_schema_describes_every_property_and_allows_no_other(schema: dict[str, Any]) -> None:
    described = objects(schema)
    assert len(described) > 80
    for node in described:
        assert node.get("description"), node
        if node.get("type") == "object":
            assert "additionalProperties" in node, node
            assert node["additionalProperties"] is not True, node


@pytest.mark.parametrize("timings", [False, True])
def test_output_fits_the_schema(schema: dict[str, Any], timings: bool) -> None:
    validator = jsonschema.Draft202012Validator(schema)
    for result in (small_result(), nothing_found()):
        validator.validate(to_dict(result, timings=timings))
        validator.validate(json.loads(to_json_text(result, timings=timings)))


def test_schema_refuses_what_is_not_in_the_contract(schema: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(schema)
    for spoil in (
        lambda d: d.update(more=1),
        lambda d: d["alignments"][0].update(kind="copied"),
        lambda d: d["alignments"][0]["source"].pop("text"),
        lambda d: d["alignments"][0]["opcodes"].append(["move", 0, 1, 0, 1]),
        lambda d: d["pairs"][0].update(source_share=31.2),
        lambda d: d["documents"][0].update(date="5 May 2022"),
    ):
        content = to_dict(small_result())
        spoil(content)
        assert not validator.is_valid(content)


def test_keys_stand_in_the_order_of_the_schema(schema: dict[str, Any]) -> None:
    content: Any = to_dict(small_result(), timings=True)
    singular = ("documents", "pairs", "alignments", "passages", "formulas", "parallelisms", "changes")
    rows = {name: f"#/$defs/{name[:-1]}" for name in singular}
    rows |= {"families": "#/$defs/family", "sentences": "#/$defs/sentence_match"}
    assert list(content) == list(schema["properties"])
    for name, reference in rows.items():
        assert schema["properties"][name]["items"]["$ref"] == reference
        definition = schema["$defs"][reference.rsplit("/", 1)[1]]
        assert list(content[name][0]) == list(definition["properties"]), name


def test_unknown_is_null_and_nothing_is_left_out() -> None:
    content: Any = to_dict(small_result())
    second = content["documents"][1]
    assert second["date"] is None
    assert second["path"] is None
    assert content["alignments"][1]["passage"] is None
    assert content["alignments"][1]["family"] is None
    assert "timings" not in content
    assert to_dict(small_result(), timings=True)["timings"] == {"align": 0.125}


def test_wordings_are_the_slices_of_the_text() -> None:
    result = small_result()
    content: Any = to_dict(result)
    for row in content["alignments"]:
        for side in ("source", "target"):
            place = row[side]
            assert place["text"] == result.document(place["document"]).text[place["start"] : place["end"]]


def test_numbers_end_after_six_decimals_and_settings_become_plain() -> None:
    content: Any = to_dict(small_result())
    assert content["alignments"][0]["bits"] == 0.333333
    assert content["params"] == {"align": {"min_length_chars": 4, "weights": [0.3, 1]}}


def test_text_is_utf8_with_one_row_per_line() -> None:
    text = to_json_text(small_result())
    assert text.encode("utf-8").decode("utf-8") == text
    assert text.endswith("}\n")
    rows = [line for line in text.splitlines() if line.startswith('{"id": "a')]
    assert [json.loads(row.rstrip(","))["id"] for row in rows] == ["a1", "a2"]
    assert "桥梁" in text  # written as itself
    assert to_json_text(small_result()) == text


def test_number_without_end_is_an_error() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        to_json_text(small_result(params={"align": {"weight": float("nan")}}))


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=20))
def test_any_text_survives_except_surrogate_pairs(text: str) -> None:
    document = Document.from_text(text + SECOND, id="x")
    measures = {"x": Measures(1, 1, Ledger(0, 0, 0, 1))}
    bare: dict[str, Any] = {"alignments": (), "sentences": (), "passages": (), "families": (), "pairs": ()}
    result = small_result(documents=(document,), measures=measures, warnings=(text,), **bare)
    read_back = json.loads(to_json_text(result).encode("utf-8"))
    # JSON has one spelling for a high surrogate before a low one and for the character they would make.
    assert read_back["warnings"] == [text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")]


def test_result_gives_what_stands_at_a_place() -> None:
    assert small_result().text(Locus("first", 4, 6)) == "工会"


def test_inventory_fits_its_schema(root: Path, schema: dict[str, Any]) -> None:
    own = json.loads((root / FORMULAS_SCHEMA_FILE).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(own)
    registry = Registry().with_resource(schema["$id"], Resource.from_contents(schema))
    validator = jsonschema.Draft202012Validator(own, registry=registry)
    content: Any = json.loads(json_text(inventory_to_dict(small_inventory(), timings=True)))
    validator.validate(content)
    assert content["schema"] == FORMULAS_SCHEMA
    assert list(content) == list(own["properties"])
    assert list(content["documents"][0]) == list(own["properties"]["documents"]["items"]["properties"])
    content["formulas"][0]["kind"] = "slogan"
    assert not validator.is_valid(content)


@pytest.mark.parametrize(
    ("kind", "name", "content"),
    [
        ("history", HISTORY_SCHEMA, history_to_dict(small_history())),
        ("editions", EDITIONS_SCHEMA, editions_to_dict(small_editions())),
    ],
)
def test_history_and_editions_fit_their_schemas(
    root: Path, schema: dict[str, Any], kind: str, name: str, content: dict[str, Any]
) -> None:
    own = json.loads((root / f"docs/schema/speech-reuse-{kind}-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(own)
    registry = Registry().with_resource(schema["$id"], Resource.from_contents(schema))
    validator = jsonschema.Draft202012Validator(own, registry=registry)
    plain: Any = json.loads(json_text(content))
    validator.validate(plain)
    assert plain["schema"] == name == own["title"]
    assert list(plain) == list(own["properties"])
    for rows in ("items", "missing"):
        if rows in plain:
            assert list(plain[rows][0]) == list(own["properties"][rows]["items"]["properties"])
    for node in objects(own):
        assert node.get("description"), node
    plain["coverage"]["undated"] = -1
    assert not validator.is_valid(plain)
