import pytest

from skills import Stance, find_skills, is_negated, stance


def stance_of(text: str, name: str) -> Stance:
    mention = next(m for m in find_skills(text) if m.name == name)
    return stance(text, mention.start, mention.end)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("I have used Kubernetes for years.", "Kubernetes", Stance.STATED),
        ("No experience with Kubernetes.", "Kubernetes", Stance.DENIED),
        ("I have not used Kubernetes yet.", "Kubernetes", Stance.DENIED),
        ("Terraform is not required.", "Terraform", Stance.DENIED),
        ("I know Docker but have never touched Kubernetes.", "Docker", Stance.STATED),
        ("I know Docker but have never touched Kubernetes.", "Kubernetes", Stance.DENIED),
        ("Eager to learn Kubernetes.", "Kubernetes", Stance.WISHED),
        ("Currently learning Terraform.", "Terraform", Stance.WISHED),
        ("Limited experience with Terraform.", "Terraform", Stance.LIMITED),
        ("Not only Docker.", "Docker", Stance.STATED),
        ("Machine learning with Docker.", "Docker", Stance.STATED),
        ("No Java.\nDocker daily", "Docker", Stance.STATED),
    ],
)
def test_stance(text, name, expected):
    assert stance_of(text, name) is expected


def test_denied_and_wished_are_negated():
    text = "I never used Docker; I know SQL"
    docker, sql = find_skills(text)
    assert is_negated(text, docker.start, docker.end)
    assert not is_negated(text, sql.start, sql.end)
