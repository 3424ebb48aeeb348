import { describe, expect, it } from 'vitest';
import { openOutput } from '../../server/src/platform/terminal.ts';

function stream(isTTY: boolean) {
  const written: string[] = [];
  const listeners: ((error: NodeJS.ErrnoException) => void)[] = [];
  return {
    written,
    fail: (code: string) =>
      listeners.forEach((listener) => listener(Object.assign(new Error(code), { code }))),
    stream: {
      write: (text: string) => written.push(text),
      on: (_event: 'error', listener: (error: NodeJS.ErrnoException) => void) => listeners.push(listener),
      isTTY,
      columns: 72,
    },
  };
}

describe('openOutput', () => {
  it.each([
    [true, {}, { isTerminal: true, hasColors: true, width: 72 }],
    [true, { NO_COLOR: '1' }, { isTerminal: true, hasColors: false, width: 72 }],
    [true, { NO_COLOR: '' }, { isTerminal: true, hasColors: true, width: 72 }],
    [true, { TERM: 'dumb' }, { isTerminal: true, hasColors: false, width: 72 }],
    [false, {}, { isTerminal: false, hasColors: false, width: 0 }],
  ])('terminal %j with %j', (isTerminal, environment, expected) => {
    expect(openOutput(stream(isTerminal).stream, environment)).toMatchObject(expected);
  });

  it('stops writing when the reader has gone, and says so when the disk is full', () => {
    const { stream: out, written, fail } = stream(false);
    const output = openOutput(out, {});
    output.write('a');
    fail('EPIPE');
    output.write('b');
    expect(written).toEqual(['a']);
    expect(() => fail('ENOSPC')).toThrow('ENOSPC');
  });
});
