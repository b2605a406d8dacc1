from random import Random


def seeded(*key: object) -> Random:
    """Chance that falls the same way at every build; it decides words and figures, never a secret."""
    return Random("/".join(map(str, key)))  # noqa: S311
