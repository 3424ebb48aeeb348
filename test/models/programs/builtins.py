v_len = len([1, 2, 3])
v_max = max(1, 5, 3), max([2, 4]), min([3, 1]), max([], default=7)
v_split = "x,y".split(","), " a  b ".split(), " x ".strip()
v_map = list(map(str.upper, ["a", "b"])), list(filter(None, [0, 1])), list(filter(lambda v: v > 1, [1, 2]))
v_range = [x for x in range(3)], list(range(1, 4)), list(range(4, 0, -2))
v_dict = dict(a=1, b=2), dict([("x", 1)]), dict({"y": 2}, z=3)
v_zip = list(zip([1, 2], ["a", "b"])), list(zip([1, 2], "a"))
v_enumerate = list(enumerate(["a", "b"])), list(enumerate(["c"], start=3))
v_any = any([0, 1]), any([]), all([1, 0]), all([])
v_types = isinstance({}, dict), isinstance([], (list, tuple)), isinstance("", str), isinstance(True, int), isinstance(1, str)
v_attributes = getattr(object(), "nope", 7), hasattr(object(), "nope"), hasattr("", "upper")
v_numbers = int("42") + 1, str(42), round(2.6), abs(-3), sum([1, 2], 3), float("1.5")
v_truth = bool([]), bool([1]), bool(""), bool(None)
mapping = {"a": 1, "b": 2}
v_pop = mapping.pop("a"), mapping.pop("zz", 9), mapping.get("b"), mapping.get("q"), mapping.setdefault("n", 4)
v_left = mapping
v_items = list(mapping.items()), list(mapping.keys()), list(mapping.values())
items = [1, 2]
items.append(3)
items.extend([4])
items.insert(0, 0)
items.remove(2)
v_list = items, items.pop(), items
v_next = next(iter([4, 5])), next((x for x in [1, 2] if x > 1), None), next(iter([]), 6)
v_reversed = list(reversed([1, 2]))
v_sets = {1, 2} | {3}, set([1, 2]), frozenset([1]), {1, 2}.difference({1}), {1, 2}.intersection({2})
v_text = " ".join(["a", "b"]), "ab".replace("b", "c"), "Ab".lower(), "ab".startswith("a"), "ab".endswith(("x", "b")), "a.b".rpartition(".")
try:
    raise KeyError("x")
except LookupError as error:
    v_error = error.args
try:
    raise FileNotFoundError("f")
except OSError:
    v_os_error = True


class Singleton:
    only = None
    def __new__(cls, *args):
        if cls.only is None:
            cls.only = super().__new__(cls)
        return cls.only


class Named(dict):
    def __init__(self, n):
        super().__init__()
        self["k"] = n


class Both(list):
    def __init__(self):
        super().__init__([1])
        self.extra = 2


class C:
    @property
    def p(self): return self._p
    @p.setter
    def p(self, value): self._p = value + 1
    @staticmethod
    def s(x): return x
    @classmethod
    def make(cls): return cls.__name__


c = C()
c.p = 3
setattr(c, "q", 5)
v_class = c.p, C.s(4), C.make(), vars(c), type(c) is C, callable(C), issubclass(bool, int)
v_singleton = Singleton() is Singleton()
v_containers = Named(4), Both(), Both().extra
Dynamic = type("Dynamic", (C,), {"q": 1})
v_dynamic = Dynamic().q, Dynamic.__name__, isinstance(Dynamic(), C)
