"""A chromium for the tests that need eyes and fingers, with the packaged Chinese type to draw with."""

import os
import shutil
from pathlib import Path
from xml.sax.saxutils import escape

import pylopdf_fonts_zh_cn
import pytest
from django.db import connections
from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


def fontconfig_file(folder: Path) -> Path:
    """Write a fontconfig that adds the packaged Noto type to the machine's own; without it Chinese is boxes."""
    fonts = Path(pylopdf_fonts_zh_cn.__file__).parent
    path = folder / "fonts.conf"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{escape(str(fonts))}</dir><cachedir>{escape(str(folder / 'cache'))}</cachedir></fontconfig>"
    )
    return path


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI needs a chromium for the browser tests; tools/find_chromium.sh installs one.")
        pytest.skip("no chromium on this machine: install the package 'chromium'")
    # Playwright runs an event loop in this thread, which Django would take for asynchronous code.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    fonts = fontconfig_file(tmp_path_factory.mktemp("fonts"))
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=executable, args=ARGUMENTS, env={**os.environ, "FONTCONFIG_FILE": str(fonts)}
        )
        yield chromium
        chromium.close()
        # While Playwright's loop runs, Django keeps connections of its own for this thread; later nobody finds them.
        connections.close_all()


@pytest.fixture
def page(browser):
    """A page of a fresh visitor. Whatever the console complains about, a CSP violation first, fails the test."""
    context = browser.new_context(locale="zh-CN", viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on(
        "console",
        lambda message: page.complaints.append(message.text) if "Content Security" in message.text else None,
    )
    yield page
    complaints = page.complaints
    context.close()
    assert complaints == []
