// From an edit to its findings, through the built server as an editor has it: one edit after the other, each followed by a fetch.
// usage: node test/bench/edits.mjs FOLDER FILE [EDITS]
//   FOLDER  workspace folder        FILE  file in it that is edited, relative to it
// Edits at random places of the file, the same in every run of this file: comments, empty lines, log lines, variables, texts, and lines that are taken out.
// Each is taken back again, and both ways count. Prints p50, p95 and p99 per sort in milliseconds, and the resident memory before and after.
// Quote ratios: figures move with the machine.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)(
  'vscode-languageserver-protocol/node',
);
const [folder, file, count = '100'] = process.argv.slice(2);
if (!folder || !file) {
  process.stderr.write('usage: node test/bench/edits.mjs FOLDER FILE [EDITS]\n');
  process.exit(4);
}

const child = spawn(process.execPath, [join(ROOT, 'dist/server.cjs'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const connection = createMessageConnection(
  new StreamMessageReader(child.stdout),
  new StreamMessageWriter(child.stdin),
);
connection.onRequest(() => null);
connection.listen();

const root = pathToFileURL(resolve(folder)).toString();
const uri = pathToFileURL(resolve(folder, file)).toString();
await connection.sendRequest('initialize', {
  processId: process.pid,
  rootUri: null,
  capabilities: { textDocument: { diagnostic: { relatedInformation: true } } },
  workspaceFolders: [{ uri: root, name: 'bench' }],
});
await connection.sendNotification('initialized', {});

const text = readFileSync(resolve(folder, file), 'utf8');
const lines = text.split('\n');
let version = 1;
await connection.sendNotification('textDocument/didOpen', {
  textDocument: { uri, languageId: 'python', version, text },
});

let seed = 20;
/** A whole number below `end` (mulberry32). */
function random(end) {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % end;
}

/** The index of a line that code stands in. */
function codeLine(matching = /\S/) {
  for (;;) {
    const line = random(lines.length);
    if (matching.test(lines[line]) && !/^\s*#/.test(lines[line])) return line;
  }
}

function indentOf(line) {
  return /^\s*/.exec(lines[line])?.[0] ?? '';
}

/** A line with a statement of its own: one that is not continued by brackets, as far as its end tells. */
const STATEMENT = /^\s+\w.*[\w)]$/;

function inserted(text) {
  const line = codeLine(STATEMENT);
  return { line, old: undefined, text: `${indentOf(line)}${text}` };
}

const SORTS = {
  comment: () => inserted('# a comment'),
  blank: () => ({ line: random(lines.length), old: undefined, text: '' }),
  log: (turn) => inserted(`print("turn ${turn}")`),
  variable: (turn) => inserted(`unused_${turn} = ${turn}`),
  text: () => {
    const line = codeLine(/"[^"{}]* [^"{}]*"/);
    return { line, old: lines[line], text: lines[line].replace(/"([^"{}]*) /, '"$1 x ') };
  },
  deletion: () => {
    const line = codeLine();
    return { line, old: lines[line], text: undefined };
  },
};

function memory() {
  const [, resident = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(resident) / 1024);
}

async function fetchDiagnostics() {
  const started = performance.now();
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  return performance.now() - started;
}

function changeOf({ line, old, text: after }) {
  const start = { line, character: 0 };
  const end = { line: old === undefined ? line : line + 1, character: 0 };
  return { range: { start, end }, text: after === undefined ? '' : `${after}\n` };
}

/** Makes an edit, waits for the findings, and takes it back. */
async function edit(made) {
  const back = { line: made.line, old: made.text, text: made.old };
  const times = [];
  for (const change of [made, back]) {
    version++;
    const sent = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [changeOf(change)],
    });
    await fetchDiagnostics();
    times.push(performance.now() - sent);
  }
  return times;
}

function percentile(sorted, share) {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}

const cold = await fetchDiagnostics();
process.stdout.write(`first findings: ${Math.round(cold)} ms, ${memory()} MB\n`);
const before = memory();
const all = [];
/** At most this long without a run of startup: it takes some hundred times as long as the rest. */
const WITHOUT_RUN = 250;

function print(sort, unsorted) {
  const times = unsorted.toSorted((a, b) => a - b);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(times, share));
  const ran = times.filter((time) => time > WITHOUT_RUN).length;
  process.stdout.write(
    `${sort.padEnd(10)} p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms (${times.length} edits, ${ran} over ${WITHOUT_RUN} ms), ${memory()} MB\n`,
  );
}

for (const [sort, make] of Object.entries(SORTS)) {
  const times = [];
  const turns = Math.ceil(Number(count) / 2 / Object.keys(SORTS).length);
  for (let turn = 0; turn < turns; turn++) times.push(...(await edit(make(turn))));
  print(sort, times);
  all.push(...times);
}
print('all', all);
process.stdout.write(`memory: ${before} MB before, ${memory()} MB after\n`);
await connection.sendRequest('shutdown');
await connection.sendNotification('exit');
child.on('exit', () => process.exit(0));
