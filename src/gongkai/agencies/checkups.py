"""What ``gongkai doctor`` looks at in the counties."""

import re
from collections.abc import Iterator

from gongkai.common.checkups import ERROR, GOOD, WARNING, Finding

from .models import County


def counties() -> Iterator[Finding]:
    found = list(County.objects.all())
    if not found:
        yield Finding("县", ERROR, "还没有建立县。", "请在首次设置中填写县的名称和域名。")
    for county in found:
        if re.fullmatch(r"\d{10}", county.site_id_code):
            yield Finding(f"{county}标识码", GOOD, f"政府网站标识码{county.site_id_code}。")
        else:
            yield Finding(
                f"{county}标识码",
                WARNING,
                "没有10位政府网站标识码，网页缺少规定的标签。",
                "请在县的设置中填写标识码。",
            )
        if county.require_second_factor:
            yield Finding(f"{county}第二重验证", GOOD, "审核人员和管理员必须使用。")
        else:
            yield Finding(
                f"{county}第二重验证",
                WARNING,
                "没有要求审核人员和管理员使用。",
                "请在县的设置中打开（等级保护三级要求）。",
            )
