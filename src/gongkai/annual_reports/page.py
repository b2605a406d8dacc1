"""The report as the text of its public page."""

from collections.abc import Mapping
from typing import Any

from django.utils.html import format_html, format_html_join

from .editions import corrections_of, report_of_content
from .writing.document import in_chinese
from .writing.html import body_html


def page_body(content: Mapping[str, Any]) -> str:
    """Return the HTML of an edition: sections and tables, and behind them the corrections."""
    body = body_html(report_of_content(content))
    notes = corrections_of(content)
    if not notes:
        return body
    listed = format_html_join("", "<li>{}：{}</li>", ((in_chinese(on), text) for on, text in notes))
    return body + format_html(
        "<h2>更正</h2><p>本报告发布后更正如下，原报告的内容没有改动。</p><ul>{}</ul>", listed
    )
