"""A small server for the editor's tests: one page with a form, and answers that the test chooses."""

import json
import threading
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote

from csp.utils import build_policy
from django.contrib.staticfiles import finders

TYPES = {".js": "text/javascript", ".css": "text/css", ".png": "image/png"}
PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>编辑稿件</title><link rel="stylesheet" href="/static/publications/editor.css">
<link rel="stylesheet" href="/page.css">
<script type="module" src="/static/vendor/editor@1.0.0/editor.js"></script>
<script type="module" src="/static/vendor/editor@1.0.0/autosave.js"></script></head>
<body><main><h1>编辑稿件</h1>
<form method="post" action="/submitted" data-autosave-url="/autosave" data-revision="{revision}"
      data-autosave-key="item-1" data-saved-at="10:00">
<input type="hidden" name="csrfmiddlewaretoken" value="token">
<p><label for="title">标题</label> <input id="title" name="title" value="{title}"></p>
<p><label for="body">正文</label></p>
<textarea id="body" name="body" rows="12" required data-editor data-upload-url="/upload" data-csrf="token">{body}</textarea>
<p data-autosave-status></p><p><button>保存</button></p></form></main></body></html>"""
PAGE_CSS = 'body{margin:24px;font-family:"Noto Sans SC",sans-serif}main{max-width:860px;margin:auto}'


class EditorServer:
    """``answers`` maps a path to the (status, JSON) of its next posts; ``posts`` keeps what was sent."""

    def __init__(self):
        self.body, self.title, self.revision = "", "关于开展示范活动的通知", 3
        self.answers, self.posts, self.files = {}, [], {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def sent(self, path):
        return [fields for posted_to, fields in self.posts if posted_to == path]

    def answer_autosave(self, fields):
        self.revision = int(fields["revision"]) + 1
        self.body, self.title = fields["body"], fields["title"]
        return 200, {"revision": self.revision, "saved_at": "10:23:05", "missing": []}

    def answer_upload(self, fields):
        name, content = fields["file"]
        url = f"/files/c/{name}"
        self.files[url] = content
        return 200, {"code": "c", "url": url, "name": name, "alternative_text": ""}

    def handler(self):
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                path = unquote(self.path)
                if path == "/":
                    page = PAGE.format(
                        revision=site.revision, title=site.title, body=site.body.replace("<", "&lt;")
                    )
                    self.reply(200, "text/html; charset=utf-8", page.encode())
                elif path == "/page.css":
                    self.reply(200, "text/css", PAGE_CSS.encode())
                elif path in site.files:
                    self.reply(200, "image/png", site.files[path])
                elif path.startswith("/static/") and (found := finders.find(path.removeprefix("/static/"))):
                    self.reply(200, TYPES[Path(found).suffix], Path(found).read_bytes())
                else:
                    self.reply(404, "text/plain", b"")

            def do_POST(self):
                fields = self.fields()
                site.posts.append((self.path, fields))
                if self.path in site.answers:
                    status, answer = site.answers[self.path]
                elif self.path == "/autosave":
                    status, answer = site.answer_autosave(fields)
                elif self.path == "/upload":
                    status, answer = site.answer_upload(fields)
                else:
                    status, answer = 200, {}
                self.reply(status, "application/json", json.dumps(answer).encode())

            def fields(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                kind = self.headers["Content-Type"]
                if not kind.startswith("multipart/"):
                    return {name: values[-1] for name, values in parse_qs(body.decode(), True).items()}
                message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
                parts = {
                    part.get_param("name", header="content-disposition"): (
                        part.get_filename(),
                        part.get_payload(decode=True),
                    )
                    for part in message.iter_parts()
                }
                return {**parts, "token": self.headers["X-CSRFToken"]}

            def reply(self, status, kind, content):
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content)))
                self.send_header("Content-Security-Policy", build_policy())
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *args):
                pass

        return Handler
