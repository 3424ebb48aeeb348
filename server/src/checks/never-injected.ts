/** No path from an entry point hands the dependency over before serving. Must not know other root causes: it comes last. */
import type { Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import { passedOn } from '../wiring/consequence-words.ts';
import { type PassedOver, passedOverBy } from '../wiring/passed-over.ts';
import { pathOf, servingPlace, servingStep } from '../wiring/path.ts';
import { calleePlace, inWorkspace } from '../wiring/source.ts';
import type { Contract, FindingStep, Wiring } from '../wiring/types.ts';
import * as words from '../wiring/words.ts';
import type { Correction, CorrectionContext } from '../wiring/correction.ts';
import { type Match, type Problem, type Subject, type WiringCheck, pageOf } from './check.ts';
import { argumentCorrections } from './fixes/constructor-argument.ts';
import { injectionCorrections } from './fixes/insert-injection.ts';
import { argumentAt } from './sites.ts';

export const NEVER_INJECTED: WiringCheck = {
  id: 'never-injected',
  summary: 'no path from an entry point hands the dependency over before the application serves',
  severity: 'error',
  url: pageOf('never-injected'),
  finders: [{ rank: 11, find }],
  corrections,
};

function find({ wiring, held }: Problem): Match | undefined {
  const { contract, run } = wiring;
  if (held.verdict !== 'never' || (contract.point.kind === 'constructor' && isForwarded(contract, held)))
    return undefined;
  const place = markedPlace(wiring, held.object);
  if (!inWorkspace(place)) return undefined;
  const created = held.object.kind === 'instance' ? [held.object.step] : [];
  const keys = [...created, ...held.writes.map((write) => write.step), servingStep(run)];
  const lastMessage = `${contract.name} has no ${words.needOf(contract)} when the application begins to serve`;
  const following = passedOverBy(run, contract);
  const match = {
    place,
    message: words.neverInjected(contract, servingPlace(run)) + passedOn(following),
    advice: words.callBeforeServing(contract),
    keys,
    last: 'serve' as const,
    lastMessage,
  };
  if (following.length === 0) return match;
  const path = pathOf(run, keys, { place, kind: match.last, message: lastMessage });
  return { ...match, steps: [...path, ...following.slice(0, 1).flatMap((each) => stepsOf(run, each))] };
}

/** An object that gets nothing either, and the condition that keeps it from its own. */
function stepsOf(run: Run, { created, branch, call, name }: PassedOver): readonly FindingStep[] {
  const { object } = created;
  const type = object.kind === 'instance' ? object.class.name : '';
  return [
    { place: created.place, kind: 'create', message: words.created(type) },
    { place: branch.place, kind: 'branch', message: words.branched(branch, run.machine.dialect) },
    { place: call, kind: 'skip', message: `${name}() never runs` },
  ];
}

function* corrections(
  context: CorrectionContext,
  { wiring, held, evaluation }: Subject,
): Iterable<Correction> {
  const { run, contract } = wiring;
  if (!held) return;
  yield* injectionCorrections(context, { run, contract, held, evaluation });
  yield* argumentCorrections(context, run, contract, held);
}

/** Whether the creating call does pass the argument: that it is none is then the caller's decision. */
function isForwarded(contract: Contract, { object }: Problem['held']): boolean {
  return object.kind === 'instance' && argumentAt(object.site, contract.point) !== undefined;
}

/** The name that is called to create the component; the injection point of what is not created. */
function markedPlace({ contract, run }: Wiring, object: Problem['held']['object']): Place {
  if (object.kind !== 'instance') return contract.point.place;
  const { steps } = run.trace;
  const parent = steps[steps[object.step]?.parent ?? -1];
  const allocates = parent?.kind === 'enter' && parent.function.name === run.machine.dialect.names.allocate;
  return calleePlace(allocates && inWorkspace(parent.place) ? parent.place : object.site);
}
