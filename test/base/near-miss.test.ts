import { fc } from '../support/properties.ts';
import { describe, expect, it } from 'vitest';
import { editDistance, isSlip, nearMiss } from '../../server/src/base/near-miss.ts';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', '', 3],
    ['abc', 'acb', 1],
    ['abc', 'abcd', 1],
    ['kitten', 'sitting', 3],
  ])('%j and %j are %i apart', (left, right, expected) => {
    expect(editDistance(left, right)).toBe(expected);
  });

  it('is symmetric, zero only for equals, and at most the longer length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (left, right) => {
        const distance = editDistance(left, right);
        expect(editDistance(right, left)).toBe(distance);
        expect(distance === 0).toBe(left === right);
        expect(distance).toBeLessThanOrEqual(Math.max(left.length, right.length));
      }),
    );
  });
});

describe('nearMiss', () => {
  const NAMES = ['set_websocket_manager', 'websocket_manager', 'events', 'agent_started'];

  it.each([
    ['setWebsocketManager', 'set_websocket_manager'],
    ['websocket_maneger', 'websocket_manager'],
    ['event', 'events'],
    ['agent_strated', 'agent_started'],
    ['set_websocket_bridge', undefined],
    ['x', undefined],
    ['events', undefined],
  ])('%s is meant to be %s', (name, expected) => {
    expect(nearMiss(name, NAMES)).toBe(expected);
  });
});

describe('isSlip', () => {
  it('is a name at most one edit away', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(name, name, (left, right) => {
        fc.pre(left !== right && Math.abs(left.length - right.length) <= 3);
        expect(isSlip(left, right)).toBe(editDistance(left, right) <= 1);
      }),
    );
  });
});
