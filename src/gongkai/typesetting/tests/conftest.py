import pytest


@pytest.fixture(autouse=True)
def fonts_folder(settings, tmp_path):
    """The office's own type: none, unless the test puts some there."""
    settings.FONTS_DIR = tmp_path / "fonts"
    settings.FONTS_DIR.mkdir()
    return settings.FONTS_DIR
