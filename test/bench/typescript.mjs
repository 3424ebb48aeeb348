// Cold `wiretrace check` of a TypeScript server against `tsc --noEmit` on the same project: whole processes, alternating, in one run.
// usage: node test/bench/typescript.mjs [--project FOLDER] [--files 2000] [--reached 0.5] [--pairs 5] [--native TSGO]
//   --project  a server with a tsconfig.json, instead of the one that is made      --native  the executable of native TypeScript
//   --files    files of the project that is made                                   --reached share of its features that startup reaches
// Build first (`npm run build`). Prints each figure's median and the ratio pair by pair. Quote ratios: single figures move with the machine.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure, median } from './measure.mjs';
import { writeProject } from './typescript-project.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { values } = parseArgs({
  options: {
    project: { type: 'string' },
    files: { type: 'string', default: '2000' },
    reached: { type: 'string', default: '0.5' },
    pairs: { type: 'string', default: '5' },
    native: { type: 'string' },
  },
});

const made = values.project === undefined ? mkdtempSync(join(tmpdir(), 'wiretrace-bench-')) : undefined;
const project = made ?? resolve(values.project);
if (made) process.stdout.write(`${writeProject(made, Number(values.files), Number(values.reached), join(ROOT, 'node_modules'))} files\n`);

const tsc = ['--noEmit', '-p', join(project, 'tsconfig.json')];
const sides = {
  'wiretrace check': [process.execPath, [join(ROOT, 'dist/wiretrace.cjs'), 'check', project, '--format', 'json']],
  tsc: [process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), ...tsc]],
  ...(values.native === undefined ? {} : { 'native tsc': [resolve(values.native), tsc] }),
};

try {
  const runs = Object.fromEntries(Object.keys(sides).map((side) => [side, []]));
  for (let pair = -1; pair < Number(values.pairs); pair++)
    for (const [side, [command, args]] of Object.entries(sides)) {
      const run = await measure(command, args);
      // The first round only warms the disk cache.
      if (pair >= 0) runs[side].push(run);
    }
  print(runs);
} finally {
  if (made) rmSync(made, { recursive: true });
}

function print(runs) {
  const ours = runs['wiretrace check'];
  const { stats, findings } = JSON.parse(ours[0].output);
  process.stdout.write(`files parsed ${stats.filesParsed} of ${stats.filesSeen}, ${stats.runs} runs, ${stats.steps} steps\n`);
  process.stdout.write(`findings: ${findings.map(({ check, file }) => `${check} ${file}`).join(', ')}\n`);
  for (const [side, of] of Object.entries(runs)) {
    const wall = Math.round(median(of.map(({ milliseconds }) => milliseconds)));
    const memory = Math.round(median(of.map(({ megabytes }) => megabytes)));
    process.stdout.write(`${side}: ${wall} ms, ${memory} MB, exit code ${of[0].code}\n`);
    if (side === 'wiretrace check') continue;
    const ratios = of.map(({ milliseconds }, pair) => milliseconds / ours[pair].milliseconds);
    process.stdout.write(`${side} / wiretrace: ${median(ratios).toFixed(2)} (${ratios.map((r) => r.toFixed(2)).join(', ')})\n`);
  }
}
