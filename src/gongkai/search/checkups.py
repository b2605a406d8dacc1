"""What ``gongkai doctor`` looks at in the search index."""

from collections.abc import Iterator

from gongkai.common.checkups import ERROR, GOOD, WARNING, Finding

from .index import IndexUnreadable, folder, open_index, position_of


def index() -> Iterator[Finding]:
    if not folder().exists():
        yield Finding(
            "搜索索引", WARNING, "还没有建立。", "请运行 gongkai index rebuild，或启动后台任务，由它建立。"
        )
        return
    try:
        position_of(open_index())
    except IndexUnreadable as error:
        yield Finding(
            "搜索索引",
            ERROR,
            f"打不开（{error}）。",
            f"请删除{folder()}，然后运行 gongkai index rebuild 重建。",
        )
        return
    yield Finding("搜索索引", GOOD, "可以打开。")
