"""The whole loop in a synthetic world: feedback through the API, snapshot, adapter, verdict, promotion, roll-back.

What is measured are rankings that the API gives for jobs nobody gave feedback on, against the relevance that
only the world knows.
"""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import Group, User
from knox.models import AuthToken

from feedback.loop import world as worlds
from feedback.loop.client import Recruiter
from feedback.loop.paper import resume_pdf
from feedback.models import TrainingRun
from feedback.snapshots.build import create_snapshot
from feedback.training import judging, promotion, runs
from feedback.training.evaluation import gain
from feedback.training.metrics import ndcg
from feedback.training.parameters import Parameters

NOISE = 0.15
Say = Callable[[str], object]


@dataclass
class Loop:
    """One run of the loop. ``say`` is told what goes on; ``seconds`` collects how long each stage took."""

    world: worlds.World
    parameters: Parameters
    say: Say
    force: bool = False
    seconds: dict[str, float] = field(default_factory=dict)
    job_ids: dict[str, str] = field(default_factory=dict)
    resume_ids: dict[str, str] = field(default_factory=dict)

    def run(self) -> dict[str, Any]:
        """Everything, in order; returns what build/loop.json holds."""
        self.recruiter, self.owner = _users()
        self._stage("resumes", self._bring_in_resumes)
        ratings = self._stage("feedback", self._give_feedback)
        self._stage("analyses", lambda: self._analyse(self._unseen()))
        before = self._rankings()
        run = self._stage("training", self._train)
        run = self._stage("evaluation", lambda: judging.evaluate_run(run=run, by=self.owner))
        self._stage("promotion", lambda: promotion.promote(run=run, by=self.owner, force=self.force))
        self._stage("analyses with the adapter", lambda: self._analyse(self._unseen()))
        after = self._rankings()
        promotion.roll_back(by=self.owner)
        self._stage("analyses after roll-back", lambda: self._analyse(self._unseen()))
        return self._report(run, ratings, before, after, self._rankings())

    def _stage(self, name: str, act: Callable[[], Any]) -> Any:
        self.say(f"{name} ...")
        started = time.monotonic()
        found = act()
        self.seconds[name] = round(time.monotonic() - started, 1)
        return found

    def _bring_in_resumes(self) -> None:
        for resume in (*self.world.resumes, *self.world.unseen_resumes):
            stored = self.recruiter.upload("/api/upload-resume-only", f"{resume.key}.pdf", resume_pdf(resume))
            self.resume_ids[resume.key] = stored["resume_id"]
        for job in (*self.world.rated, *self.world.unseen):
            body = {"job_description": job.description, "company_name": job.company, "role_name": job.title}
            self.job_ids[job.key] = self.recruiter.post("/api/job-description", body)["job_id"]

    def _give_feedback(self) -> int:
        """Every rated job's candidates are analysed and rated, as recruiters would who work through the list."""
        chance, count = random.Random(self.world.seed + 1), 0
        for job in self.world.rated:
            for resume in worlds.candidates(job, self.world.resumes, chance):
                analysis = self._analysis(job, resume)
                count += 1
                self.recruiter.post(
                    "/api/feedback/submit",
                    {
                        "interaction_id": f"loop-{self.world.seed}-{job.key}-{resume.key}",
                        "kind": "fit",
                        "query": f"How well does this candidate fit {job.title}?",
                        "response": analysis["result"]["hiring_recommendation"],
                        "rating": worlds.rating(job, resume, chance, NOISE),
                        "analysis_id": analysis["analysis_id"],
                    },
                )
        return count

    def _unseen(self) -> list[tuple[worlds.WorldJob, list[worlds.WorldResume]]]:
        """Jobs without feedback, each with the candidates who applied."""
        chance = random.Random(self.world.seed + 2)
        return [(job, worlds.candidates(job, self.world.unseen_resumes, chance)) for job in self.world.unseen]

    def _analyse(self, pairs: list[tuple[worlds.WorldJob, list[worlds.WorldResume]]]) -> None:
        for job, resumes in pairs:
            for resume in resumes:
                self._analysis(job, resume)

    def _analysis(self, job: worlds.WorldJob, resume: worlds.WorldResume) -> dict[str, Any]:
        path = f"/api/analyze-resume/{self.resume_ids[resume.key]}"
        return self.recruiter.post(path, {"job_id": self.job_ids[job.key]})

    def _rankings(self) -> dict[str, list[tuple[str, float]]]:
        """For each unseen job the resumes with their scores, in the order the API gives."""
        keys = {value: key for key, value in self.resume_ids.items()}
        found = {}
        for job in self.world.unseen:
            rows = self.recruiter.get(f"/api/jobs/{self.job_ids[job.key]}/ranking", limit=200)["results"]
            found[job.key] = [(keys[row["resume_id"]], row["overall_score"]) for row in rows]
        return found

    def _train(self) -> TrainingRun:
        snapshot, _ = create_snapshot(by=self.owner)
        run = runs.request_training(
            by=self.owner,
            task="embed",
            snapshot=snapshot,
            parameters=self.parameters,
            force=self.force,
            enqueue=False,
        )
        run = runs.carry_out_run(run.pk)
        if run.status != TrainingRun.Status.DONE:
            raise RuntimeError(f"The training ended as {run.status}: {run.error}")
        return run

    def _report(
        self,
        run: TrainingRun,
        ratings: int,
        before: dict[str, list[tuple[str, float]]],
        after: dict[str, list[tuple[str, float]]],
        back: dict[str, list[tuple[str, float]]],
    ) -> dict[str, Any]:
        resumes = {resume.key: resume for resume in self.world.unseen_resumes}
        jobs: list[dict[str, Any]] = []
        for job in self.world.unseen:
            relevance = {key: worlds.relevance(job, resumes[key]) for key, _ in before[job.key]}
            jobs.append(
                {
                    "job": job.key,
                    "title": job.title,
                    "relevance": relevance,
                    "before": before[job.key],
                    "after": after[job.key],
                    "after_rollback": back[job.key],
                    "ndcg_at_5_before": ranking_ndcg(before[job.key], relevance),
                    "ndcg_at_5_after": ranking_ndcg(after[job.key], relevance),
                }
            )
        usable = [row for row in jobs if row["ndcg_at_5_before"] is not None]
        first = [float(row["ndcg_at_5_before"]) for row in usable]
        second = [float(row["ndcg_at_5_after"]) for row in usable]
        change = gain(first, second, self.world.seed)
        return {
            "seed": self.world.seed,
            "noise": NOISE,
            "ratings": ratings,
            "resumes": len(self.resume_ids),
            "rated_jobs": len(self.world.rated),
            "unseen_jobs": len(usable),
            "ndcg_at_5_before": round(sum(first) / len(first), 4),
            "ndcg_at_5_after": round(sum(second) / len(second), 4),
            "gain": round(change.mean, 4),
            "gain_low": round(change.low, 4),
            "gain_high": round(change.high, 4),
            "rollback_identical": before == back,
            "verdict": run.verdict,
            "evaluation": run.evaluation,
            "training": {**run.metrics, "parameters": run.parameters, "versions": run.versions},
            "seconds": self.seconds,
            "jobs": jobs,
        }


def ranking_ndcg(ranking: list[tuple[str, float]], relevance: dict[str, int]) -> float | None:
    """NDCG@5 of a ranking as it was given, best first."""
    places = [float(-place) for place in range(len(ranking))]
    found = ndcg(places, [float(relevance[key]) for key, _ in ranking])
    return None if found is None else round(found, 6)


def _users() -> tuple[Recruiter, User]:
    """A recruiter with a token, and who may put adapters to use."""
    recruiter, _ = User.objects.get_or_create(username="loop-recruiter")
    recruiter.groups.add(Group.objects.get(name="recruiter"))
    owner, _ = User.objects.get_or_create(username="loop-owner", defaults={"is_superuser": True, "is_staff": True})
    return Recruiter(AuthToken.objects.create(recruiter)[1]), owner
