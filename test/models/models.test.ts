/** The Python models as CPython sees them: they parse, import what exists, and have the parameters of the real library. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { INTRINSIC_NAMES } from '../../server/src/models/intrinsic-names.ts';
import { PYTHON_MODELS } from '../../server/src/models/python/registry.ts';

interface Description {
  readonly version: string;
  readonly orphans: readonly string[];
  readonly unparsed: readonly string[];
  readonly undocumented: readonly string[];
  readonly undefined: readonly string[];
  readonly missing: readonly string[];
  readonly builtins: readonly string[];
  readonly bases: readonly string[];
  readonly differences: readonly string[];
  readonly lines: Readonly<Record<string, number>>;
  readonly imports: Readonly<Record<string, readonly string[]>>;
}

/** Parameters that differ on purpose: the real ones changed their name between Python versions or are private. */
const ALLOWED_DIFFERENCES: readonly string[] = [
  'builtins.ord: (character) is really (c)',
  'enum.EnumType.__contains__: (value) is really (member)',
  'inspect.Signature.__init__: lacks __validate_parameters__',
  'typing.Generic.__class_getitem__: (item) is really (params)',
  'typing.Protocol.__class_getitem__: (item) is really (params)',
];

const FOLDER = fileURLToPath(new URL('../../server/src/models/python/', import.meta.url));
const SCRIPT = fileURLToPath(new URL('./describe_models.py', import.meta.url));
const described = JSON.parse(execFileSync('python3', [SCRIPT, FOLDER], { encoding: 'utf8' })) as Description;

describe('Python models', () => {
  it('are registered by file name, each with its text', () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith('.py'));
    expect([...PYTHON_MODELS.keys()].sort()).toEqual(files.map((file) => file.slice(0, -3)).sort());
    for (const file of files) {
      expect(PYTHON_MODELS.get(file.slice(0, -3))).toBe(readFileSync(FOLDER + file, 'utf8'));
    }
  });

  it('parse, say what they are, and are short', () => {
    expect(described.unparsed).toEqual([]);
    expect(described.undocumented).toEqual([]);
    expect(Object.entries(described.lines).filter(([, lines]) => lines > 400)).toEqual([]);
  });

  it('use only names that exist', () => {
    expect(described.undefined).toEqual([]);
    expect(described.missing).toEqual([]);
    expect(described.orphans).toEqual([]);
  });

  it('import only listed intrinsics', () => {
    const names = new Set(INTRINSIC_NAMES.map((intrinsic) => intrinsic.name));
    const strangers = Object.entries(described.imports).flatMap(([model, imported]) =>
      imported.filter((name) => !names.has(name)).map((name) => `${model}: ${name}`),
    );
    expect(strangers).toEqual([]);
  });

  it('define every builtin name, and exceptions with their real bases', () => {
    expect(described.builtins).toEqual([]);
    expect(described.bases).toEqual([]);
  });

  // Names of parameters change between versions of Python; the list of allowed differences holds for this one.
  it.runIf(described.version === '3.11')("have the standard library's parameters", () => {
    expect(described.differences.filter((line) => !ALLOWED_DIFFERENCES.includes(line))).toEqual([]);
  });
});

describe('Intrinsic names', () => {
  it('are listed once, each with its meaning', () => {
    const names = INTRINSIC_NAMES.map((intrinsic) => intrinsic.name);
    expect(names).toEqual([...new Set(names)]);
    expect(INTRINSIC_NAMES.filter((intrinsic) => !intrinsic.doc.startsWith('('))).toEqual([]);
  });
});
