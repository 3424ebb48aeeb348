/** The way from the entry point to a place, as the steps of a finding. Must not know which check asks. */
import type { Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { Step } from '../engine/steps.ts';
import type { Block, YieldExpression } from '../ir/nodes.ts';
import { eachExpression } from '../ir/outline.ts';
import { inWorkspace, placeIn } from './source.ts';
import type { FindingStep, FindingStepKind } from './types.ts';
import * as words from './words.ts';

/** More steps than this are not shown: those in the middle are left out. */
const MAX_STEPS = 12;

/** What is marked at the end of the way. */
export interface LastStep {
  readonly place: Place;
  readonly kind: FindingStepKind;
  readonly message: string;
}

/** The calls that lead to the last of the key steps, the key steps themselves in order, and the marked place. */
export function pathOf(run: Run, keys: readonly number[], last: LastStep): readonly FindingStep[] {
  const { steps } = run.trace;
  const ids = new Set(keys.filter((id) => steps[id] !== undefined));
  const end = Math.max(-1, ...ids);
  for (let id = steps[end]?.parent ?? -1; id >= 0; id = steps[id]?.parent ?? -1) ids.add(id);
  const shown = [...ids].sort((a, b) => a - b).flatMap((id) => wordStep(run, steps[id]));
  const final: FindingStep = { place: last.place, kind: last.kind, message: last.message };
  const unique = shown.filter(
    (step, index) => shown.findIndex((other) => same(other, step)) === index && !covers(last.place, step),
  );
  return shortened([...unique, final]);
}

function same(a: FindingStep, b: FindingStep): boolean {
  return a.place.module === b.place.module && a.place.start === b.place.start && a.message === b.message;
}

function covers(place: Place, step: FindingStep): boolean {
  return step.kind === 'inject' && step.place.module === place.module && step.place.start === place.start;
}

function shortened(steps: readonly FindingStep[]): readonly FindingStep[] {
  if (steps.length <= MAX_STEPS) return steps;
  return [...steps.slice(0, 2), ...steps.slice(steps.length - (MAX_STEPS - 2))];
}

function wordStep(run: Run, step: Step | undefined): readonly FindingStep[] {
  if (!step) return [];
  const { dialect } = run.machine;
  const { none } = dialect.words;
  switch (step.kind) {
    case 'enter': {
      const { node, name } = step.function;
      const place = inWorkspace(step.place) ? step.place : placeIn(node.module, node.nameSpan);
      return [{ place, kind: 'enter', message: words.entered(name) }];
    }
    case 'import':
      return inWorkspace(step.place) && step.place.start !== step.place.end
        ? [{ place: step.place, kind: 'enter', message: words.loaded(step.module.name) }]
        : step.module.node
          ? [
              {
                place: placeIn(step.module.node, { start: 0, end: 0 }),
                kind: 'enter',
                message: words.loaded(step.module.name),
              },
            ]
          : [];
    case 'branch':
      return [{ place: step.place, kind: 'branch', message: words.branched(step, dialect) }];
    case 'create':
      return step.object.kind === 'instance'
        ? [{ place: step.place, kind: 'create', message: words.created(step.object.class.name) }]
        : [];
    case 'write':
      return [
        {
          place: step.place,
          kind: 'write',
          message: words.written(step, none),
          state: words.stateAfter(step, none),
        },
      ];
    case 'raise':
      return [{ place: step.place, kind: 'raise', message: words.raised(step.cause, dialect) }];
    case 'serve': {
      const place = servingPlace(run);
      return place ? [{ place, kind: 'serve', message: words.SERVES }] : [];
    }
    case 'root':
      return [{ place: step.place, kind: 'enter', message: words.ROOTS[step.sort] ?? words.ANY_ROOT }];
    case 'absent':
      return inWorkspace(step.place)
        ? [{ place: step.place, kind: 'branch', message: words.absent(step, dialect) }]
        : [];
    case 'emit':
    case 'coroutine':
    case 'start':
      return [];
  }
}

/** Where the application begins to serve: the call that serves, else where the startup generator hands over. */
export function servingPlace(run: Run): Place | undefined {
  const serve = run.startupSteps.find((step) => step.kind === 'serve');
  if (serve && inWorkspace(serve.place)) return serve.place;
  for (const step of run.startupSteps) {
    if (step.kind !== 'enter' || inWorkspace(step.place) || step.phase !== 'startup') continue;
    const { node } = step.function;
    const body = node.body();
    const found = body.isGenerator ? firstYield(body.block) : undefined;
    if (found) return placeIn(node.module, found);
  }
  return undefined;
}

function firstYield(block: Block): YieldExpression | undefined {
  let found: YieldExpression | undefined;
  eachExpression(block, (e) => {
    if (e.kind === 'yield') found ??= e;
  });
  return found;
}

/** The step of the serving point; -1 where there is none. */
export function servingStep(run: Run): number {
  return run.startupSteps.find((step) => step.kind === 'serve')?.id ?? -1;
}
