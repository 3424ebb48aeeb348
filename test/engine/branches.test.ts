import { describe, it } from 'vitest';
import { check } from '../support/engine-run.ts';

describe('long chains of branches', () => {
  it('do not overflow where every condition is open', () => {
    const branches = Array.from({ length: 5_000 }, (_, n) => `elif x == ${n}:\n    y = ${n % 3}\n`).join('');
    const program = `import outside\nx = outside.value()\ny = None\nif x is None:\n    pass\n${branches}`;
    return check({ 'main.py': program }, `y = 0|1|2|None`);
  });
});
