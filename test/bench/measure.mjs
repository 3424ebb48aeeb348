// One run of a program: wall time, peak memory (Linux; 0 elsewhere), output.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Milliseconds, peak resident MB, exit code, and what it wrote to its standard output. */
export function measure(command, args) {
  return new Promise((done, fail) => {
    const start = performance.now();
    let peak = 0;
    let output = '';
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const poll = setInterval(() => {
      try {
        const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
        if (line) peak = Math.max(peak, Number(line[1]) / 1024);
      } catch {
        // No /proc on this system, or the process has just ended.
      }
    }, 20);
    child.on('error', fail);
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('close', (code) => {
      clearInterval(poll);
      done({ milliseconds: performance.now() - start, megabytes: peak, code, output });
    });
  });
}

export const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
