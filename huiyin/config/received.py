"""Files on their way in: kept in memory, never in a temporary file, and only as much of each as may be kept at all."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

MOST_OF_ONE = 20 * 1024 * 1024 + 1
MOST_OF_ALL = 100 * 1024 * 1024


class InMemory(FileUploadHandler):
    """A file is cut after 20 MB and its whole size counted, so that a page can say how large it was."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """A new request: nothing counted yet."""
        self.received = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A new file of the request."""
        super().new_file(*args, **kwargs)
        self.file = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep what fits."""
        self.received += len(raw_data)
        if self.received > MOST_OF_ALL:
            raise StopUpload(connection_reset=True)
        self.file.write(raw_data[: max(0, MOST_OF_ONE - self.file.tell())])

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The file with its true size, whatever of it was kept."""
        self.file.seek(0)
        return InMemoryUploadedFile(
            file=self.file,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
