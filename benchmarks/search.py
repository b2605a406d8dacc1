"""
How fast the site search is: a year of a county (12,630 items) is indexed, then asked.

    python -m benchmarks.search [--documents 12630] [--queries 1000]

Works in a temporary folder and touches neither the database nor the site's index. Ends with one line of JSON.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

SUBJECTS = "城乡低保 特困供养 医疗救助 临时救助 养老服务 殡葬服务 义务教育 校车安全 农村饮水 危房改造 粮食补贴 农机购置 就业创业 社会保险 住房公积金 食品安全 药品监管 环境保护 森林防火 道路养护 财政预算 政府采购 招标投标 土地征收 规划许可 安全生产 消防检查 信访接待 档案管理 统计调查".split()
ACTS = "通知 公告 公示 意见 方案 办法 解读 简报 批复 通报".split()
OFFICES = [f"示范县第{number}局" for number in "一二三四五六七八九十"]
COMMON = "根据有关规定结合本县实际为进一步规范管理提高服务水平现将工作要求如下各镇街道各部门应当认真组织落实责任加强监督检查按时报送情况经研究同意自印发之日起施行"


def texts(count: int, seed: int = 7) -> Iterator[tuple[str, str, str]]:
    """Yield title, document number and a text of some 300 to 3,000 characters, about 1,200 on average."""
    chance = random.Random(seed)
    rare = [chr(code) for code in range(0x4E00, 0x9FA5)]
    for number in range(1, count + 1):
        subject, act, office = chance.choice(SUBJECTS), chance.choice(ACTS), chance.choice(OFFICES)
        title = f"{office}关于做好{2016 + number % 11}年{subject}工作的{act}"
        sentences = []
        for _ in range(int(chance.triangular(10, 100, 25))):
            start = chance.randrange(len(COMMON) - 12)
            words = "".join(chance.choices(rare, k=chance.randrange(2, 8)))
            sentences.append(
                f"{COMMON[start : start + 12]}{chance.choice(SUBJECTS)}{words}{chance.randrange(9999)}元"
            )
        yield title, f"示民发〔{2016 + number % 11}〕{number}号", "。".join(sentences)


def questions(count: int, seed: int = 11) -> Iterator[str]:
    """Yield what people type: one word, two, a question, a phrase in quotes, a document number."""
    chance = random.Random(seed)
    for _ in range(count):
        one, other = chance.sample(SUBJECTS, 2)
        forms = (one, f"{one} {other}", f"{one}怎么申请", f"“{one}工作”", f"2026年{one}{chance.choice(ACTS)}")
        yield chance.choice((*forms, f"示民发〔2026〕{chance.randrange(1, 12_000)}号"))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=12_630)
    parser.add_argument("--queries", type=int, default=1000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        settings.configure(SEARCH_DIR=Path(scratch), USE_TZ=True, TIME_ZONE="Asia/Shanghai")
        print(json.dumps(measure(options.documents, options.queries)))


def measure(count: int, asked: int) -> dict:
    # These read the settings configured above.
    from gongkai.search import index
    from gongkai.search.documents import Document
    from gongkai.search.index import Position
    from gongkai.search.queries import search

    first = datetime(2016, 1, 4, 9, tzinfo=UTC)
    documents = [
        Document(
            kind="item",
            key=number,
            county_id=1,
            title=title,
            text=text,
            url=f"/items/{number}/",
            published_at=first + timedelta(hours=number),
            agency_id=number % 39,
            section_ids=[number % 80],
            document_number=document_number,
        )
        for number, (title, document_number, text) in enumerate(texts(count), start=1)
    ]
    characters = sum(len(document.text) for document in documents)
    wall, cpu = time.perf_counter(), time.process_time()
    index.build(documents=documents, position=Position())
    built, built_cpu = time.perf_counter() - wall, time.process_time() - cpu

    changes = []
    for number in range(20):
        wall = time.perf_counter()
        document = documents[number]
        index.apply(
            removed=[index.document_key("item", document.key)],
            documents=[document],
            position=Position(number, ""),
        )
        search("低保", county_id=1)
        changes.append(time.perf_counter() - wall)

    took = {"relevance": [], "newest": [], "narrowed": []}
    for question in questions(asked):
        for name, arguments in (
            ("relevance", {}),
            ("newest", {"sort": "newest"}),
            ("narrowed", {"agency_id": 3, "since": first.date(), "in_title": True}),
        ):
            wall = time.perf_counter()
            search(question, county_id=1, **arguments)
            took[name].append((time.perf_counter() - wall) * 1000)
    size = sum(path.stat().st_size for path in index.folder().iterdir())
    return {
        "documents": count,
        "characters_each": characters // count,
        "documents_per_second": round(count / built),
        "documents_per_cpu_second": round(count / built_cpu),
        "megabytes": round(size / 1e6, 1),
        "one_change_visible_ms": round(statistics.median(changes) * 1000),
        **{
            f"{name}_ms_{part}": round(value, 1)
            for name, values in took.items()
            for part, value in (
                ("p50", statistics.median(values)),
                ("p99", statistics.quantiles(values, n=100)[98]),
            )
        },
    }


if __name__ == "__main__":
    main()
