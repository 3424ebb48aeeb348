import collections
import contextlib
import copy
import dataclasses
import enum
import functools
import inspect
import itertools
import operator
import types
import typing
import weakref
from abc import ABC, abstractmethod


class Color(enum.Enum):
    RED = "r"
    GREEN = "g"
    def label(self): return self.value + "!"


class Level(str, enum.Enum):
    LOW = "low"
    HIGH = "high"


class Number(enum.IntEnum):
    ONE = 1
    TWO = 2


class Planet(enum.Enum):
    EARTH = (1, 2)
    def __init__(self, mass, radius): self.mass = mass


v_enum = Color.RED.name, Color.RED.value, Color("g") is Color.GREEN, Color["RED"] is Color.RED, Color.RED.label()
v_members = [member.name for member in Color], len(list(Color))
v_mixed = Level("high") is Level.HIGH, Level.LOW == "low", Level.LOW != "high", Number.TWO.value, Color.RED == Color.GREEN
v_planet = Planet.EARTH.mass
try:
    Color("x")
except ValueError:
    v_no_member = True


@dataclasses.dataclass
class Point:
    x: int
    y: int = 2
    z: list = dataclasses.field(default_factory=list)
    def __post_init__(self): self.w = self.x


@dataclasses.dataclass(frozen=True)
class Settings:
    name: str
    kind: typing.ClassVar[int] = 3
    extra: typing.Optional[str] = None


point = Point(1)
v_dataclass = point.x, point.y, point.z, point.w, Point(1).z is not Point(2).z, Settings(name="n").extra
v_replace = dataclasses.replace(point, x=5).x, dataclasses.asdict(Settings("m"))


@functools.lru_cache(maxsize=None)
def get(): return object()


@functools.lru_cache
def get_by(n): return object()


def decorator(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs): return f(*args, **kwargs)
    return wrapper


@decorator
def named(): return 5


@functools.singledispatch
def kind(x): return "any"


@kind.register(int)
def _(x): return "int"


class Lazy:
    @functools.cached_property
    def value(self): return object()
    def double(self, n, m): return (n, m)
    single = functools.partialmethod(double, 1)


lazy = Lazy()
v_functools = get() is get(), get_by(1) is get_by(1), get_by(1) is get_by(2), functools.partial(lambda a, b: (a, b), 1)(2)
v_wraps = named.__name__, named(), named.__wrapped__()
v_more = functools.reduce(lambda a, b: a + b, [1, 2, 3]), kind(3), kind("x"), lazy.value is lazy.value, lazy.single(2)
grouped = collections.defaultdict(list)
grouped["a"].append(1)
Pair = collections.namedtuple("Pair", "x y")
pair = Pair(1, y=2)
first, second = pair


class Row(typing.NamedTuple):
    a: int
    b: str = "q"


row = Row(1)
left, right = row
v_collections = grouped, "b" in grouped, collections.OrderedDict([("x", 1)]), pair.x, pair.y, first, second, pair[1], row.b, left, right
queue = collections.deque([1, 2], maxlen=4)
queue.append(3)
queue.appendleft(0)
v_deque = list(queue), queue.popleft(), len(queue)
v_chain = collections.ChainMap({"a": 1}, {"b": 2})["b"]


@contextlib.contextmanager
def managed(log):
    log.append("in")
    yield 9
    log.append("out")


log = []
with managed(log) as inside:
    log.append(inside)
v_managed = log
v_suppressed = 0
with contextlib.suppress(ValueError):
    v_suppressed = 1
    raise ValueError
with contextlib.nullcontext(4) as given:
    v_given = given
v_itertools = list(itertools.chain([1], [2])), list(itertools.chain.from_iterable([[1], [2]])), list(itertools.product([1], [2, 3]))


async def coroutine(): return 1


v_inspect = inspect.iscoroutinefunction(coroutine), inspect.iscoroutinefunction(get), inspect.isclass(Lazy), inspect.isfunction(named)
v_copies = copy.copy([1, 2]), copy.deepcopy({"a": 1}), copy.copy(point).x, copy.copy(point) is point
namespace = types.SimpleNamespace(a=1)
v_namespace = namespace.a, hasattr(namespace, "b"), operator.attrgetter("a")(namespace), operator.itemgetter(0)([5])
v_weak = weakref.ref(lazy)() is lazy
T = typing.TypeVar("T")


class Box(typing.Generic[T]):
    def __init__(self, v): self.v = v


class IntBox(Box[int]): pass
class Numbers(typing.List[int]): pass


class Shape(typing.Protocol):
    def sides(self) -> int: ...


class Square(Shape):
    def sides(self): return 4


class Base(ABC):
    @property
    @abstractmethod
    def name(self): ...


class Child(Base):
    @property
    def name(self): return "c"


class Options(typing.TypedDict, total=False):
    a: int


Handler = typing.Callable[[int], typing.Awaitable[None]]
Text = typing.Optional[str]
v_typing = IntBox(3).v, Numbers([1]), Square().sides(), Child().name, Options(a=1), typing.cast(str, 3), typing.TYPE_CHECKING
