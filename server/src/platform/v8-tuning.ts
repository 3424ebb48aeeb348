/** Tells V8 how long the program that it runs is, and when it rests. Must not know what the program does. */
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The last major version of V8 that counts bytes of bytecode (Node 22); later ones count calls, and complain about the flag. */
const COUNTS_BYTES = 12;

/**
 * One analysis is short, and most of its code runs a few hundred times: optimised as early as V8 does it in servers, much of the time
 * goes into optimising, and into optimising again what was optimised too early. Bytes of bytecode that a function runs before.
 */
export function tuneForOneAnalysis(): void {
  // What is made in an analysis lives as long as it does: young objects that are moved often are moved in vain.
  setFlagsFromString('--semi-space-growth-factor=16');
  if (Number.parseInt(process.versions.v8, 10) <= COUNTS_BYTES)
    setFlagsFromString('--interrupt-budget=300000');
}

/** One analysis after the other: what the last ones left is collected before it has become as much again as what is needed. In percent of that. */
export function tuneForManyAnalyses(): void {
  tuneForOneAnalysis();
  setFlagsFromString('--heap-growing-percent=50');
}

/** Milliseconds without a call after which nobody is taken to wait for the next one. */
const REST = 5000;
/** How much the heap has grown since it was last collected, for another time to be worth it. */
const WORTH_COLLECTING = 1.2;

/**
 * Gives a function that is told of each call. Once none has come for a while, what the last ones left is collected: V8 waits until
 * much more has come together, which an editor's user has to find the memory for.
 */
export function collectingAtRest(): () => void {
  let timer: NodeJS.Timeout | undefined;
  let kept = 0;
  const collect = (): void => {
    if (process.memoryUsage().heapUsed < kept * WORTH_COLLECTING) return;
    collectNow();
    kept = process.memoryUsage().heapUsed;
  };
  return () => {
    if (timer) timer.refresh();
    else timer = setTimeout(collect, REST).unref();
  };
}

/** V8 shows its collector to contexts that are made after it was told to, and not to the rest of the program. */
function collectNow(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  setFlagsFromString('--no-expose-gc');
}
