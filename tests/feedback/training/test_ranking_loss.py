"""Batches keep candidates of one posting together, and the loss compares them with each other only."""

import random
from collections import Counter

import pytest

from feedback.training.ranking_loss import grouped, ranking_loss


def shuffled(size):
    return random.Random(size).sample(range(size), size)


def test_every_row_is_in_one_group_of_one_posting():
    postings = [f"job {number % 7}" for number in range(200)] + ["lonely"]
    groups = grouped(postings, 16, shuffled)
    assert sorted(row for group in groups for row in group) == list(range(201))
    assert all(len({postings[row] for row in group}) == 1 for group in groups)
    sizes = Counter(len(group) for group in groups)
    assert max(sizes) <= 20
    assert sizes[1] == 1


def table(torch):
    """A model whose embeddings stand in a table, and a count of the rows it was asked for."""
    rows = torch.nn.Embedding.from_pretrained(torch.tensor([[1.0, 0], [0, 1.0], [1, 0.1], [0.1, 1], [0.7, 0.7]]))
    asked = []

    def model(features):
        asked.append(features["input_ids"].shape[0])
        return {"sentence_embedding": rows(features["input_ids"][:, 0])}

    return model, asked


@pytest.mark.real_model
def test_only_candidates_of_one_posting_are_compared():
    import torch

    model, asked = table(torch)

    def loss(postings, candidates, ratings):
        features = [{"input_ids": torch.tensor(column)[:, None]} for column in (postings, candidates)]
        return float(ranking_loss(model)(features, torch.tensor(ratings)))

    # The nearer candidate is rated higher in each posting, though a worse one of the other posting lies nearer.
    right = loss([0, 0, 1, 1], [4, 3, 3, 4], [1.0, 0.0, 0.25, 0.0])
    wrong = loss([0, 0, 1, 1], [4, 3, 3, 4], [0.0, 1.0, 0.0, 0.25])
    assert right < 0.01 < wrong
    assert asked[:2] == [2, 4]  # each posting is embedded once
    assert loss([0, 1], [2, 2], [0.0, 1.0]) > 1  # nothing to compare within a posting: all are compared
