"""Gongkai (公开): software that lets a Chinese county government show its work."""

__version__ = "0.1.0"
