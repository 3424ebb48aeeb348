"""attrs is attr under its newer name."""
from _external import external
from attr import Factory, NOTHING, asdict, define, evolve, field, fields, frozen, has, mutable


def __getattr__(name): return external("attrs." + name)
