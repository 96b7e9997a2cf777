import pytest

from jobs.services import create_job

POSTING = "Python developer at Example GmbH\nRequirements:\n- Python\n- 3 years of experience with Django"


@pytest.fixture
def job(recruiter):
    return create_job(job_description=POSTING, by=recruiter, select=False)


class TestJobDescription:
    def test_before_there_is_one(self, api):
        answer = api.get("/api/job-description")
        assert answer.status_code == 404
        assert answer.json()["code"] == "no_job"

    def test_post_makes_the_callers_current_job(self, api, api_as, other_recruiter):
        answer = api.post("/api/job-description", {"job_description": POSTING, "company_name": "ACME"}, format="json")
        assert answer.status_code == 201
        body = answer.json()
        assert body["length"] == len(POSTING)
        assert (body["company_name"], body["role_name"]) == ("ACME", "Python Developer")
        current = api.get("/api/job-description/").json()
        assert current["job_id"] == body["job_id"]
        assert current["job_description"] == POSTING
        assert api_as(other_recruiter).get("/api/job-description").status_code == 404

    @pytest.mark.parametrize("text", ["", "   ", "x" * 50_001, None])
    def test_a_blank_or_endless_description_is_refused(self, api, text):
        answer = api.post("/api/job-description", {"job_description": text}, format="json")
        assert answer.status_code == 400
        assert "job_description" in answer.json()["errors"]

    def test_unknown_names_are_null(self, api):
        body = api.post("/api/job-description", {"job_description": "Must know SQL."}, format="json").json()
        assert body["company_name"] is None
        assert body["role_name"] is None


class TestList:
    def test_newest_first_with_counts(self, api, job, django_assert_max_num_queries):
        from analyses.models import Analysis

        second = create_job(job_description="Cook\n" + "long " * 100, company_name="Grand Hotel", by=None)
        Analysis.objects.create(job=job)
        Analysis.objects.create(job=job)
        with django_assert_max_num_queries(4):
            body = api.get("/api/jobs?limit=10").json()
        assert [row["job_id"] for row in body["results"]] == [second.pk, job.pk]
        assert [row["analysis_count"] for row in body["results"]] == [0, 2]
        assert len(body["results"][0]["description_preview"]) == 200
        assert body["results"][1]["description_preview"].startswith("Python developer at Example GmbH Requirements:")

    def test_search_takes_company_or_role_in_any_case(self, api, job):
        create_job(job_description="Cook", company_name="Grand Hotel", by=None)
        assert [r["job_id"] for r in api.get("/api/jobs/search?query=example").json()["results"]] == [job.pk]
        assert [r["company_name"] for r in api.get("/api/jobs/search?query=HOTEL").json()["results"]] == ["Grand Hotel"]
        assert api.get("/api/jobs/search").status_code == 400


class TestOne:
    def test_it_works(self, api, job):
        body = api.get(f"/api/jobs/{job.pk}").json()
        assert body["job_description"] == POSTING
        assert [row["kind"] for row in body["requirements"]] == ["skill", "experience"]
        assert body["requirements"][1]["years"] == 3
        assert body["requirements"][0]["note"] is None

    def test_an_unknown_one_is_a_404(self, api, db):
        assert api.get("/api/jobs/ffffffff").status_code == 404
        assert api.patch("/api/jobs/ffffffff", {"role_name": "a"}, format="json").status_code == 404

    def test_patch_changes_and_counts_versions(self, api, job):
        assert api.patch(f"/api/jobs/{job.pk}", {"company_name": "New"}, format="json").json()["version"] == 1
        body = api.patch(f"/api/jobs/{job.pk}", {"weights": {"skills": 2}}, format="json").json()
        assert (body["version"], body["weights"], body["company_name"]) == (2, {"skills": 2.0}, "New")

    @pytest.mark.parametrize(
        "change", [{}, {"version": 9}, {"weights": {"luck": 1}}, {"weights": {"skills": -1}}, {"metadata": "a"}, []]
    )
    def test_a_bad_change_is_refused(self, api, job, change):
        assert api.patch(f"/api/jobs/{job.pk}", change, format="json").status_code == 400

    def test_select(self, api, job):
        assert api.post(f"/api/jobs/{job.pk}/select").status_code == 200
        assert api.get("/api/job-description").json()["job_id"] == job.pk

    def test_delete_asks_before_it_takes_analyses_with_it(self, api, job):
        from analyses.models import Analysis

        Analysis.objects.create(job=job)
        answer = api.delete(f"/api/jobs/{job.pk}")
        assert answer.status_code == 409
        assert (answer.json()["code"], answer.json()["analysis_count"]) == ("has_analyses", 1)
        assert api.delete(f"/api/jobs/{job.pk}?cascade=true").status_code == 204
        assert api.get(f"/api/jobs/{job.pk}").status_code == 404


class TestRequirements:
    def test_put_replaces_them(self, api, job):
        rows = api.get(f"/api/jobs/{job.pk}/requirements").json()["requirements"]
        rows[0]["must_have"] = False
        body = api.put(
            f"/api/jobs/{job.pk}/requirements", {"requirements": [rows[0], {"text": "Docker or Podman"}]}, format="json"
        ).json()
        assert body["version"] == 2
        assert [row["text"] for row in body["requirements"]] == ["Python", "Docker or Podman"]
        assert body["requirements"][0]["id"] == rows[0]["id"]
        assert body["requirements"][1]["skills"] == ["docker", "podman"]

    def test_a_bad_row_is_a_400(self, api, job):
        answer = api.put(f"/api/jobs/{job.pk}/requirements", {"requirements": [{"text": ""}]}, format="json")
        assert answer.status_code == 400
        assert "Requirement 1" in answer.json()["detail"]


class TestWhoMay:
    def test_an_auditor_reads_and_changes_nothing(self, api_as, auditor, job):
        client = api_as(auditor)
        assert client.get(f"/api/jobs/{job.pk}").status_code == 200
        assert client.patch(f"/api/jobs/{job.pk}", {"role_name": "a"}, format="json").status_code == 403
        assert client.post("/api/job-description", {"job_description": "a"}, format="json").status_code == 403
        assert client.post(f"/api/jobs/{job.pk}/select").status_code == 403

    def test_a_hiring_manager_chooses_but_does_not_change(self, api_as, hiring_manager, job):
        client = api_as(hiring_manager)
        assert client.post(f"/api/jobs/{job.pk}/select").status_code == 200
        assert client.delete(f"/api/jobs/{job.pk}").status_code == 403

    def test_a_stranger_sees_nothing(self, api_as, stranger, job):
        assert api_as(stranger).get("/api/jobs").status_code == 403
