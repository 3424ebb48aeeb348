/** What the engine records of calls that hand over the name of an event. */
import { describe, expect, it } from 'vitest';
import type { EventRules } from '../../server/src/engine/event-rules.ts';
import { dryRun, where } from '../support/engine-run.ts';

const RULES: EventRules = {
  names: (text) => text === 'begun',
  sends: (callee) => callee === 'send',
  keys: new Set(['type', 'value']),
  mentions: (module) => module.text.includes('begun'),
};

/** `3 send begun`, with `passed on` where the caller named it. */
function emissions(program: string): readonly string[] {
  return dryRun(program, { events: RULES }).trace.steps.flatMap((step) =>
    step.kind === 'emit'
      ? [[where(step.place), step.name, ...step.events, ...(step.passedOn ? ['passed on'] : [])].join(' ')]
      : [],
  );
}

describe('an emission is recorded', () => {
  it.each([
    ['of a text', 'f("begun")', ['2 f begun']],
    ['of a variable', 'name = "begun"\nf(name)', ['3 f begun']],
    ['of a composed text', 'OTHER = "begun"\nwhat = "gun"\nf(f"be{what}")', ['4 f begun']],
    ['of a message', 'f({"type": "begun"})', ['2 f begun']],
    ['of a message under another name', 'f({"other": "begun"})', []],
    [
      'of a member that is sent',
      'from enum import Enum\nclass E(Enum):\n    A = "begun"\nsend(E.A)',
      ['5 send begun'],
    ],
    ['of a pair', 'f(("begun", 1))', ['2 f begun']],
    ['of a list of names', 'f(["begun", "ended"])', []],
    ['of what sends, whatever it is given', 'NAME = "begun"\nsend(1)', ['3 send']],
  ])('%s', (_, text, expected) => {
    expect(emissions(`from outside import f, send\n${text}\n`)).toEqual(expected);
  });

  it('where the name is given, and where it is passed on', () => {
    const program = 'from outside import send\ndef tell(name):\n    send(name)\ntell("begun")\n';
    expect(emissions(program)).toEqual(['4 tell begun', '3 send begun passed on']);
  });

  it('only once a module names an event', () => {
    expect(emissions('from outside import send\nsend("ended")\n')).toEqual([]);
  });
});
