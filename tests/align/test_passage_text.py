"""Preparing a document for passages: tokens, sentences, indexes, frequencies."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reuse.align.passage_text import CollectionFrequencies, PassageText, prepare_passages
from reuse.model import Document
from reuse.segment import segment


def prepared(text: str) -> PassageText:
    return prepare_passages(segment(Document.from_text(text, id="text")))


def test_inflected_forms_are_one_token_and_numbers_are_themselves() -> None:
    text = prepared("introduced introduces 1906 1907 1906")
    first, second, a, b, again = text.tokens.tolist()
    assert first == second
    assert a == again != b


def test_a_number_is_the_same_token_in_either_width_and_with_blanks() -> None:
    half, full = prepared("去年增长12.5 %，达到300万元"), prepared("去年增长１２．５％，达到３００万元")
    assert half.tokens.tolist() == full.tokens.tolist()
    assert half.tokens.tolist() != prepared("去年增长１２．６％，达到３００万元").tokens.tolist()


def test_characters_become_dictionary_words_with_their_places() -> None:
    written = "经济社会发展取得新成就"
    text = prepared(written)
    words = [written[s:e] for s, e in zip(text.starts, text.ends, strict=True)]
    assert "".join(words) == written
    assert "发展" in words
    assert len(words) < len(written)
    # The same word elsewhere is the same token.
    other = prepared("取得发展")
    assert set(other.tokens.tolist()) <= set(text.tokens.tolist())


def test_mixed_scripts_keep_both_kinds_of_token() -> None:
    written = "使用Python语言编写程序 in 2023"
    text = prepared(written)
    words = [written[s:e] for s, e in zip(text.starts, text.ends, strict=True)]
    assert "Python" in words
    assert "语言" in words
    assert "2023" in words


def test_tails_take_in_closing_punctuation_and_stop_at_a_blank() -> None:
    written = 'He said "stop now." Then left'
    text = prepared(written)
    tails = [written[s:t] for s, t in zip(text.starts, text.tails, strict=True)]
    assert 'now."' in tails
    assert "said" in tails


def test_a_text_without_words_is_empty() -> None:
    text = prepared("… — …")
    assert len(text) == 0
    assert len(text.runs) == 0


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="ab 。.国家经济\n1", max_size=120))
def test_the_indexes_hold_every_token_once(written: str) -> None:
    text = prepared(written)
    n = len(text)
    bounds = text.sentences.tolist()
    assert bounds == sorted(set(bounds))
    assert bounds[0] == 0
    assert bounds[-1] == n
    by_sentence = np.zeros(len(text.vocabulary), np.int64)
    np.add.at(by_sentence, text.entry_ids, text.entry_counts)
    assert by_sentence.tolist() == text.counts.tolist()
    assert int(text.posting_counts.sum()) == n
    for v, (first, last) in enumerate(zip(text.columns[:-1], text.columns[1:], strict=True)):
        assert int(text.posting_counts[first:last].sum()) == int(text.counts[v])
    for i, (start, end) in enumerate(pairwise(bounds)):
        entries = slice(int(text.rows[i]), int(text.rows[i + 1]))
        assert sorted(set(text.ids[start:end].tolist())) == text.entry_ids[entries].tolist()


def test_frequencies_add_up_over_texts_and_know_no_strangers() -> None:
    first, second = prepared("salt and silver and stone"), prepared("silver mines")
    collection = CollectionFrequencies.of([first, second])
    assert collection.total == len(first) + len(second)
    counts = dict(zip(first.vocabulary.tolist(), collection.counts_of(first.vocabulary).tolist(), strict=True))
    assert counts[int(first.tokens[1])] == 2  # and, and
    assert counts[int(first.tokens[2])] == 2  # silver in both
    assert collection.counts_of(prepared("unknown").vocabulary).tolist() == [0]
    assert CollectionFrequencies.of([]).counts_of(first.vocabulary).tolist() == [0] * len(first.vocabulary)
