"""``gongkai search QUERY --json``: what a resident would find."""

import json
from dataclasses import asdict
from datetime import date

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.html import strip_tags

from gongkai.agencies.models import County
from gongkai.search.queries import SORTS, search


class Command(BaseCommand):
    help = "检索公开信息，结果与网站上的站内搜索相同。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("query", help="要找的词；用引号括起来的按原样查找")
        parser.add_argument("--county", help="县的域名；只有一个县时不用写")
        parser.add_argument("--agency", type=int, help="只找这个机构（编号）")
        parser.add_argument("--section", type=int, help="只找这个栏目及其下级（编号）")
        parser.add_argument("--since", type=date.fromisoformat, help="发布日期不早于，例如 2026-01-01")
        parser.add_argument("--until", type=date.fromisoformat, help="发布日期不晚于")
        parser.add_argument("--in-title", action="store_true", help="只在标题里找")
        parser.add_argument("--sort", choices=sorted(SORTS), default="relevance", help="相关度或最新")
        parser.add_argument("--page", type=int, default=1, help="第几页")
        parser.add_argument("--json", action="store_true", help="输出 JSON")

    def handle(self, *args, **options) -> None:
        results = search(
            options["query"],
            county_id=_county(options["county"]).pk,
            agency_id=options["agency"],
            section_id=options["section"],
            since=options["since"],
            until=options["until"],
            in_title=options["in_title"],
            sort=options["sort"],
            page=options["page"],
        )
        if results.problem:
            raise CommandError(
                "检索库还没有建立或已损坏。请运行 gongkai index rebuild 重新建立。", returncode=2
            )
        if options["json"]:
            hits = [{**asdict(hit), "published_at": hit.published_at.isoformat()} for hit in results.hits]
            answer = {"total": results.total, "page": results.page, "took_ms": results.took_ms, "hits": hits}
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))
            return
        self.stdout.write(f"找到 {results.total} 条，用时 {results.took_ms} 毫秒。")
        for hit in results.hits:
            self.stdout.write(f"{hit.published_at:%Y-%m-%d}  {hit.title}  {hit.agency}  {hit.url}")
            self.stdout.write(f"    {strip_tags(hit.snippet_html)}")


def _county(domain: str | None) -> County:
    counties = list(County.objects.filter(domain=domain) if domain else County.objects.all()[:2])
    if not counties:
        said = f"没有域名是“{domain}”的县。" if domain else "还没有录入县的信息。"
        raise CommandError(f"{said}请先在后台核对。", returncode=2)
    if len(counties) > 1:
        raise CommandError("这套系统里有几个县。请用 --county 写明县的域名。", returncode=2)
    return counties[0]
