// From an edit to its findings, through the built server as an editor has it: one edit after the other, each followed by a fetch.
// usage: node test/bench/edits.mjs FOLDER FILE [EDITS]
//   FOLDER  workspace folder        FILE  file in it that is edited, relative to it
// Three sorts of edits in turn: a line of comment, a statement in the function that is entered (a log line), one character of a name.
// Prints p50, p95 and p99 per sort in milliseconds, and the resident memory before and after. Quote ratios: figures move with the machine.
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

/** The index of a line of a function's body in the middle of the file that may get a statement before it. */
const body = lines.findIndex((line, index) => index > lines.length / 2 && /^ +(?:self\.)?\w+\(.*\)$/.test(line));
const indent = /^ */.exec(lines[body] ?? '')?.[0] ?? '';

const SORTS = {
  comment: (turn) => ({ line: 0, text: `# comment ${turn}` }),
  blank: () => ({ line: Math.max(0, body), text: '' }),
  statement: (turn) => ({ line: Math.max(0, body), text: `${indent}print("turn ${turn}")` }),
  name: (turn) => ({ line: lines.length, text: `unused_name_${turn} = None` }),
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

/** Puts a line in, waits for the findings, and takes it out again. */
async function edit({ line, text: inserted }) {
  const place = { line, character: 0 };
  const put = { range: { start: place, end: place }, text: `${inserted}\n` };
  const taken = { range: { start: place, end: { line: line + 1, character: 0 } }, text: '' };
  const times = [];
  for (const change of [put, taken]) {
    version++;
    const sent = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
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
for (const make of Object.values(SORTS)) for (let turn = 0; turn < Math.min(3, Number(count) / 2); turn++) await edit(make(turn));
const before = memory();
for (const [sort, make] of Object.entries(SORTS)) {
  const times = [];
  for (let turn = 0; turn < Number(count) / 2; turn++) times.push(...(await edit(make(turn))));
  times.sort((a, b) => a - b);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(times, share));
  process.stdout.write(`${sort.padEnd(10)} p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms (${times.length} edits), ${memory()} MB\n`);
}
process.stdout.write(`memory: ${before} MB before, ${memory()} MB after\n`);
await connection.sendRequest('shutdown');
await connection.sendNotification('exit');
child.on('exit', () => process.exit(0));
