"""Learning an order: batches that hold several candidates of the same posting, and a loss that compares them.

A ranking is an order within one job. Pairs drawn at random hardly ever meet another candidate of their job, so that
nearly all they teach is how jobs differ. torch is imported when a training asks for it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any


def posting_batches(postings: list[str], together: int) -> Callable[..., Any]:
    """A batch sampler (for ``batch_sampler`` of the training arguments) over rows with these postings.

    Each batch is made of groups of about ``together`` rows of one posting; rows and groups are shuffled each time.
    """
    import torch
    from sentence_transformers.base.sampler import DefaultBatchSampler

    class PostingBatches(DefaultBatchSampler):
        """Groups of rows of one posting, as many as a batch holds."""

        def __len__(self) -> int:
            return max(1, len(postings) // self.batch_size)

        def __iter__(self) -> Iterator[list[int]]:
            chance = torch.Generator().manual_seed(self.seed + self.epoch)
            groups = grouped(postings, together, lambda size: torch.randperm(size, generator=chance).tolist())
            rows = [row for group in groups for row in group]
            for number in range(len(self)):
                yield rows[number * self.batch_size : (number + 1) * self.batch_size]

    return lambda dataset, **options: PostingBatches(dataset, **options)


def grouped(postings: list[str], together: int, shuffled: Callable[[int], list[int]]) -> list[list[int]]:
    """Row numbers in groups of about ``together`` of the same posting; ``shuffled(n)`` gives 0..n-1 in some order.

    A posting with fewer rows makes one smaller group.
    """
    rows: dict[str, list[int]] = {}
    for number, posting in enumerate(postings):
        rows.setdefault(posting, []).append(number)
    groups: list[list[int]] = []
    for members in rows.values():
        order = [members[place] for place in shuffled(len(members))]
        parts = max(1, round(len(order) / together))
        groups += [order[part::parts] for part in range(parts)]
    return [groups[place] for place in shuffled(len(groups))]


def ranking_loss(model: Any, scale: float = 20.0) -> Any:
    """CoSENT (Su, 2022) over candidates of the same posting; each posting of a batch is embedded once.

    ``loss = log(1 + sum(exp(scale * (cos_k - cos_i))))`` over rows i, k of one posting where i is rated above k.
    A batch without two such rows falls back to all pairs, so that its step is not empty.
    """
    import torch

    class RankingLoss(torch.nn.Module):
        """Takes the features of sentence1 and sentence2 and the ratings."""

        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, sentence_features: Iterable[dict[str, Any]], labels: Any) -> Any:
            """The loss of a batch."""
            first, second = sentence_features
            posting, candidates = self._once(first), self.model(dict(second))["sentence_embedding"]
            embedded, which = posting
            cosines = torch.nn.functional.cosine_similarity(embedded[which], candidates).float() * scale
            better = labels.view(-1)[:, None] > labels.view(-1)[None, :]
            same = better & (which[:, None] == which[None, :])
            compared = same if bool(same.any()) else better
            differences = (cosines[None, :] - cosines[:, None])[compared]
            return torch.logsumexp(torch.cat([differences, differences.new_zeros(1)]), dim=0)

        def _once(self, features: dict[str, Any]) -> tuple[Any, Any]:
            """Embeddings of the different rows, and for each row which of them is its own."""
            _, which = torch.unique(features["input_ids"], dim=0, return_inverse=True)
            places = [int((which == number).nonzero()[0]) for number in range(int(which.max()) + 1)]
            rows = features["input_ids"].shape[0]
            chosen = {
                name: value[places] if torch.is_tensor(value) and value.ndim and value.shape[0] == rows else value
                for name, value in features.items()
            }
            return self.model(chosen)["sentence_embedding"], which

    return RankingLoss()
