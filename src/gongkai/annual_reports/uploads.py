"""An upload as a file with a path, for a reader that runs in another process; gone afterwards."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from .content import Unreadable
from .reading import MOST_BYTES

TOO_LARGE = "文件超过 50 MB，系统不读。年报的文字和表格不会这么大，请去掉图片后另存。"


@contextmanager
def as_file(upload: IO[bytes]) -> Iterator[Path]:
    """Write ``upload`` to a file and yield its path. Raises Unreadable when it is too large to be a report."""
    with tempfile.TemporaryDirectory(prefix="gongkai-report-") as folder:
        path = Path(folder) / "report"
        written = 0
        with path.open("wb") as file:
            while chunk := upload.read(1024 * 1024):
                written += len(chunk)
                if written > MOST_BYTES:
                    raise Unreadable(TOO_LARGE)
                file.write(chunk)
        yield path
