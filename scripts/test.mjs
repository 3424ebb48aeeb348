// `npm test [-- VITEST ARGUMENTS]`: sets up what is missing, runs every stage, and says at the end which ones failed.
import { join } from 'node:path';
import { packageProgram, ROOT, runNode } from './lib/project.mjs';
import { ensurePackages, ensurePython } from './lib/setup.mjs';

const vitestArguments = process.argv.slice(2);
const script = (name, ...args) => runNode([join(ROOT, 'scripts', name), ...args]);

/** Nothing else can run without these. */
const SETUP = [
  { name: 'install', run: () => ensurePackages((text) => console.log(text)) },
  { name: 'python environment', run: ensurePython },
];

const STAGES = [
  { name: 'typecheck', run: () => runNode([packageProgram('typescript/bin/tsc'), '-b']) },
  { name: 'lint', run: () => runNode([packageProgram('eslint/bin/eslint.js'), '.']) },
  { name: 'format', run: () => runNode([packageProgram('@biomejs/biome/bin/biome'), 'format', '.']) },
  { name: 'generated files', run: () => script('generate.mjs', '--check') },
  { name: 'build', run: () => script('build.mjs') },
  { name: 'tests', run: () => runNode([packageProgram('vitest/vitest.mjs'), 'run', ...vitestArguments]) },
  // Whoever names tests wants those.
  ...(vitestArguments.length === 0 ? [{ name: 'VS Code', run: () => script('test-vscode.mjs') }] : []),
];

process.exit(main());

function main() {
  const results = [];
  for (const stage of SETUP) {
    results.push(timed(stage));
    if (results.at(-1).code !== 0) return summarize(results);
  }
  for (const stage of STAGES) results.push(timed(stage));
  return summarize(results);
}

function timed(stage) {
  console.log(`\n== ${stage.name}`);
  const start = performance.now();
  const code = stage.run();
  return { name: stage.name, code, seconds: (performance.now() - start) / 1000 };
}

function summarize(results) {
  console.log('\n== summary');
  for (const { name, code, seconds } of results) {
    const state = code === 0 ? 'passed' : `FAILED (exit ${code})`;
    console.log(`${name.padEnd(20)} ${state.padEnd(18)} ${seconds.toFixed(1)} s`);
  }
  const failed = results.filter((result) => result.code !== 0).map((result) => result.name);
  console.log(failed.length === 0 ? '\nall stages passed' : `\nfailed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}
