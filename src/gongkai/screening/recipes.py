"""How a public copy is made, as data: ``{"covers": [[passage, start, end, text], …], "marks": […]}`` or nothing."""

import hashlib
import json
from typing import Any

Recipe = dict[str, Any]
AS_IT_WAS: Recipe = {"as_it_was": True}  # an old file left public on somebody's word


def hash_of(recipe: Recipe) -> str:
    text = json.dumps(recipe, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
