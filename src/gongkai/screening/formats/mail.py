"""
Saved mails (EML) in an archive: who wrote to whom by which way stays here; the message and its files may go out.

A mail becomes a text with its subject, date and message, and a folder with its attachments beside it.
"""

import email
import email.policy
from email.message import EmailMessage

from lxml import html

from ..findings import Unreadable
from .texts import text_of

MOST_ATTACHMENTS = 200
BROKEN = "这封邮件已经损坏，系统读不出来。请把正文和附件另存为文件，重新压缩后再上传。"


def unpacked(content: bytes) -> tuple[str, list[tuple[str, bytes]]]:
    """Return the text that stands for the mail, and its attachments by name. Raises Unreadable."""
    try:
        message = email.message_from_bytes(content, policy=email.policy.default)
        attachments = [
            (_name(part, number), _bytes_of(part))
            for number, part in enumerate(message.iter_attachments(), start=1)
        ]
        body = message.get_body(("plain", "html"))
        lines = [f"主题：{message.get('Subject', '')}", f"日期：{_day(message)}", "", _text(body)]
    except Unreadable:
        raise
    except Exception as error:  # the parser is lenient, its views of broken parts are not
        raise Unreadable(BROKEN) from error
    if len(attachments) > MOST_ATTACHMENTS:
        raise Unreadable(f"一封邮件里的附件超过 {MOST_ATTACHMENTS} 个，系统不能逐一检查。请另存后分开上传。")
    return "\n".join(lines), attachments


def _day(message: EmailMessage) -> str:
    date = message.get("Date")
    moment = getattr(date, "datetime", None)
    return moment.date().isoformat() if moment else ""


def _text(body: EmailMessage | None) -> str:
    if body is None:
        return ""
    text = _decoded(body.get_payload(decode=True) or b"", body.get_content_charset("utf-8"))
    if body.get_content_subtype() == "html":
        return html.fromstring(text).text_content() if text.strip() else ""
    return text


def _decoded(content: bytes, charset: str) -> str:
    try:
        return content.decode("gb18030" if charset.startswith("gb") else charset)
    except (LookupError, UnicodeDecodeError):  # many programs name no encoding or a wrong one
        return text_of(content)


def _name(part: EmailMessage, number: int) -> str:
    name = (part.get_filename() or "").replace("\\", "/").rsplit("/", 1)[-1].strip(". ")
    return name or f"附件{number}.{'eml' if part.get_content_type() == 'message/rfc822' else 'bin'}"


def _bytes_of(part: EmailMessage) -> bytes:
    if part.get_content_type() == "message/rfc822":
        return part.get_content().as_bytes()
    return part.get_payload(decode=True) or b""
