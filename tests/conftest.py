"""Tests of the whole know the same people and offices as the tests beside the code."""

from gongkai.conftest import *  # noqa: F403
