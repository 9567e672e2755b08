"""Draws the photos with EXIF that the upload tests use. Same bytes on each run.

    python tools/draw_test_photos.py tests/data/images

Each `orientation_N.jpg` holds the same scene, stored turned or mirrored as its EXIF tag N says,
with a GPS position, a camera name and a comment. Shown rightly, all eight look alike: red at the
top left, green at the top right, blue at the bottom left, yellow at the bottom right.
"""
# ruff: noqa: TID253 - drawing is all this script does

import sys
from pathlib import Path

from PIL import Image, ImageDraw
from PIL.ExifTags import GPS, IFD, Base

SIZE = (240, 160)
CORNERS = {(0, 0): "#c0392b", (1, 0): "#1e8449", (0, 1): "#1f618d", (1, 1): "#d4ac0d"}
# How the upright picture must be turned to be stored under each orientation tag.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def scene() -> Image.Image:
    """The upright picture: four corners of four colours and a white disc off the centre."""
    picture = Image.new("RGB", SIZE)
    pen = ImageDraw.Draw(picture)
    width, height = SIZE[0] // 2, SIZE[1] // 2
    for (column, row), colour in CORNERS.items():
        left, top = column * width, row * height
        pen.rectangle((left, top, left + width - 1, top + height - 1), fill=colour)
    pen.ellipse((30, 20, 70, 60), fill="white")
    return picture


def exif(orientation: int) -> Image.Exif:
    """What a phone writes: make, model, moment, a remark, and where it was."""
    tags = Image.Exif()
    tags[Base.Make] = "Imaginary Phones"
    tags[Base.Model] = "IP-7"
    tags[Base.Orientation] = orientation
    tags[Base.DateTime] = "2026:05:04 10:15:00"
    tags[Base.ImageDescription] = "Class 4a at home"
    tags.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = "2026:05:04 10:15:00"
    position = tags.get_ifd(IFD.GPSInfo)
    position[GPS.GPSLatitudeRef] = "N"
    position[GPS.GPSLatitude] = (46.0, 22.0, 8.4)
    position[GPS.GPSLongitudeRef] = "E"
    position[GPS.GPSLongitude] = (14.0, 6.0, 50.4)
    return tags


def main(folder: Path) -> None:
    """Write the eight photos and three faulty pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    upright = scene()
    for orientation, turn in STORED.items():
        stored = upright if turn is None else upright.transpose(turn)
        path = folder / f"orientation_{orientation}.jpg"
        stored.save(path, quality=85, exif=exif(orientation), comment=b"taken at home")
    whole = (folder / "orientation_1.jpg").read_bytes()
    (folder / "cut_off.jpg").write_bytes(whole[: len(whole) // 2])
    (folder / "web_page_named.png").write_bytes(b"<!doctype html><script>alert(1)</script>")
    (folder / "picture_with_page_behind.jpg").write_bytes(whole + b"<script>alert(1)</script>")
    upright.save(folder / "no_exif.png", optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
