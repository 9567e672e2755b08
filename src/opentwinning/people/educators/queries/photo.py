"""Where a photo is found."""

from opentwinning.core.addresses import reverse
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.people.educators.models import Educator, Photo
from opentwinning.people.educators.vocabulary import PhotoSize


def photo_url(ref: str, key: str, size: PhotoSize = PhotoSize.SMALL) -> str:
    """Address of somebody's photo, "" while the drawing stands for her."""
    return reverse("educators:picture", args=[ref, key, size]) if key else ""


def photo_bytes(educator: Educator, key: str, size: PhotoSize) -> bytes:
    """WebP; an old key is an absent page. Who may see the educator sees her photo."""
    if not key or key != educator.photo_key:
        raise Refused(hidden())
    content = Photo.objects.filter(educator=educator).values_list(str(size), flat=True).first()
    if content is None:
        raise Refused(hidden())
    return bytes(content)
