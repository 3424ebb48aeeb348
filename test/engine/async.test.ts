/** Context managers and what runs later than it is called. Python reference 8.5, asyncio. */
import { describe, it } from 'vitest';
import { check } from '../support/engine-run.ts';

describe('context managers', () => {
  it('enter and leave', () =>
    check(
      `
      log = []
      class C:
          def __enter__(self):
              log.append('enter')
              return 'value'
          def __exit__(self, *exc):
              log.append('exit')
      with C() as v, C():
          log.append(v)
      def f():
          with C():
              return 1
      x = f()`,
      `
      log = ['enter', 'enter', 'value', 'exit', 'exit', 'enter', 'exit']
      x = 1`,
    ));

  it('swallow what is raised', () =>
    check(
      `
      class Swallow:
          def __enter__(self): return self
          def __exit__(self, kind, value, trace):
              return kind is ValueError
      x = 0
      with Swallow():
          raise ValueError()
          x = 1
      try:
          with Swallow():
              raise KeyError()
      except KeyError:
          y = 1`,
      `
      x = 0
      y = 1
      raise 7 ValueError (6)
      raise 11 KeyError (12)`,
    ));

  it('run generators around the body', () =>
    check(
      `
      from contextlib import contextmanager
      log = []
      @contextmanager
      def managed(x):
          log.append('before')
          try:
              yield x
          except ValueError:
              log.append('handled')
          finally:
              log.append('after')
      with managed('v') as v:
          log.append(v)
      with managed(1):
          raise ValueError()`,
      `
      log = ['before', 'v', 'after', 'before', 'handled', 'after']
      raise 15 ValueError (8)`,
    ));

  it('finish the generator where the body returns', () =>
    check(
      `
      from contextlib import contextmanager
      log = []
      @contextmanager
      def managed():
          yield
          log.append('after')
      def f():
          with managed():
              return 1
      x = f()`,
      `
      log = ['after']
      x = 1`,
    ));

  it('are entered by stacks', () =>
    check(
      `
      from contextlib import ExitStack
      class C:
          def __enter__(self): return 'entered'
          def __exit__(self, *a): return None
      with ExitStack() as stack:
          v = stack.enter_context(C())`,
      `v = 'entered'`,
    ));
});

describe('asynchronous code', () => {
  it('runs at its await', () =>
    check(
      `
      import asyncio
      log = []
      async def child(x):
          log.append(x)
          return x
      async def main():
          c = child('late')
          log.append('made')
          await child('now')
          return await c
      result = asyncio.run(main())`,
      `
      log = ['made', 'now', 'late']
      result = 'late'`,
    ));

  it('does not run what is never awaited', () =>
    check(
      `
      import asyncio
      class A:
          manager = None
          async def set_manager(self, m): self.manager = m
      async def main():
          a = A()
          a.set_manager('m')
          b = A()
          await b.set_manager('m')
          return [a.manager, b.manager]
      values = asyncio.run(main())`,
      `values = [None, 'm']`,
    ));

  it('runs what gather and wait_for are given', () =>
    check(
      `
      import asyncio
      async def f(x): return x
      async def main():
          a, b = await asyncio.gather(f(1), f(2))
          c = await asyncio.wait_for(f(3), timeout=1)
          return [a, b, c]
      values = asyncio.run(main())`,
      `values = [1, 2, 3]`,
    ));

  it('may reach a timeout in wait_for', () =>
    check(
      `
      import asyncio
      async def connect(): return 'socket'
      async def main():
          try:
              return await asyncio.wait_for(connect(), 5)
          except asyncio.TimeoutError:
              return None
      value = asyncio.run(main())`,
      `value = 'socket'`,
    ));

  it('runs tasks maybe later', () =>
    check(
      `
      import asyncio
      class A:
          manager = None
      a = A()
      async def wire(): a.manager = 'm'
      async def main():
          task = asyncio.create_task(wire())
          before = a.manager
          return before
      before = asyncio.run(main())`,
      `
      before = None
      a.manager = 'm'|absent`,
    ));

  it('runs a task to its end where it is awaited', () =>
    check(
      `
      import asyncio
      class A:
          manager = None
      a = A()
      async def wire():
          a.manager = 'm'
          return 'done'
      async def main():
          task = asyncio.create_task(wire())
          result = await task
          return [result, a.manager]
      values = asyncio.run(main())`,
      `values = ['done', 'm']`,
    ));

  it('runs functions in threads', () =>
    check(
      `
      import asyncio, threading
      class A:
          manager = None
      a = A()
      def wire(m):
          a.manager = m
          return m
      async def main():
          x = await asyncio.to_thread(wire, 'm')
          y = await asyncio.get_event_loop().run_in_executor(None, wire, 'n')
          return [x, y]
      values = asyncio.run(main())
      t = threading.Thread(target=wire, args=('t',))
      t.start()
      now = a.manager`,
      `
      values = ['m', 'n']
      now = 'n'
      a.manager = 'n'|'t'`,
    ));

  it('goes through async generators and enters async context managers', () =>
    check(
      `
      import asyncio
      from contextlib import asynccontextmanager
      log = []
      async def numbers():
          yield 1
          yield 2
      @asynccontextmanager
      async def session():
          log.append('open')
          yield 's'
          log.append('close')
      class Lock:
          async def __aenter__(self): return 'locked'
          async def __aexit__(self, *exc): log.append('unlocked')
      async def main():
          async for n in numbers():
              log.append(n)
          async with session() as s, Lock() as l:
              log.append([s, l])
          return [n async for n in numbers()]
      values = asyncio.run(main())`,
      `
      log = [1, 2, 'open', ['s', 'locked'], 'unlocked', 'close']
      values = [1, 2]`,
    ));

  it('waits in task groups', () =>
    check(
      `
      import asyncio
      log = []
      async def f(x):
          log.append(x)
          return x
      async def main():
          async with asyncio.TaskGroup() as group:
              task = group.create_task(f('a'))
          return task.result()
      value = asyncio.run(main())`,
      `
      log = ['a']
      value = 'a'`,
    ));
});
