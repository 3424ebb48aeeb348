// From an edit to its findings, through the built server as an editor has it: one edit after the other, each followed by a fetch.
// usage: node test/bench/edits.mjs FOLDER FILE [EDITS] [SORT]
//   FOLDER  workspace folder        FILE  file in it that is edited, relative to it
// Edits at random places of the file, the same in every run of this file: comments, empty lines, log lines, variables, texts, and lines that are
// taken out, each taken back again; characters that come and go, of which the next edit takes back every second one; and statements that are typed
// character by character and taken out again. Every edit counts, those that take back as well. Prints p50, p95 and p99 per sort and over all in
// milliseconds; the memory that the process holds after each sort, and the objects among it at the beginning and at the end.
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
const [folder, file, count = '200', only] = process.argv.slice(2);
if (!folder || !file) {
  process.stderr.write('usage: node test/bench/edits.mjs FOLDER FILE [EDITS] [SORT]\n');
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

const STATEMENTS = ['self.logger.info("ready")', 'started_at = time.time()', 'if not started:', 'print(f"took {1 + 2} s")'];

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

/** Sends a change and waits for the findings; gives the milliseconds. */
async function timed(change) {
  version++;
  const sent = performance.now();
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [change],
  });
  await fetchDiagnostics();
  return performance.now() - sent;
}

/** Makes edits, each taken back at once. */
async function edits(make, count) {
  const times = [];
  for (let turn = 0; turn < count / 2; turn++) {
    const made = make(turn);
    const back = { line: made.line, old: made.text, text: made.old };
    times.push(await timed(changeOf(made)), await timed(changeOf(back)));
  }
  return times;
}

function at(line, character) {
  return { line, character };
}

/** A character that comes or goes somewhere: the change, and the one that takes it back. */
function characterEdit() {
  const line = random(lines.length);
  const column = random(lines[line].length + 1);
  const typed = 'aeinorstx_().,:"=1 '[random(19)];
  const next = lines[line].at(column);
  const gone = { range: { start: at(line, column), end: at(line, column + 1) }, text: '' };
  const come = (text) => ({ range: { start: at(line, column), end: at(line, column) }, text });
  return next === undefined || random(2) === 0 ? [come(typed), gone] : [gone, come(next)];
}

/** Lines stay what they are for whoever chooses a place: what is typed is taken back in the end, the last one first. */
async function characters(count) {
  const times = [];
  const open = [];
  const back = async () => times.push(await timed(open.pop()));
  while (times.length + open.length < count) {
    if (open.length > 0 && random(2) === 0) await back();
    else {
      const [there, again] = characterEdit();
      times.push(await timed(there));
      open.push(again);
    }
  }
  while (open.length > 0) await back();
  return times;
}

/** A statement, typed on a line of its own, then taken out at once. */
async function words(count) {
  const times = [];
  for (let turn = 0; times.length < count; turn++) {
    const line = codeLine(STATEMENT);
    const typed = STATEMENTS[turn % STATEMENTS.length];
    const indent = indentOf(line);
    times.push(await timed({ range: { start: at(line, 0), end: at(line, 0) }, text: `${indent}\n` }));
    for (const [index, text] of [...typed].entries()) {
      const place = at(line, indent.length + index);
      times.push(await timed({ range: { start: place, end: place }, text }));
    }
    times.push(await timed({ range: { start: at(line, 0), end: at(line + 1, 0) }, text: '' }));
  }
  return times;
}

/** Megabytes of objects that the analyses hold, what nothing holds any more among them. */
async function objects() {
  const { text } = await connection.sendRequest('wiretrace/debugInformation');
  return /(\d+) MB of objects/.exec(text)?.[1] ?? '?';
}

function percentile(sorted, share) {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}

const cold = await fetchDiagnostics();
process.stdout.write(`first findings: ${Math.round(cold)} ms, ${memory()} MB, ${await objects()} MB of objects\n`);
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

const share = Number(count) / (Object.keys(SORTS).length + 2);
const measured = [
  ...Object.entries(SORTS).map(([sort, make]) => [sort, () => edits(make, share)]),
  ['character', () => characters(share)],
  ['word', () => words(share)],
];
for (const [sort, run] of measured) {
  if (only !== undefined && only !== sort) continue;
  const times = await run();
  print(sort, times);
  all.push(...times);
}
print('all', all);
// What nobody holds is collected once nothing has happened for a while.
const QUIET = 30_000;
const busy = memory();
await new Promise((done) => setTimeout(done, QUIET));
process.stdout.write(`memory: ${before} MB before, ${busy} MB at once and ${memory()} MB ${QUIET / 1000} s after, ${await objects()} MB of objects\n`);
await connection.sendRequest('shutdown');
await connection.sendNotification('exit');
child.on('exit', () => process.exit(0));
