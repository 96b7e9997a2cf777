"""Addresses of the pages."""

from django.contrib.auth.views import LogoutView
from django.urls import path, re_path

from atsproject.pages import (
    account,
    analyses,
    applications,
    feedback,
    home,
    jobs,
    page_image,
    resumes,
    sign_in,
    training,
)

KEY = r"[A-Za-z0-9_-]{1,80}"

urlpatterns = [
    path("", home.home, name="home"),
    path("jobs/", jobs.jobs, name="jobs"),
    path("jobs/new/", jobs.job_new, name="job-new"),
    re_path(rf"^jobs/(?P<job_id>{KEY})/$", jobs.job_page, name="job"),
    re_path(rf"^jobs/(?P<job_id>{KEY})/upload/$", jobs.job_upload, name="job-upload"),
    re_path(rf"^jobs/(?P<job_id>{KEY})/act/$", jobs.job_act, name="job-act"),
    re_path(rf"^jobs/(?P<job_id>{KEY})/progress/$", jobs.job_progress, name="job-progress"),
    re_path(rf"^jobs/(?P<job_id>{KEY})/requirements/$", jobs.job_requirements, name="edit-requirements"),
    re_path(rf"^jobs/(?P<job_id>{KEY})/compare/$", jobs.job_compare, name="compare-candidates"),
    re_path(rf"^jobs/(?P<job_id>{KEY})/matches/$", jobs.job_matches, name="library-matches"),
    re_path(rf"^jobs/(?P<job_id>{KEY})/ranking\.(?P<kind>xlsx|csv)$", jobs.job_export, name="job-export"),
    re_path(rf"^analyses/(?P<analysis_id>{KEY})/$", analyses.analysis_page, name="analysis"),
    re_path(rf"^analyses/(?P<analysis_id>{KEY})/act/$", analyses.analysis_act, name="analysis-act"),
    re_path(rf"^analyses/(?P<analysis_id>{KEY})/similar/$", analyses.analysis_similar, name="analysis-similar"),
    re_path(rf"^analyses/(?P<analysis_id>{KEY})/behind/$", analyses.analysis_behind, name="analysis-behind"),
    path("resumes/", resumes.resumes, name="resumes"),
    path("resumes/upload/", resumes.resumes_upload, name="resumes-upload"),
    re_path(rf"^resumes/(?P<resume_id>{KEY})/$", resumes.resume_page, name="resume"),
    re_path(rf"^resumes/(?P<resume_id>{KEY})/pdf$", resumes.resume_pdf, name="original-pdf"),
    re_path(rf"^resumes/(?P<resume_id>{KEY})/act/$", resumes.resume_act, name="resume-act"),
    re_path(rf"^resumes/(?P<resume_id>{KEY})/pages/(?P<number>\d+)\.png$", page_image.numbered, name="page-image"),
    path("feedback/", feedback.feedback, name="feedback"),
    path("feedback/quality/", feedback.feedback_quality, name="feedback-quality"),
    re_path(rf"^feedback/(?P<feedback_id>{KEY})/$", feedback.feedback_row, name="feedback-row"),
    path("training/", training.training, name="training"),
    path("training/runs/", training.training_runs, name="training-runs"),
    path("training/act/", training.training_act, name="training-act"),
    path("applications/", applications.applications, name="applications"),
    path("applications/act/", applications.applications_act, name="applications-act"),
    path("applications/export.xlsx", applications.applications_export, name="applications-export"),
    path("account/", account.account, name="account"),
    path("accounts/login/", sign_in.SignIn.as_view(), name="login"),
    path("accounts/logout/", LogoutView.as_view(), name="logout"),
]
