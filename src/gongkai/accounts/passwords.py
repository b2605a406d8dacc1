"""Temporary passwords: read from a slip of paper once, then replaced by their owner."""

import secrets

from django.contrib.auth.hashers import PBKDF2PasswordHasher, get_hasher, make_password

# Without 0/o, 1/l/i: they are read aloud and typed from paper.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def temporary_password() -> str:
    """Return three groups of four random characters, 59 bits in all."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))


def hash_temporary(password: str) -> str:
    """
    Hash a password made by ``temporary_password``.

    Slow hashing makes up for passwords that people choose; 59 random bits need little of it, and importing
    200 people would otherwise take over a minute. Django hashes it again at full strength at the first sign-in.
    """
    hasher = get_hasher()
    if isinstance(hasher, PBKDF2PasswordHasher):
        return hasher.encode(password, hasher.salt(), iterations=50_000)
    return make_password(password)
