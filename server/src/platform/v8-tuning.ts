/** Tells V8 how long the program that it runs is. Must not know what the program does. */
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';

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
