/** A machine to try things on after a run: it knows what the run's knows, and nothing in the run changes. Must not know what is tried. */
import type { Machine } from './machine.ts';
import { newRepetition } from './memories.ts';
import type { Run } from './run.ts';
import { emptyTrace } from './trace.ts';

/** @param work operations that one try may take. */
export function scratchMachine({ machine, trace }: Run, work: number): Machine {
  return {
    ...machine,
    trace: { ...emptyTrace(), steps: trace.steps.slice() },
    limits: { ...machine.limits, work, backgroundWork: work / 4 },
    loaded: new Map(machine.loaded),
    pendingImports: new Map([...machine.pendingImports].map(([id, names]) => [id, new Map(names)])),
    pendingModules: new Set(machine.pendingModules),
    externals: new Set(machine.externals),
    snapshots: new Map(machine.snapshots),
    visits: undefined,
    startup: [],
    later: [],
    requests: [],
    jobs: [],
    applications: machine.applications.slice(),
    rejections: new Map(machine.rejections),
    sharedResults: new Map(machine.sharedResults),
    interned: new Map(machine.interned),
    coroutineSteps: new Map(),
    lazyVisits: new Map(),
    activations: new Map(),
    repetition: newRepetition(),
    emissions: machine.emissions && { ...machine.emissions, active: true },
    phase: 'request',
  };
}
