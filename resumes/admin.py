"""Resumes in the admin: upload, download, look, delete. Everything goes through the services."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import filesizeformat
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from rest_framework.exceptions import APIException

from resumes.api import pdf_response
from resumes.models import Person, Resume, Tag
from resumes.services import add_resume, delete_resume, read_again
from resumes.tagging import delete_tag
from vectors.admin import KeptAsIs, NeverDeleted, ShowsProgress, TakesAlong

MOST_FILES = 100


@admin.register(Resume)
class ResumeAdmin(ShowsProgress, KeptAsIs, TakesAlong):
    """The library."""

    list_display = ("resume_id", "candidate_name", "status", "quality", "page_count", "analyses_link", "uploaded_at")
    list_filter = ("status", "used_ocr", "engine")
    search_fields = ("resume_id", "candidate_name", "original_filename")
    date_hierarchy = "uploaded_at"
    list_reads = ("parse_quality",)
    open_statuses = ("queued", "ocr_queued")
    actions: tuple[Any, ...] = ("read_again",)
    readonly_fields = ("resume_id", "download", "analyses_link", "person_link", "quality", "size", "tag_names")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    *("candidate_name", "status", "error", "quality", "download", "analyses_link", "person_link"),
                    *("tag_names", "uploaded_by", "uploaded_at"),
                )
            },
        ),
        ("What was read", {"classes": ("collapse",), "fields": ("profile",)}),
        ("Text", {"classes": ("collapse",), "fields": ("text", "hidden")}),
        (
            "How it was read",
            {
                "classes": ("collapse",),
                "fields": (
                    *("resume_id", "original_filename", "other_filenames", "size", "page_count", "parse_quality"),
                    *("engine", "used_ocr", "parser_version", "finished_at", "error_code"),
                ),
            },
        ),
    )

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Adding one is an upload."""
        return bool(request.user.has_perm("resumes.add_resume"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Resume]:
        """With the number of analyses, counted for each row that is shown: a join would group every resume there is."""
        rows: Any = super().get_queryset(request)
        found: QuerySet[Resume] = rows.with_counts().annotate(analysis_total=F("analysis_count"))
        return found

    def has_read_permission(self, request: HttpRequest) -> bool:
        """Who may have what was read replaced, here as on the resume's page."""
        return bool(request.user.has_perm("resumes.change_resume"))

    def has_export_permission(self, request: HttpRequest) -> bool:
        """Who may take candidates' names out."""
        return bool(request.user.has_perm("feedback.export_feedback"))

    def view_on_site(self, obj: Resume) -> str:
        """Its page."""
        return reverse("resume", args=[obj.pk])

    def get_urls(self) -> list[URLPattern]:
        """One more address: the original file."""
        own = path("<path:object_id>/pdf/", self.admin_site.admin_view(self.pdf_view), name="resumes_resume_pdf")
        return [own, *super().get_urls()]

    @admin.display(description="how well read")
    def quality(self, resume: Resume) -> str:
        """How well it could be read."""
        return str((resume.parse_quality or {}).get("level", ""))

    @admin.display(description="size")
    def size(self, resume: Resume) -> str:
        """Of the file."""
        return filesizeformat(resume.file_size)

    @admin.display(description="tags")
    def tag_names(self, resume: Resume) -> str:
        """The words recruiters put on it."""
        return ", ".join(tag.name for tag in resume.tags.all()) or "–"

    @admin.display(description="analyses", ordering="analysis_total")
    def analyses_link(self, resume: Any) -> SafeString:
        """How many analyses there are, linked to their list."""
        address = f"{reverse('admin:analyses_analysis_changelist')}?resume__resume_id__exact={resume.pk}"
        return format_html('<a href="{}">{}</a>', address, getattr(resume, "analysis_total", 0))

    @admin.display(description="original")
    def download(self, resume: Resume) -> SafeString:
        """A link to the PDF."""
        if not resume.file:
            return format_html("{}", "No PDF is stored")
        return format_html('<a href="{}">Download</a>', reverse("admin:resumes_resume_pdf", args=[resume.pk]))

    @admin.display(description="other files of this person")
    def person_link(self, resume: Resume) -> SafeString:
        """All resumes of the same person."""
        if resume.person_id is None:
            return format_html("{}", "None known")
        address = f"{reverse('admin:resumes_resume_changelist')}?person__id__exact={resume.person_id}"
        return format_html('<a href="{}">Show</a>', address)

    @admin.action(description="Read the PDF again", permissions=["read"])
    def read_again(self, request: HttpRequest, queryset: Any) -> None:
        """Extract and parse again, by tasks: the list shows how far they are."""
        count = 0
        for resume in queryset.light():
            try:
                read_again(resume=resume, by=request.user)
                count += 1
            except APIException as error:
                messages.error(request, f"{resume.pk}: {error.detail}")
        waiting = f"{reverse('admin:resumes_resume_changelist')}?status__in=queued,ocr_queued"
        told = '{} handed over to be read again. <a href="{}">Those still waiting</a>'
        messages.success(request, format_html(told, count, waiting))

    def pdf_view(self, request: HttpRequest, object_id: str) -> HttpResponseBase:
        """The original, with a line in the trail."""
        resume = get_object_or_404(Resume.objects.light(), pk=object_id)
        if not request.user.has_perm("resumes.download_resume"):
            raise PermissionDenied("Your role does not include downloads.")
        return pdf_response(resume, by=request.user)

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Upload one or many PDFs."""
        if not self.has_add_permission(request):
            raise PermissionDenied("Your role does not include adding resumes.")
        if request.method == "POST":
            files = request.FILES.getlist("files")
            if not files:
                messages.error(request, "Choose one or more PDF files first.")
            if len(files) > MOST_FILES:
                messages.error(request, f"Only the first {MOST_FILES} of {len(files)} files were taken. Send the rest.")
            for file in files[:MOST_FILES]:
                self._take(request, file)
            return HttpResponseRedirect(reverse("admin:resumes_resume_changelist"))
        context = {**self.admin_site.each_context(request), "title": "Add resumes", "opts": self.opts}
        context["max_upload_mb"] = settings.MAX_UPLOAD_MB
        return TemplateResponse(request, "admin/resumes/upload.html", context)

    def _take(self, request: HttpRequest, file: Any) -> None:
        try:
            taken = add_resume(file=file, filename=str(file.name), by=request.user)
        except APIException as error:
            messages.error(request, f"{file.name}: {error.detail}")
            return
        if taken.resume.status == Resume.Status.UNREADABLE:
            messages.warning(request, f"{file.name}: kept, but {taken.resume.error}")
        else:
            messages.success(request, f"{file.name}: {'already in the library' if taken.duplicate else 'read'}.")

    def delete_model(self, request: HttpRequest, obj: Resume) -> None:
        """With its file and analyses: the page before named them."""
        delete_resume(resume=obj, cascade=True, by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Resume]) -> None:
        """One by one through the service."""
        for resume in queryset:
            delete_resume(resume=resume, cascade=True, by=request.user)


@admin.register(Person)
class PersonAdmin(NeverDeleted):
    """People with more than one file."""

    list_display = ("id", "resumes_link", "created_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        """With the number of resumes."""
        rows: QuerySet[Person] = super().get_queryset(request)
        return rows.annotate(resume_total=Count("resumes"))

    @admin.display(description="resumes", ordering="resume_total")
    def resumes_link(self, person: Any) -> SafeString:
        """Their resumes."""
        address = f"{reverse('admin:resumes_resume_changelist')}?person__id__exact={person.pk}"
        return format_html('<a href="{}">{}</a>', address, person.resume_total)


@admin.register(Tag)
class TagAdmin(KeptAsIs):
    """The recruiters' own words; they are put on and taken off in the library."""

    list_display = ("name", "resume_count")
    search_fields = ("name",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        """With the number of resumes, in the same query."""
        rows: QuerySet[Tag] = super().get_queryset(request)
        return rows.annotate(resume_count=Count("resumes"))

    def delete_model(self, request: HttpRequest, obj: Tag) -> None:
        """Off every resume, with a line in the history of each."""
        delete_tag(tag=obj, by=request.user)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Tag]) -> None:
        """One by one through the service."""
        for tag in queryset:
            delete_tag(tag=tag, by=request.user)

    @admin.display(description="Resumes", ordering="resume_count")
    def resume_count(self, row: Any) -> int:
        """How many resumes have the tag."""
        return int(row.resume_count)
