"""What a reader would see differ is found, whichever browser drew it, and what a rasterizer does is not."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from tests.pictures.comparing import OTHER_BROWSER, SAME_BROWSER, Tolerance, differences

BOTH = pytest.mark.parametrize("tolerance", [SAME_BROWSER, OTHER_BROWSER], ids=["same browser", "other browser"])
Color = tuple[int, int, int]
PAPER, INK, GROUND = (255, 254, 249), (30, 30, 30), (246, 244, 238)


def sample(
    *, bar: bool = True, left: int = 60, paper: Color = PAPER, ink: Color = INK, ground: Color = GROUND
) -> Image.Image:
    """Draw a fraction beside a box: two thick strokes for its letters, and a bar of one pixel."""
    picture = Image.new("RGB", (160, 80), paper)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((20, 20, 24, 32), fill=ink)
    draw.rectangle((20, 48, 24, 60), fill=ink)
    if bar:
        draw.line((14, 40, 30, 40), fill=ink)
    draw.rectangle((left, 20, left + 50, 60), outline=ink, fill=ground)
    return picture


def noisy(picture: Image.Image, levels: int) -> Image.Image:
    """Return the picture with each color off by up to `levels`."""
    array = np.asarray(picture, dtype=int)
    noise = np.random.default_rng(1).integers(-levels, levels + 1, array.shape)
    return Image.fromarray(np.clip(array + noise, 0, 255).astype(np.uint8))


@BOTH
def test_the_same_picture_is_the_same(tolerance: Tolerance) -> None:
    assert differences(sample(), sample(), tolerance) == ("", None)


@BOTH
def test_a_little_noise_is_nothing(tolerance: Tolerance) -> None:
    assert differences(noisy(sample(), 2), sample(), tolerance)[0] == ""


CHANGES = {
    "a bar is lost": sample(bar=False),
    "a box has moved by two pixels": sample(left=62),
    "the paper is another": sample(paper=(243, 246, 249)),
    "the ink is paler": sample(ink=(110, 110, 110)),
    "the box has no ground": Image.composite(
        sample(), Image.new("RGB", (160, 80), PAPER), Image.new("L", (160, 80), 0)
    ),
    "the box is green": sample(ink=(30, 120, 90)),
    "it is wider": sample().resize((163, 80)),
}


@BOTH
@pytest.mark.parametrize("changed", CHANGES.values(), ids=CHANGES)
def test_what_a_reader_sees_is_seen(changed: Image.Image, tolerance: Tolerance) -> None:
    for pair in ((changed, sample()), (sample(), changed)):
        assert differences(*pair, tolerance)[0]


def test_a_ground_of_nearly_the_same_color_is_seen_in_the_same_browser() -> None:
    assert differences(sample(paper=(252, 251, 246)), sample(), SAME_BROWSER)[0]
    assert differences(sample(paper=(252, 251, 246)), sample(), OTHER_BROWSER)[0] == ""


@BOTH
def test_edges_smoothed_in_another_way_are_nothing(tolerance: Tolerance) -> None:
    smoothed = Image.blend(sample(), sample().filter(ImageFilter.GaussianBlur(0.6)), 0.6)
    assert differences(smoothed, sample(), tolerance)[0] == ""


@BOTH
def test_a_box_rounded_to_the_next_pixel_is_nothing(tolerance: Tolerance) -> None:
    assert differences(sample(left=61), sample(), tolerance)[0] == ""


def test_the_place_is_shown() -> None:
    where = differences(sample(bar=False), sample(), SAME_BROWSER)[1]
    assert where is not None
    assert where.size == (160, 80)
    assert where.getpixel((20, 40)) == (220, 0, 0)
    assert where.getpixel((140, 70))[0] > 200
