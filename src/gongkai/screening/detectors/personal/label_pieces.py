"""The pieces of a label that tell whom it names. Imports nothing of ours: the tool that learns their weights uses it, too."""

_PLAIN = str.maketrans("（）", "()", " \t\n\r　")
LONGEST = 3  # characters


def pieces(label: str) -> list[str]:
    """Return the runs of one to three characters in ``label``, which ends with a mark: its last word tells most."""
    marked = label.translate(_PLAIN) + "$"
    return [marked[at : at + size] for size in range(1, LONGEST + 1) for at in range(len(marked) - size + 1)]
