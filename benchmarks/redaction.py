"""
How long redacting takes and what is left: a file of 20 pages with made-up names and numbers, all of them covered.

    python -m benchmarks.redaction [--pages 20] [--scanned]

Burns the copy, attacks it, and compares its text with the original's: ``recall`` is the share of characters that were
not covered and can still be searched and read aloud. Needs neither a database nor settings, runs in one process, and
ends with one line of JSON. Seconds are those of the processor, not of the clock.
"""

import argparse
import json
import random
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gongkai.screening.redaction.burn import burn
from gongkai.screening.redaction.gate import attack
from gongkai.screening.redaction.layer import without_notices
from gongkai.screening.redaction.locate import locate
from gongkai.screening.redaction.render import page_sizes
from gongkai.screening.tests.made_up import id_number, mobile, name
from gongkai.screening.tests.redaction_samples import marks_over, text_of, write_pdf

SENTENCES = (
    "本机关经审查认为，所申请公开的信息部分涉及第三方合法权益，依据条例的规定予以区分处理后公开。",
    "该村集体土地征收的批准文件、补偿方案以及相关附件材料由自然资源和规划局保存，共计四十二页。",
    "现将有关情况公示如下，公示期为七个工作日，对公示内容有异议的，请在公示期内以书面形式反映。",
)
HEAD = '#set page(paper: "a4", margin: 26mm)\n#set text(font: "Noto Sans SC", size: 12pt, lang: "zh")\n'
LINES = 9  # paragraphs on a page, one person in every third


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--scanned", action="store_true", help="make a photograph of every page first")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measure(Path(folder), options.pages, options.scanned)))


def measure(folder: Path, pages: int, scanned: bool) -> dict[str, Any]:
    path, persons = made_up_file(folder / "original.pdf", pages)
    words = [word for person in persons for word in person]
    pages = len(page_sizes(path, extension="pdf"))
    (found, _), locating = timed(lambda: locate(path, words))
    marks = [mark for each in found if each.certain for mark in marks_over(each)]
    original = photographed(path, folder / "scanned.pdf") if scanned else path
    copy = folder / "copy.pdf"
    _, burning = timed(lambda: burn(original, copy, extension="pdf", marks=marks))
    leaks, attacking = timed(lambda: attack(copy, extension="pdf", secrets=words, marks=marks))
    result = {
        "pages": pages,
        "marks": len(marks),
        "locate_seconds": round(locating, 2),
        "burn_seconds_a_page": round(burning / pages, 3),
        "attack_seconds": round(attacking, 2),
        "original_bytes_a_page": original.stat().st_size // pages,
        "copy_bytes_a_page": copy.stat().st_size // pages,
        "leaks": len(leaks),
        "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    if not scanned:
        covered = Counter("".join(each.shown for each in found if each.certain))
        result["recall"] = recall(text_of(path), covered, without_notices(text_of(copy)))
    return result


def recall(original: str, covered: Counter[str], copy: str) -> float:
    left = Counter(original) - covered
    kept = Counter(copy.replace("【】", "")) & left
    return round(kept.total() / left.total(), 5)


def made_up_file(path: Path, pages: int) -> tuple[Path, list[tuple[str, str, str]]]:
    rng = random.Random(7)  # noqa: S311  no secret
    persons: list[tuple[str, str, str]] = []
    contents = []
    for _ in range(pages):
        paragraphs = []
        for line in range(LINES):
            said = rng.choice(SENTENCES)
            if line % 3 == 0:
                person = (name(rng), id_number(rng), mobile(rng))
                persons.append(person)
                said = f"申请人{person[0]}，身份证号{person[1]}，电话{person[2]}。" + said
            paragraphs.append(said)
        contents.append("\n\n".join(paragraphs))
    return write_pdf(path, *contents, head=HEAD), persons


def photographed(path: Path, target: Path) -> Path:
    """The same pages as a scanner delivers them: grey pictures with noise."""
    import pypdfium2
    from PIL import Image, ImageChops

    document = pypdfium2.PdfDocument(path)
    pictures = []
    for number in range(len(document)):
        page = document[number].render(scale=200 / 72, grayscale=True).to_pil()
        noise = Image.effect_noise(page.size, 24)
        pictures.append(ImageChops.add(page, noise, scale=1, offset=-140))
    document.close()
    pictures[0].save(target, save_all=True, append_images=pictures[1:], resolution=200, quality=75)
    return target


def timed(act: Callable[[], Any]) -> tuple[Any, float]:
    begun = time.process_time()
    return act(), time.process_time() - begun


if __name__ == "__main__":
    main()
