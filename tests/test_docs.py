"""What the documents say is held against the code: names, commands, verbs and links."""

import re
from pathlib import Path

from django.core.management import get_commands
from django.db import models

from gongkai.accounts.enums import AccountEvent
from gongkai.agencies.enums import AgencyEvent
from gongkai.annual_reports.checks import RULES
from gongkai.history.labels import LABELS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
SETTING = re.compile(r"\bGONGKAI_[A-Z]+(?:_[A-Z]+)*\b")
HEADED = re.compile(r"^#{2,4} `([^`]+)`", re.M)  # a reference page gives each name a heading of its own
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.S)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def headed(name: str) -> set[str]:
    return set(HEADED.findall(text(name)))


def source() -> str:
    return "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))


def test_every_setting_that_is_read_is_in_the_reference_and_no_other():
    read = {
        name
        for path in (ROOT / "src/gongkai/settings").glob("*.py")
        for name in SETTING.findall(path.read_text(encoding="utf-8"))
    }
    assert headed("docs/reference/settings.md") == read


def test_documents_name_no_setting_that_does_not_exist():
    known = headed("docs/reference/settings.md") | set(SETTING.findall(text("Makefile")))
    named = {
        (page.name, name) for page in PAGES for name in SETTING.findall(page.read_text(encoding="utf-8"))
    }
    assert {(page, name) for page, name in named if name not in known} == set()


def test_every_command_of_ours_is_in_the_reference_and_no_other():
    ours = {name for name, app in get_commands().items() if app.startswith("gongkai.")}
    headings = {
        heading.removeprefix("gongkai ").split()[0] for heading in headed("docs/reference/commands.md")
    }
    assert headings == ours


def test_every_verb_of_history_is_in_the_reference_and_is_recorded_somewhere():
    documented = set(re.findall(r"^\| `([a-z]+\.[a-z_]+)`", text("docs/reference/events.md"), re.M))
    labelled = {*LABELS, *_values(AccountEvent), *_values(AgencyEvent)}
    assert labelled - documented == set()
    code = source()
    assert {verb for verb in documented if f'"{verb}"' not in code} == set()


def test_every_rule_of_the_annual_report_s_checks_is_in_the_reference_and_no_other():
    rows = re.findall(
        r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|", text("docs/reference/report_checks.md"), re.M
    )
    assert rows == [(rule.id, rule.name, rule.demands) for rule in RULES]


def test_relative_links_lead_to_files():
    broken = set()
    for page in PAGES:
        for target in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
            path = target.partition("#")[0]
            if path and "://" not in path and not path.startswith("mailto:"):
                if not (page.parent / path).exists():
                    broken.add((str(page.relative_to(ROOT)), target))
    assert broken == set()


def test_every_page_can_be_reached_from_the_index():
    linked = {(DOCS / target.partition("#")[0]).resolve() for target in LINK.findall(text("docs/README.md"))}
    pages = {page.resolve() for page in DOCS.rglob("*.md")} - {DOCS / "README.md"}
    assert pages - linked == set()


def test_terms_of_the_glossary_are_unique():
    rows = [
        line.split("|")[1].strip() for line in text("docs/glossary.md").splitlines() if line.startswith("| ")
    ]
    terms = [term for row in rows for term in re.split(r"[、/]", row) if term.strip()]
    terms = [term.strip() for term in terms]
    assert sorted({term for term in terms if terms.count(term) > 1} - {"中文"}) == []


def test_no_document_names_a_place_on_the_machine_it_was_written_on():
    machine = re.compile(r"/work/|/tmp/|/root/|/opt/pypi|/home/\w")
    assert {page.name for page in PAGES if machine.search(page.read_text(encoding="utf-8"))} == set()


def test_every_target_of_the_makefile_is_explained():
    [phony] = re.findall(r"^\.PHONY: (.*)$", text("Makefile"), re.M)
    explained = text("README.md") + text("CONTRIBUTING.md")
    assert [target for target in phony.split() if f"make {target}" not in explained] == []


def _values(choices: type[models.TextChoices]) -> list[str]:
    return list(choices.values)
