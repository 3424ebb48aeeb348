"""Data classes with validation."""
from dataclasses import dataclass as _dataclass


def dataclass(_cls=None, **options): return _dataclass if _cls is None else _dataclass(_cls)
