"""Numbers that can be checked by themselves: does this one keep the rules of its standard?"""

from datetime import date, timedelta

# GB/T 2260: the first two digits of an identity number.
PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split()
)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
CHILDHOOD = 14  # years; 《个人信息保护法》第28条


def real_date(digits: str) -> date | None:
    """Return the day that ``YYYYMMDD`` names, or None when there is no such day."""
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def check_digit_fits(number: str) -> bool:
    """Say whether the last of 18 characters is the check digit of GB 11643."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _ID_WEIGHTS, strict=True))
    return "10X98765432"[total % 11] == number[17].upper()


def is_id_number(number: str) -> bool:
    """Say whether 18 characters are an identity number: a province, a real day of birth, the check digit."""
    born = real_date(number[6:14])
    return (
        number[:2] in PROVINCES
        and born is not None
        and 1850 <= born.year <= 2100
        and check_digit_fits(number)
    )


def is_residence_permit(number: str) -> bool:
    """
    Say whether an identity number is that of a residence permit.

    81, 82 and 83 stand for people of Hong Kong, Macao and Taiwan; a 9 before a province for foreigners.
    """
    if number[:6] in {"810000", "820000", "830000"}:
        return is_id_number(number)
    return (
        number[0] == "9"
        and number[1:3] in PROVINCES
        and real_date(number[6:14]) is not None
        and check_digit_fits(number)
        and not is_credit_code(number)
    )


def is_old_id_number(number: str) -> bool:
    """Say whether 15 digits can be an identity number as given until 1999: a province, a county, a real day."""
    born = real_date("19" + number[6:12])
    return number[:2] in PROVINCES and number[2:4] != "00" and number[4:6] != "00" and born is not None


def is_credit_code(code: str) -> bool:
    """Say whether 18 characters are a unified social credit code (GB 32100)."""
    code = code.upper()
    if len(code) != 18 or code[0] not in "1359ANY" or any(letter not in _CREDIT_LETTERS for letter in code):
        return False
    total = sum(
        _CREDIT_LETTERS.index(letter) * weight for letter, weight in zip(code, _CREDIT_WEIGHTS, strict=False)
    )
    return _CREDIT_LETTERS[-total % 31] == code[17]


def passes_luhn(number: str) -> bool:
    """Say whether the last digit is the check digit that bank cards carry."""
    total = 0
    for at, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + at % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def is_child(born: date | None, today: str) -> bool:
    """Say whether someone born on that day is not yet fourteen; never when today is not known."""
    if not born or not today:
        return False
    now = date.fromisoformat(today)
    had_birthday = (now.month, now.day) >= (born.month, born.day)
    age = now.year - born.year - (not had_birthday)
    return born <= now + timedelta(days=1) and age < CHILDHOOD
