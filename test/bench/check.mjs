// Cold `wiretrace check` of an application against pyright on one of its files: whole processes, alternating, in one run.
// usage: node test/bench/check.mjs APPLICATION ENTRY FILE PYRIGHT [PAIRS]
//   APPLICATION  folder of the application          ENTRY    its entry point, relative to it
//   FILE         file that pyright checks           PYRIGHT  path of pyright's index.js (npm package `pyright`)
// Prints each figure's median and the ratio pair by pair. Quote ratios: single figures move with the machine.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const [application, entry, file, pyright, pairs = '5'] = process.argv.slice(2);
if (!application || !entry || !file || !pyright) {
  process.stderr.write('usage: node test/bench/check.mjs APPLICATION ENTRY FILE PYRIGHT [PAIRS]\n');
  process.exit(4);
}

const ours = [join(ROOT, 'dist/wiretrace.cjs'), 'check', resolve(application), '--entry', entry, '--format', 'json'];
const theirs = [resolve(pyright), '-p', resolve(application), resolve(application, file)];

/** Wall milliseconds and peak resident MB (Linux; 0 elsewhere) of one run, its output read and thrown away. */
function measure(args) {
  return new Promise((done) => {
    const start = performance.now();
    let peak = 0;
    let output = '';
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const poll = setInterval(() => {
      try {
        const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
        if (line) peak = Math.max(peak, Number(line[1]) / 1024);
      } catch {
        // No /proc on this system, or the process has just ended.
      }
    }, 20);
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('close', () => {
      clearInterval(poll);
      done({ milliseconds: performance.now() - start, megabytes: peak, output });
    });
  });
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

await measure(ours);
await measure(theirs);
const rows = [];
for (let pair = 0; pair < Number(pairs); pair++) rows.push({ ours: await measure(ours), theirs: await measure(theirs) });
const { stats } = JSON.parse(rows[0].ours.output);
process.stdout.write(`files parsed ${stats.filesParsed} of ${stats.filesSeen}, ${stats.runs} runs\n`);
for (const side of ['ours', 'theirs']) {
  const name = side === 'ours' ? 'wiretrace check' : 'pyright';
  const wall = median(rows.map((row) => row[side].milliseconds));
  const memory = median(rows.map((row) => row[side].megabytes));
  process.stdout.write(`${name}: ${Math.round(wall)} ms, ${Math.round(memory)} MB\n`);
}
const ratios = rows.map((row) => row.theirs.milliseconds / row.ours.milliseconds);
process.stdout.write(`pyright / wiretrace: ${median(ratios).toFixed(2)} (${ratios.map((r) => r.toFixed(2)).join(', ')})\n`);
