"""Iterators, as lists of what they give; endless ones give what they give first."""
from __wiretrace__ import iterate, sequence_extend, some, unknown_boolean


class chain:
    def __new__(cls, *iterables): return chain.from_iterable(iterables)
    @staticmethod
    def from_iterable(iterable, /):
        result = []
        for part in iterable:
            sequence_extend(result, part)
        return result


def accumulate(iterable, func=None, *, initial=None): return [item for item in iterable]
def batched(iterable, n, *, strict=False): return [tuple(iterable)]
def combinations(iterable, r): return [tuple(iterable)]
def combinations_with_replacement(iterable, r): return [tuple(iterable)]
def permutations(iterable, r=None): return [tuple(iterable)]
def compress(data, selectors): return [item for item in data if unknown_boolean("a selector")]
def count(start=0, step=1):
    while unknown_boolean("whether it goes on"):
        yield some("int")
def cycle(iterable, /):
    while unknown_boolean("whether it goes on"):
        for item in iterable:
            yield item
def repeat(object, times=None):
    while unknown_boolean("whether it goes on"):
        yield object
def dropwhile(predicate, iterable, /): return [item for item in iterable if not predicate(item)]
def takewhile(predicate, iterable, /): return [item for item in iterable if predicate(item)]
def filterfalse(function, iterable, /): return [item for item in iterable if not (item if function is None else function(item))]
def groupby(iterable, key=None):
    items = iterate(iterable)
    if key is None:
        return [(item, items) for item in items]
    return [(key(item), items) for item in items]
def islice(iterable, *bounds): return [item for item in iterable if unknown_boolean("whether it is in the slice")]
def pairwise(iterable, /):
    items = iterate(iterable)
    return list(zip(items, items[1:]))
def product(*iterables, repeat=1):
    rows = [()]
    for iterable in iterables:
        rows = [(*row, item) for row in rows for item in iterable]
    return rows
def starmap(function, iterable, /): return [function(*items) for items in iterable]
def tee(iterable, n=2, /): return (iterate(iterable), iterate(iterable))
def zip_longest(*iterables, fillvalue=None): return list(zip(*iterables))
