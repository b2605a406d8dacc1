"""What the database holds after a kill, as JSON: ``python -m tests.faults.state``."""

import json
import os
import sys

import django


def state() -> dict:
    """
    Return the drafts as {item: [title, revision]}, the published items, and those that are public only by half.

    Half means: public without all its list rows, its index number, its three signatures or its event.
    """
    from gongkai.history.models import Event
    from gongkai.publications.models import Item, Version
    from gongkai.review.models import Review

    published = Item.objects.filter(visibility="published")
    half = [
        item.pk
        for item in published
        if not (
            item.listings.filter(section=item.section_id).exists()
            and item.index_number
            and item.published_version.review.state == "approved"
            and not item.published_version.review.steps.filter(decision="").exists()
            and Event.objects.filter(verb="item.published", subject_id=str(item.pk)).count() == 1
        )
    ]
    # The other half: approved and signed to the end, yet not public.
    half += [
        review.version.item_id
        for review in Review.objects.filter(state="approved").select_related("version__item")
        if review.version.item.visibility != "published"
    ]
    drafts = Version.objects.filter(number=None).values_list("item", "title", "revision")
    return {
        "drafts": {item: [title, revision] for item, title, revision in drafts},
        "published": list(published.values_list("pk", flat=True)),
        "half_published": half,
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.settings")
    django.setup()
    json.dump(state(), sys.stdout)
