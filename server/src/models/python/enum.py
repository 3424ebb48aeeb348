"""Enumerations: the engine makes the members, the class of enumeration classes finds them."""
from __wiretrace__ import attributes_of, is_callable, is_instance, kind_of, make_enumeration, mapping_values, set_attribute, some, unknown

_count = [0]


def _member_of(cls, value, *args, **kwargs):
    """What calling an enumeration gives: the member with that value."""
    for member in _members(cls):
        if member is value or member.value == value:
            return member
    return cls._missing_(value)


class EnumType(type):
    def __call__(cls, value, *args, **kwargs):
        if (args or kwargs) and not _members(cls):
            return unknown("an enumeration that a call makes")
        return _member_of(cls, value)
    def __iter__(cls): return (member for member in _members(cls))
    def __reversed__(cls): return reversed(_members(cls))
    def __len__(cls): return len(_members(cls))
    def __contains__(cls, value): return any([member is value or member.value == value for member in _members(cls)])
    def __getitem__(cls, name):
        for member in _members(cls):
            if member.name == name:
                return member
        raise KeyError(name)
    @property
    def __members__(cls): return {member.name: member for member in _members(cls)}


EnumMeta = EnumType


def _members(cls):
    return [member for member in mapping_values(attributes_of(cls)) if kind_of(member) == "other" and not is_callable(member) and is_instance(member, cls)]


class Enum(metaclass=EnumType):
    def __init_subclass__(cls, **kwargs):
        make_enumeration(cls)
        if "__init__" in attributes_of(cls):
            for member in _members(cls):
                cls.__init__(member, *(member.value if isinstance(member.value, tuple) else (member.value,)))
        set_attribute(cls, "__new__", _member_of)
    def __eq__(self, value, /):
        if self is value:
            return True
        return isinstance(self, (str, int)) and isinstance(value, (str, int, float)) and self.value == getattr(value, "value", value)
    @classmethod
    def _missing_(cls, value): raise ValueError(value)
    @staticmethod
    def _generate_next_value_(name, start, count, last_values): return count + 1


class ReprEnum(Enum): pass
class IntEnum(int, ReprEnum): pass
class StrEnum(str, ReprEnum): pass


class Flag(Enum):
    @classmethod
    def _missing_(cls, value): return unknown("a combination of flags")
    def __or__(self, other): return self
    def __and__(self, other): return self
    def __xor__(self, other): return self
    def __invert__(self): return self
    def __contains__(self, other): return some("bool")


class IntFlag(int, Flag): pass


def auto(value=None):
    _count[0] = _count[0] + 1
    return _count[0]
def unique(enumeration): return enumeration
def verify(*checks): return unique
def member(value): return value
def nonmember(value): return value
def global_enum(cls, update_str=False): return cls
property = property
CONTINUOUS = "CONTINUOUS"
NAMED_FLAGS = "NAMED_FLAGS"
UNIQUE = "UNIQUE"
STRICT = "STRICT"
CONFORM = "CONFORM"
EJECT = "EJECT"
KEEP = "KEEP"
