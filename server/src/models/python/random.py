"""Random choices: any of what there is."""
from __wiretrace__ import iterate, sequence_copy, some, unknown, unknown_boolean


class Random:
    def __init__(self, x=None): pass
    def seed(self, a=None, version=2): return None
    def random(self): return some("float")
    def uniform(self, a, b): return some("float")
    def gauss(self, mu=0.0, sigma=1.0): return some("float")
    def randint(self, a, b): return some("int")
    def randrange(self, start, stop=None, step=1): return some("int")
    def getrandbits(self, k, /): return some("int")
    def choice(self, seq): return _any_of(seq)
    def choices(self, population, weights=None, *, cum_weights=None, k=1): return [_any_of(population)]
    def sample(self, population, k, *, counts=None): return sequence_copy(iterate(population))
    def shuffle(self, x): return None
    def __getattr__(self, name): return unknown("a random number")


class SystemRandom(Random): pass


def _any_of(seq):
    found = None
    for item in seq:
        if found is None or unknown_boolean("which one is chosen"):
            found = item
    return found


_inst = Random()
seed = _inst.seed
random = _inst.random
uniform = _inst.uniform
gauss = _inst.gauss
randint = _inst.randint
randrange = _inst.randrange
getrandbits = _inst.getrandbits
choice = _inst.choice
choices = _inst.choices
sample = _inst.sample
shuffle = _inst.shuffle
def __getattr__(name): return unknown("a random number")
