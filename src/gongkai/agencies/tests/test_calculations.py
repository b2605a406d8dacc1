import pytest

from gongkai.agencies.contrast import contrast_on_white
from gongkai.agencies.index_patterns import sample_number
from gongkai.common.errors import NotAllowed


@pytest.mark.parametrize(
    "colour, ratio",
    [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#777777", 4.48), ("#a61b1b", 7.52)],
)
def test_contrast_on_white_is_that_of_the_standard(colour, ratio):
    assert round(contrast_on_white(colour), 2) == ratio


@pytest.mark.parametrize(
    "pattern, number",
    [
        ("{credit_code}/{year}-{serial:07d}", "11990000MB0000002B/2026-0000001"),
        ("{agency}/{year}{month:02d}-{serial:05d}", "civil-affairs/202603-00001"),
    ],
)
def test_sample_number_of_a_pattern(pattern, number):
    assert sample_number(pattern) == number


@pytest.mark.parametrize(
    "pattern, sentence",
    [
        ("{year}-{serial}", "要有 {credit_code} 或 {agency}"),
        ("{agency}-{serial}", "要有 {year}"),
        ("{agency}/{year}", "要有 {serial}"),
        ("{agency}/{year}-{number}", "不认识"),
        ("{agency.__class__}/{year}-{serial}", "不认识"),
        ("{agency!r}/{year}-{serial}", "不认识"),
        ("{agency}/{year}-{serial:{year}d}", "不认识"),
        ("{agency}/{year}-{serial", "没有成对"),
        ("{agency:07d}/{year}-{serial}", "冒号后面的写法不对"),
        ("{agency}/{year}-{serial:070d}", "最多80个"),
    ],
)
def test_pattern_that_cannot_number_is_refused(pattern, sentence):
    with pytest.raises(NotAllowed) as refused:
        sample_number(pattern)
    assert sentence in str(refused.value)
