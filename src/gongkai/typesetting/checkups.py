"""What ``gongkai doctor`` looks at in the fonts."""

from collections.abc import Iterator

from gongkai.common.checkups import ERROR, GOOD, Finding

from .fonts import font_set, require_glyphs


def fonts() -> Iterator[Finding]:
    try:
        require_glyphs("示范县人民政府信息公开", font_set())
    except Exception as error:  # whatever is missing, no letter can be printed
        yield Finding(
            "字体",
            ERROR,
            f"不能排印中文（{error}）。",
            "请重新安装 pylopdf-fonts-zh-cn，或把字体放进数据目录的 fonts 文件夹。",
        )
        return
    yield Finding("字体", GOOD, "可以排印中文。")
