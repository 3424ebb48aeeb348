/**
 * The dry run stands for every run: what CPython computes, for each assignment of the flags, is among the abstract values.
 * Left out on purpose: reading attributes of what may be none, where the dry run goes on only with what has the attribute.
 */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../server/src/engine/run.ts';
import { valueIn } from '../../server/src/engine/run.ts';
import type { Atom, Value } from '../../server/src/engine/values.ts';
import { NOTHING, joinAll } from '../../server/src/engine/values.ts';
import { dryRun, showValue } from '../support/engine-run.ts';
import { ATTRIBUTES, FLAGS, NAMES, randomProgram } from './random-program.ts';

const SCRIPT = `
import itertools, json, sys, types
def plain(v, depth=0):
    if v is None or isinstance(v, (bool, int, str)): return v
    if isinstance(v, list): return {"list": [plain(e, depth + 1) for e in v] if depth < 4 else None}
    if isinstance(v, dict): return {"dict": {k: plain(e, depth + 1) for k, e in v.items()} if depth < 4 else None}
    return {"object": type(v).__name__, "tag": v.tag}
request = json.load(sys.stdin)
answers = []
for program in request["programs"]:
    code = compile(program, "main.py", "exec")
    runs = []
    for flags in itertools.product([False, True], repeat=request["flags"]):
        module = types.ModuleType("flags")
        module.flag = lambda i: flags[i]
        module.key = lambda i: 'k' if flags[i] else 'l'
        sys.modules["flags"] = module
        scope = {"__name__": "main"}
        try:
            exec(code, scope)
        except Exception as error:
            runs.append(None if type(error).__name__ in ("E1", "E2", "E3") else type(error).__name__ + str(error))
            continue
        values = {name: plain(scope[name]) for name in request["names"]}
        for object, field in request["attributes"]:
            values[object + "." + field] = plain(getattr(scope[object], field)) if hasattr(scope[object], field) else {"absent": True}
        if values not in runs: runs.append(values)
    answers.append(runs)
json.dump(answers, sys.stdout)
`;

type Concrete =
  | null
  | boolean
  | number
  | string
  | { readonly list: readonly Concrete[] | null }
  | { readonly dict: Readonly<Record<string, Concrete>> | null }
  | { readonly object: string; readonly tag: string }
  | { readonly absent: true };

type Outcome = Readonly<Record<string, Concrete>> | string | null;

function stands(run: Run, value: Value, concrete: Concrete): boolean {
  return value.atoms.some((atom) => standsAtom(run, atom, concrete));
}

function standsAtom(run: Run, atom: Atom, concrete: Concrete): boolean {
  if (atom.kind === 'unknown') {
    const absent = typeof concrete === 'object' && concrete !== null && 'absent' in concrete;
    return !absent && !(atom.notNone && concrete === null) && !(atom.truthy && !concrete);
  }
  if (concrete === null) return atom.kind === 'none';
  if (typeof concrete !== 'object') return atom.kind === 'constant' && atom.value === concrete;
  if ('absent' in concrete) return atom.kind === 'absent';
  if ('object' in concrete) {
    if (atom.kind !== 'instance' || atom.class.name !== concrete.object) return false;
    return stands(run, run.heap.slot(atom.id, 'tag')?.value ?? NOTHING, concrete.tag);
  }
  const items = atom.kind === 'container' ? run.heap.items(atom.id) : undefined;
  if ('list' in concrete) return items?.kind === 'sequence' && standsList(run, items, concrete.list);
  return items?.kind === 'mapping' && standsMapping(run, items, concrete.dict);
}

type SequenceOf = Extract<ReturnType<Run['heap']['items']>, { kind: 'sequence' }>;
type MappingOf = Extract<ReturnType<Run['heap']['items']>, { kind: 'mapping' }>;

function standsList(run: Run, items: SequenceOf, list: readonly Concrete[] | null): boolean {
  if (!list) return true;
  const more = items.rest.atoms.length > 0;
  if (!more && list.length > items.known.length) return false;
  if (items.certain && list.length < items.known.length) return false;
  const any = joinAll([...items.known, items.rest]);
  return list.every((element, i) =>
    stands(run, items.certain ? (items.known[i] ?? items.rest) : any, element),
  );
}

function standsMapping(run: Run, items: MappingOf, dict: Readonly<Record<string, Concrete>> | null): boolean {
  if (!dict) return true;
  const certain = [...items.entries].filter(([, entry]) => entry.certain).map(([key]) => key);
  if (certain.some((key) => !(key.replace(/^string:/, '') in dict))) return false;
  return Object.entries(dict).every(([key, element]) => {
    const entry = items.entries.get(`string:${key}`);
    return stands(run, entry?.value ?? items.rest, element);
  });
}

function valueOf(run: Run, path: string): Value {
  const [name = '', field] = path.split('.');
  const value = valueIn(run, 'main', name) ?? NOTHING;
  if (field === undefined) return value;
  const atoms = value.atoms.flatMap((atom) => {
    const slot = 'id' in atom ? run.heap.slot(atom.id, field) : undefined;
    return slot?.value.atoms ?? [{ kind: 'absent' as const }];
  });
  return { atoms };
}

/** The values that the dry run misses, in words. */
function missed(run: Run, outcome: Outcome): readonly string[] {
  if (outcome === null) return run.failures.length > 0 ? [] : ['the failure of startup'];
  if (typeof outcome === 'string') return [`the program is wrong: ${outcome}`];
  if (!run.machine.loaded.has('main')) return ['that the program ends'];
  return Object.entries(outcome)
    .filter(([path, concrete]) => !stands(run, valueOf(run, path), concrete))
    .map(([path, c]) => `${path} is ${JSON.stringify(c)}, not ${showValue(run, valueOf(run, path))}`);
}

const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1);

describe('soundness', () => {
  const programs = SEEDS.map(randomProgram);
  const input = JSON.stringify({ programs, flags: FLAGS, names: NAMES, attributes: ATTRIBUTES });
  const outcomes = JSON.parse(
    execFileSync('python3', ['-c', SCRIPT], { input, encoding: 'utf8', maxBuffer: 1 << 28 }),
  ) as Outcome[][];

  it.each(SEEDS.map((seed, i) => [seed, i] as const))('holds for program %i', (_seed, i) => {
    const text = programs[i] ?? '';
    const run = dryRun(text);
    const found = (outcomes[i] ?? []).flatMap((outcome) => missed(run, outcome));
    expect(found.length === 0 ? '' : `${[...new Set(found)].join('\n')}\n${text}`).toBe('');
  });
});
