import { describe, expect, it } from 'vitest';
import { graphOf } from './graph.ts';

describe('names in a call graph', () => {
  it('names the main module by its file, functions by their owners, and makes every one a key', () => {
    const graph = graphOf('def outer():\n    def inner():\n        pass\n    return inner\n\nouter()()\n');
    expect(graph).toEqual({
      main: ['main.outer', 'main.outer.inner'],
      'main.outer': [],
      'main.outer.inner': [],
    });
  });

  it('names from the folder of the file that is run', () => {
    const graph = graphOf(
      'from pkg.util import help_me\nhelp_me()\n',
      { 'app/pkg/__init__.py': '', 'app/pkg/util.py': 'def help_me():\n    pass\n' },
      'app/start.py',
    );
    expect(graph).toEqual({ start: ['pkg.util.help_me'], pkg: [], 'pkg.util': [], 'pkg.util.help_me': [] });
  });

  it('makes no key of a folder without a file of its own', () => {
    const graph = graphOf('import pkg.util\n', { 'pkg/util.py': '' });
    expect(graph).toEqual({ main: [], 'pkg.util': [] });
  });

  it('names a function re-exported by a package by where it is defined', () => {
    const graph = graphOf('from pkg import go\ngo()\n', {
      'pkg/__init__.py': 'from .deep import go\n',
      'pkg/deep.py': 'def go():\n    pass\n',
    });
    expect(graph).toEqual({ main: ['pkg.deep.go'], pkg: [], 'pkg.deep': [], 'pkg.deep.go': [] });
  });

  it('numbers lambdas in each scope by their order', () => {
    const graph = graphOf('def call(f, g):\n    f()\n    g()\n\ncall(lambda: 1, lambda: (lambda: 2)())\n');
    expect(graph).toEqual({
      main: ['main.call'],
      'main.call': ['main.<lambda1>', 'main.<lambda2>'],
      'main.<lambda1>': [],
      'main.<lambda2>': ['main.<lambda2>.<lambda1>'],
      'main.<lambda2>.<lambda1>': [],
    });
  });

  it('names a method by the class that defines it', () => {
    const graph = graphOf(
      'class A:\n    def run(self):\n        self.step()\n    def step(self):\n        pass\n\n' +
        'class B(A):\n    def step(self):\n        pass\n\nB().run()\n',
    );
    expect(graph).toEqual({
      main: ['main.A.run'],
      'main.A.run': ['main.B.step'],
      'main.A.step': [],
      'main.B.step': [],
    });
  });

  it('names builtins and the methods of builtin types', () => {
    const graph = graphOf('print(len("a,b".split(",")))\n[].append(1)\n{}.keys()\n');
    expect(graph).toEqual({
      main: [
        '<**PyDict**>.keys',
        '<**PyList**>.append',
        '<**PyStr**>.split',
        '<builtin>.len',
        '<builtin>.print',
      ],
      '<**PyDict**>.keys': [],
      '<**PyList**>.append': [],
      '<**PyStr**>.split': [],
      '<builtin>.len': [],
      '<builtin>.print': [],
    });
  });

  it('names what cannot be seen by where it is imported from', () => {
    const graph = graphOf(
      'import ext.sub as s\nfrom ext import make as build, Client\n\ns.go()\nbuild()\nClient().send()\n',
    );
    expect(graph).toEqual({
      main: ['ext.Client', 'ext.Client.send', 'ext.make', 'ext.sub.go'],
      'ext.Client': [],
      'ext.Client.send': [],
      'ext.make': [],
      'ext.sub.go': [],
    });
  });

  it('names a modelled library as the program imports it, not by its inner modules', () => {
    const graph = graphOf(
      'import asyncio\nfrom os.path import join\n\nasync def main():\n    join("a", "b")\n\nasyncio.run(main())\n',
    );
    expect(graph).toEqual({
      main: ['asyncio.run', 'main.main'],
      'main.main': ['os.path.join'],
      'asyncio.run': [],
      'os.path.join': [],
    });
  });

  it('names a method that only an unseen base class can have by that base', () => {
    const graph = graphOf(
      'from ext import Base\n\nclass A(Base):\n    def __init__(self):\n        super().__init__()\n        self.setup()\n\n' +
        'class B(Base):\n    pass\n\nA()\nB()\n',
    );
    expect(graph).toEqual({
      main: ['ext.Base.__init__', 'main.A.__init__'],
      'main.A.__init__': ['<builtin>.super', 'ext.Base.__init__', 'ext.Base.setup'],
      '<builtin>.super': [],
      'ext.Base.__init__': [],
      'ext.Base.setup': [],
    });
  });
});
