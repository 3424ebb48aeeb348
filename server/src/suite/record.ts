/** Reads what the probe recorded: one JSON object in a line, one file per process; the end of a file may be missing. Must not know what follows from it. */

/** One line of a record, as far as it is sound; further fields depend on `kind`. */
export interface ProbeLine {
  readonly kind: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Id of the test that was running in this process; null outside of one. */
  readonly test: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface ProbeRecord {
  /** In the order of time, over all processes. */
  readonly lines: readonly ProbeLine[];
  /** What could not be read, in plain words. */
  readonly problems: readonly string[];
}

/** Never throws: a line that is no sound JSON is passed over and said once per file. */
export function readRecords(files: readonly { readonly name: string; readonly text: string }[]): ProbeRecord {
  const lines: ProbeLine[] = [];
  const problems: string[] = [];
  for (const { name, text } of files) {
    let damaged = 0;
    for (const row of text.split('\n')) {
      if (row === '') continue;
      const line = lineOf(row);
      if (line === undefined) damaged++;
      else lines.push(line);
    }
    if (damaged > 0)
      problems.push(`${damaged === 1 ? 'a line' : `${damaged} lines`} of the record ${name} cannot be read`);
  }
  return { lines: lines.toSorted((a, b) => a.time - b.time), problems };
}

function lineOf(row: string): ProbeLine | undefined {
  try {
    const value: unknown = JSON.parse(row);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const fields = value as Readonly<Record<string, unknown>>;
    const { kind, time, test } = fields;
    if (typeof kind !== 'string' || typeof time !== 'number') return undefined;
    return { kind, time: Math.round(time * 1000), test: typeof test === 'string' ? test : null, fields };
  } catch {
    return undefined;
  }
}

export function textField(line: ProbeLine, name: string): string {
  const value = line.fields[name];
  return typeof value === 'string' ? value : '';
}

export function numberField(line: ProbeLine, name: string): number {
  const value = line.fields[name];
  return typeof value === 'number' ? value : 0;
}

export function textsField(line: ProbeLine, name: string): readonly string[] {
  const value = line.fields[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** `[path, line]` pairs. */
export function stackField(line: ProbeLine): readonly (readonly [string, number])[] {
  const value = line.fields['stack'];
  if (!Array.isArray(value)) return [];
  return value.flatMap((frame: unknown) => {
    if (!Array.isArray(frame)) return [];
    const [path, row] = frame as readonly unknown[];
    return typeof path === 'string' && typeof row === 'number' ? [[path, row] as const] : [];
  });
}

/** `{ file, line }`. */
export function placeField(line: ProbeLine, name: string): readonly [string, number] {
  const value = line.fields[name];
  if (typeof value !== 'object' || value === null || !('file' in value) || !('line' in value)) return ['', 0];
  return typeof value.file === 'string' && typeof value.line === 'number'
    ? [value.file, value.line]
    : ['', 0];
}
