"""What axe finds wrong with a page: in every mode, as wide as a desk and as a phone."""

from axe_playwright_python.base import AXE_SCRIPT

RUN = """async rules => (await axe.run(rules)).violations.flatMap(
  one => one.nodes.map(node => [one.id, node.target.join(" "), node.failureSummary]))"""
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Without preloading: it is for pages with sound and films, and takes a fifth of the time.
ALL_RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": False}
SIZES = {"runOnly": ["target-size"], "resultTypes": ["violations"], "preload": False}
COLOURS = {"runOnly": ["color-contrast"], "resultTypes": ["violations"], "preload": False}
# What axe looks at and a mode changes: the large one sizes (its inks are only darker), the other colours.
MODES = {"standard": ALL_RULES, "large": SIZES, "contrast": COLOURS}
WIDTHS = [1280, 390]


def faults(page, kind: str) -> dict:
    """Return what is wrong with the open page in each mode and width, in short, and by how much it is too wide."""
    found = {}
    page.emulate_media(reduced_motion="reduce")  # colours half-way between two modes are nobody's fault
    page.evaluate(AXE_SCRIPT)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for mode, rules in MODES.items():
            # What the cookie does, without asking the server hundreds of times; the mode is nothing but this attribute.
            page.evaluate("mode => document.documentElement.dataset.mode = mode", mode)
            if nodes := page.evaluate(RUN, rules):
                found[f"{kind}, {mode}, {width}"] = nodes
            too_much = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            if too_much > 0:
                found[f"{kind}, {mode}, {width}: too wide"] = too_much
    return found
