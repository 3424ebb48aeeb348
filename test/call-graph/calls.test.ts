import { describe, expect, it } from 'vitest';
import { graphOf } from './graph.ts';

describe('calls in a call graph', () => {
  it('counts what a library calls back as called by the code that called the library', () => {
    const graph = graphOf(
      'import threading\n\ndef key(x):\n    return x\n\ndef work():\n    pass\n\n' +
        'def start():\n    sorted([1], key=key)\n    threading.Thread(target=work).start()\n\nstart()\n',
    );
    expect(graph).toEqual({
      main: ['main.start'],
      'main.key': [],
      'main.work': [],
      'main.start': [
        '<builtin>.sorted',
        'main.key',
        'main.work',
        'threading.Thread',
        'threading.Thread.start',
      ],
      '<builtin>.sorted': [],
      'threading.Thread': [],
      'threading.Thread.start': [],
    });
  });

  it('counts making an instance as a call of the constructor in method resolution order', () => {
    const graph = graphOf(
      'class A:\n    pass\n\nclass B:\n    def __init__(self):\n        pass\n\nclass C(A, B):\n    pass\n\nA()\nC()\n',
    );
    expect(graph).toEqual({ main: ['main.B.__init__'], 'main.B.__init__': [] });
  });

  it('counts raising a class as making it, where the program says how', () => {
    const graph = graphOf(
      'class Failure(Exception):\n    def __init__(self):\n        pass\n\n' +
        'def fail():\n    raise Failure\n\ndef stop():\n    raise ValueError\n\ndef end():\n    raise ValueError()\n\nfail()\nstop()\nend()\n',
    );
    expect(graph).toEqual({
      main: ['main.end', 'main.fail', 'main.stop'],
      'main.Failure.__init__': [],
      'main.fail': ['main.Failure.__init__'],
      'main.stop': [],
      'main.end': ['<builtin>.ValueError'],
      '<builtin>.ValueError': [],
    });
  });

  it('counts a decorator as called where it is written, and none of the language itself', () => {
    const graph = graphOf(
      'def traced(f):\n    def wrapper():\n        return f()\n    return wrapper\n\n' +
        'class A:\n    @staticmethod\n    def make():\n        pass\n\n@traced\ndef go():\n    A.make()\n\ngo()\n',
    );
    expect(graph).toEqual({
      main: ['main.traced', 'main.traced.wrapper'],
      'main.traced': [],
      'main.traced.wrapper': ['main.go'],
      'main.go': ['main.A.make'],
      'main.A.make': [],
    });
  });

  it('takes the body of a class for a caller of its own', () => {
    const graph = graphOf('def default():\n    pass\n\nclass A:\n    x = default()\n');
    expect(graph).toEqual({ main: [], 'main.A': ['main.default'], 'main.default': [] });
  });

  it('counts iterating as calls of the protocol, and what a generator yields as what it is', () => {
    const graph = graphOf(
      'def job():\n    pass\n\nclass Jobs:\n    def __iter__(self):\n        return self\n    def __next__(self):\n        return job\n\n' +
        'def jobs():\n    yield job\n\nfor a in Jobs():\n    pass\n\ndef run():\n    for b in jobs():\n        b()\n\nrun()\n',
    );
    expect(graph).toEqual({
      main: ['main.Jobs.__iter__', 'main.Jobs.__next__', 'main.run'],
      'main.job': [],
      'main.Jobs.__iter__': [],
      'main.Jobs.__next__': [],
      'main.jobs': [],
      'main.run': ['main.job', 'main.jobs'],
    });
  });

  it('keeps elements of containers apart by index and key', () => {
    const graph = graphOf(
      'def a():\n    pass\n\ndef b():\n    pass\n\ndef c():\n    pass\n\n' +
        'table = {"x": a, 1: b}\ntable["x"] = c\ntable["x"]()\n[a, b][1:][0]()\n',
    );
    expect(graph).toEqual({ main: ['main.b', 'main.c'], 'main.a': [], 'main.b': [], 'main.c': [] });
  });

  it('takes defaults and named arguments for what is called', () => {
    const graph = graphOf(
      'def a():\n    pass\n\ndef b():\n    pass\n\ndef run(f=a, *, g):\n    f()\n    g()\n\nrun(g=b)\n',
    );
    expect(graph).toEqual({
      main: ['main.run'],
      'main.a': [],
      'main.b': [],
      'main.run': ['main.a', 'main.b'],
    });
  });

  it('counts a getter and a remembered call like any other', () => {
    const graph = graphOf(
      'import functools\n\nclass A:\n    @property\n    def size(self):\n        return 1\n\n' +
        '@functools.cache\ndef shared():\n    return A()\n\ndef use():\n    return shared().size\n\nshared()\nuse()\n',
    );
    expect(graph).toEqual({
      main: ['functools.cache', 'main.shared', 'main.use'],
      'main.A.size': [],
      'main.shared': [],
      'main.use': ['main.A.size', 'main.shared'],
      'functools.cache': [],
    });
  });

  it('follows super() in a metaclass to what makes instances', () => {
    const graph = graphOf(
      'class Meta(type):\n    def __call__(cls):\n        return super().__call__()\n\n' +
        'class A(metaclass=Meta):\n    def __init__(self):\n        pass\n\nA()\n',
    );
    expect(graph).toEqual({
      main: ['main.Meta.__call__'],
      'main.Meta.__call__': ['<builtin>.super', 'main.A.__init__'],
      'main.A.__init__': [],
      '<builtin>.super': [],
    });
  });
});
