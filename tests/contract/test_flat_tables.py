"""Flat tables: the same facts as the contract, one row each."""

from __future__ import annotations

from typing import Any

from small_result import small_editions, small_history, small_result

from reuse.contract import editions_to_dict, history_to_dict, to_dict
from reuse.tables import editions_tables, history_tables, tables


def test_every_list_of_the_contract_has_its_table() -> None:
    result = small_result()
    content: Any = to_dict(result)
    for name, table in tables(result).items():
        assert len(table.rows) == len(content[name]), name
        assert len(set(table.columns)) == len(table.columns)
        assert all(len(row) == len(table.columns) for row in table.rows)


def test_cells_agree_with_the_contract() -> None:
    result = small_result()
    content: Any = to_dict(result)
    made = {
        name: [dict(zip(table.columns, row, strict=True)) for row in table.rows]
        for name, table in tables(result).items()
    }
    for cells, row in zip(made["alignments"], content["alignments"], strict=True):
        for side in ("source", "target"):
            assert {key: cells[f"{side}_{key}"] for key in row[side]} == row[side]
        assert (cells["kind"], cells["family"]) == (row["kind"], row["family"])
    for cells, row in zip(made["documents"], content["documents"], strict=True):
        flat = {**row, **row["ledger"]}
        assert {key: cells[key] for key in cells} == {key: flat[key] for key in cells}


def test_lists_inside_a_row_become_one_text() -> None:
    made = tables(small_result())
    family = dict(zip(made["families"].columns, made["families"].rows[0], strict=True))
    assert family["variants"] == "工会是党联系职工群众的桥梁和纽带 | 工会是党联系广大职工群众的纽带和桥梁"
    assert family["places"] == "first:4-20 second:6-24"
    sentence = dict(zip(made["sentences"].columns, made["sentences"].rows[0], strict=True))
    assert sentence["source_spans"] == "21-29"
    assert sentence["target_text"] == "祝大会圆满成功！"


def test_columns_hold_the_rows_turned() -> None:
    for table in tables(small_result()).values():
        turned = table.by_column()
        assert tuple(turned) == table.columns
        assert tuple(zip(*turned.values(), strict=True)) == table.rows
    empty = tables(small_result(families=()))["families"]
    assert empty.by_column() == dict.fromkeys(empty.columns, ())


def test_history_and_editions_have_a_row_for_each_of_theirs() -> None:
    history: Any = history_to_dict(small_history())
    made = history_tables(small_history())
    assert len(made["changes"].rows) == len(history["changes"])
    assert len(made["wordings"].rows) == sum(len(change["wordings"]) for change in history["changes"])
    editions: Any = editions_to_dict(small_editions())
    for name, table in editions_tables(small_editions()).items():
        rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
        assert len(rows) == len(editions[name])
        for cells, row in zip(rows, editions[name], strict=True):
            assert cells["text"] == row["text"]
            assert (cells["document"], cells["start"]) == (row["place"]["document"], row["place"]["start"])
    wording = dict(zip(made["wordings"].columns, made["wordings"].rows[0], strict=True))
    assert (wording["periods"], wording["places"]) == ("2022 1/1", "first:15-20")
