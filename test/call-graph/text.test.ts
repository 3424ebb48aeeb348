import { describe, expect, it } from 'vitest';
import { graphOf } from './graph.ts';

describe('a call graph of the whole text', () => {
  it('enters functions and methods that nothing calls', () => {
    const graph = graphOf(
      'def help_me():\n    pass\n\ndef unused(callback):\n    callback()\n    help_me()\n\n' +
        'class A:\n    def __init__(self, size):\n        self.size = size\n    def unused(self, other):\n        self.used()\n    def used(self):\n        pass\n',
    );
    expect(graph).toEqual({
      main: [],
      'main.help_me': [],
      'main.unused': ['main.help_me'],
      'main.A.__init__': [],
      'main.A.unused': ['main.A.used'],
      'main.A.used': [],
    });
  });

  it('enters what is made inside a function that nothing calls', () => {
    const graph = graphOf('def outer():\n    def inner():\n        print()\n');
    expect(graph).toEqual({
      main: [],
      'main.outer': [],
      'main.outer.inner': ['<builtin>.print'],
      '<builtin>.print': [],
    });
  });

  it('runs the main program as one', () => {
    const graph = graphOf('def go():\n    pass\n\nif __name__ == "__main__":\n    go()\n');
    expect(graph).toEqual({ main: ['main.go'], 'main.go': [] });
  });

  it('looks at branches, loops and handlers that this run does not take', () => {
    const graph = graphOf(
      'DEBUG = False\n' +
        ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `def ${name}(): pass\n`).join('') +
        'if DEBUG:\n    a()\nfor x in []:\n    b()\nwhile DEBUG:\n    c()\n' +
        'try:\n    pass\nexcept ValueError as error:\n    d()\nDEBUG and e()\nx = 1 if not DEBUG else f()\n',
    );
    expect(graph).toEqual({
      main: ['main.a', 'main.b', 'main.c', 'main.d', 'main.e', 'main.f'],
      'main.a': [],
      'main.b': [],
      'main.c': [],
      'main.d': [],
      'main.e': [],
      'main.f': [],
    });
  });

  it('looks at what follows a branch that ends, at other branches and at elements of nothing', () => {
    const graph = graphOf(
      ['a', 'b', 'c', 'd'].map((name) => `def ${name}(x=0): pass\n`).join('') +
        'def run(x):\n    if not x:\n        return\n    a()\n\nrun(0)\n' +
        'if True:\n    pass\nelif b():\n    c()\n[d(x) for x in []]\n',
    );
    expect(graph).toEqual({
      main: ['main.b', 'main.c', 'main.d', 'main.run'],
      'main.a': [],
      'main.b': [],
      'main.c': [],
      'main.d': [],
      'main.run': ['main.a'],
    });
  });

  it('enters a method that nothing calls on the instance that the program makes, with what others store', () => {
    const graph = graphOf(
      'def job(): pass\n\nclass A:\n    def __init__(self, other):\n        self.other = other\n        self.jobs = []\n' +
        '    def flush(self):\n        for one in self.jobs:\n            one()\n' +
        '    def on_event(self):\n        self.other()\n        self.jobs.append(job)\n\na = A(job)\na.flush()\n',
    );
    expect(graph).toEqual({
      main: ['main.A.__init__', 'main.A.flush'],
      'main.job': [],
      'main.A.__init__': [],
      'main.A.flush': ['main.job'],
      'main.A.on_event': ['<**PyList**>.append', 'main.job'],
      '<**PyList**>.append': [],
    });
  });

  it('keeps nothing of what a branch does that this run does not take', () => {
    const graph = graphOf('def a(): pass\ndef b(): pass\nf = a\nif not f:\n    f = b\nf()\n');
    expect(graph).toEqual({ main: ['main.a'], 'main.a': [], 'main.b': [] });
  });

  it('goes on after missing names and attributes, failing calls, misfitting arguments and raises', () => {
    const graph = graphOf(
      'def a(one): pass\ndef b(): pass\ndef fail():\n    raise ValueError\n' +
        'missing(a())\nb.nothing.at_all()\nfail()\nNone()\n{}["k"]()\nx = [1][7]\nraise KeyError\nb()\n',
    );
    expect(graph).toEqual({
      main: ['main.a', 'main.b', 'main.fail'],
      'main.a': [],
      'main.b': [],
      'main.fail': [],
    });
  });

  it('does not go on after a raise inside a function', () => {
    const graph = graphOf('def a(): pass\ndef f():\n    raise ValueError\n    a()\n\nf()\n');
    expect(graph).toEqual({ main: ['main.f'], 'main.a': [], 'main.f': [] });
  });

  it('follows imports of a branch that this run does not take', () => {
    const graph = graphOf(
      'try:\n    import json\nexcept ImportError:\n    from own import load\n    load()\n',
      {
        'own.py': 'def load():\n    helper()\n\ndef helper():\n    pass\n',
      },
    );
    expect(graph).toEqual({ main: ['own.load'], own: [], 'own.load': ['own.helper'], 'own.helper': [] });
  });

  it('ends on calls in a circle', () => {
    const graph = graphOf('def a(n):\n    b(n)\n\ndef b(n):\n    a(n)\n    b(n)\n\na(3)\n');
    expect(graph).toEqual({ main: ['main.a'], 'main.a': ['main.b'], 'main.b': ['main.a', 'main.b'] });
  });

  it('gives the keys and calls in alphabetical order', () => {
    const graph = graphOf('def b(): pass\ndef a(): pass\nb()\na()\n');
    expect(Object.keys(graph)).toEqual(['main', 'main.a', 'main.b']);
    expect(graph.main).toEqual(['main.a', 'main.b']);
  });

  it('reads a broken file as far as it goes', () => {
    const graph = graphOf('def a(): pass\na()\ndef (\n');
    expect(graph).toEqual({ main: ['main.a'], 'main.a': [] });
  });
});
