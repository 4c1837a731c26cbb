"""补充材料: more words or papers, at any time."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from huiyin.matters import upload
from huiyin.people.actor import Actor
from huiyin.portal.acting import asked, on_matter
from huiyin.portal.forms.plain import AskedField, PlainForm, large, typed_in
from huiyin.portal.forms.story import Files


class SupplementForm(PlainForm):
    """Words, files, or both."""

    text = AskedField(label=gettext_lazy("补充说明"), required=False, strip=False, widget=large(5))
    files = Files(label=gettext_lazy("照片和材料"), required=False)

    def __init__(self, *args: Any, received: tuple[Any, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.received, self.pieces = received, []

    def clean(self) -> dict[str, Any]:
        """Every file that came is looked at; one of words and files is needed."""
        for file in self.received:
            try:
                self.pieces.append(upload.check(file.name, file.read(), file.size))
            except upload.UploadRefused as refusal:
                self.add_error("files", f"“{file.name}”：{refusal.sentence}")
        if not self.received and not self.cleaned_data.get("text", "").strip():
            self.add_error("text", _("写几句要补充的，或选一个文件。"))
        return self.cleaned_data


@require_http_methods(["GET", "HEAD", "POST"])
@on_matter
def supplement(request: HttpRequest, matter: Any) -> HttpResponse:
    """Add; the same words sent twice are added once."""
    form = SupplementForm()
    if request.method == "POST":
        form = SupplementForm(typed_in(request), received=tuple(request.FILES.getlist("files")))

    def add(said: dict[str, Any]) -> None:
        last = matter.supplements.order_by("number").last()
        if last is None or (last.text, last.pieces) != (said["text"], len(form.pieces)):
            matter.supplement(by=Actor.petitioner(), text=said["text"], attachments=tuple(form.pieces))

    page = {"question": _("补充材料"), "says": _("交上来的，办理单位马上能看到。"), "go_words": _("补充上去")}
    return asked(request, form, add, files=[], accept=upload.ACCEPT, **page)
