"""QR codes for the printed page: whoever holds the paper finds the page, and whether it is still in force."""

from io import BytesIO

import segno


def qr_svg(url: str) -> str:
    """Return the code as inline SVG without style attributes or scripts; its size is given by the page's CSS."""
    out = BytesIO()
    segno.make(url, error="m", micro=False).save(
        out,
        kind="svg",
        border=2,
        light="#fff",  # also in the high-contrast mode, where the page behind it is black
        xmldecl=False,
        nl=False,
        omitsize=True,
        svgclass="qr",
        lineclass=None,
        title="本页网址的二维码",
    )
    return out.getvalue().decode()
