"""Pictures drawn anew: upright, without place, time and owner of the camera, and never larger than can be drawn."""

from io import BytesIO

import filetype
from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

register_heif_opener()

MOST_PIXELS = 50_000_000
QUALITY = 88
FORMATS = {"image/jpeg": ("JPEG",), "image/png": ("PNG",), "image/heic": ("HEIF",)}


def redrawn(content: bytes, media_type: str) -> tuple[str, bytes]:
    """(media type, bytes) of the same picture. Raises ValueError or OSError where it is none or too large."""
    if filetype.guess_mime(content) not in (media_type, media_type.replace("heic", "heif")):
        raise ValueError("not the picture that its name says")
    try:
        with Image.open(BytesIO(content), formats=FORMATS[media_type]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise ValueError("more pixels than a page can need")
            upright = ImageOps.exif_transpose(picture)
            return _written(upright, "image/png" if media_type == "image/png" else "image/jpeg")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, SyntaxError) as error:
        raise ValueError("not a picture that can be drawn") from error


def _written(picture: Image.Image, media_type: str) -> tuple[str, bytes]:
    """Only the pixels: a new picture has no notes, profiles or thumbnails to carry along."""
    out = BytesIO()
    if media_type == "image/png":
        bare = picture.convert("RGBA" if "A" in picture.mode or "transparency" in picture.info else "RGB")
        _bare(bare).save(out, "PNG", optimize=False)
    else:
        _bare(picture.convert("RGB")).save(out, "JPEG", quality=QUALITY)
    return media_type, out.getvalue()


def _bare(picture: Image.Image) -> Image.Image:
    clean = Image.new(picture.mode, picture.size)
    clean.paste(picture)
    return clean
