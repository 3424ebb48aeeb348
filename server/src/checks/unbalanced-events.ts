/** A path that emits the beginning of something and never its end. Must not know wiring. */
import type { CallExpression, FunctionNode } from '../ir/nodes.ts';
import { functionsIn } from '../wiring/classes.ts';
import { unbalancedPath, type Leaving } from '../wiring/event-balance.ts';
import type { Emitter } from '../wiring/emitters.ts';
import { endingOf, sendsByName } from '../wiring/event-names.ts';
import { factsOf } from '../wiring/facts.ts';
import { calleeOf, placeIn } from '../wiring/source.ts';
import * as words from '../wiring/event-words.ts';
import { pageOf } from './check.ts';
import type { EventCheck, EventMatch, EventProblem } from './event-check.ts';

export const UNBALANCED_EVENTS: EventCheck = {
  id: 'unbalanced-events',
  summary: 'a path emits the beginning of something and never its end',
  severity: 'warning',
  url: pageOf('unbalanced-events'),
  find,
};

function find(problem: EventProblem): readonly EventMatch[] {
  return problem.emitters.flatMap((emitter) => {
    const { site, reached } = emitter;
    const ending = reached ? endingOf(site.event, problem.names.critical) : undefined;
    if (ending === undefined || !site.function) return [];
    const node = site.function;
    const endsHere = problem.emitters.some(
      (other) => other.site.event === ending && other.site.function === node,
    );
    if (!endsHere) return [];
    const mayEnd = (call: CallExpression): boolean => maySend(problem, call, 0, new Set());
    const isRoot = isHandler(problem, node);
    const leaving = unbalancedPath({ node, start: site.call, mayEnd, isRoot });
    return leaving ? [matchOf(emitter, leaving, ending)] : [];
  });
}

function matchOf({ site }: Emitter, leaving: Leaving, ending: string): EventMatch {
  const place = placeIn(site.place.module, leaving.statement);
  return {
    place: site.name,
    message: words.unbalanced(site.event, ending, leaving, place, site.function?.name ?? ''),
    component: '',
    environments: [],
    steps: [
      { place: site.name, kind: 'emit', message: words.emits(site.event) },
      { place, kind: leaving.kind === 'raise' ? 'raise' : 'skip', message: words.leaves(leaving, ending) },
    ],
    events: [ending],
  };
}

/** Whether nobody but a library calls a function: what it raises ends there. */
function isHandler({ evaluation }: EventProblem, node: FunctionNode): boolean {
  return evaluation.runs.some((run) =>
    run.machine.requests.some(({ target }) => functionsIn(target).some((fn) => fn.node === node)),
  );
}

/** Calls of calls that are looked into. */
const MAX_DEPTH = 3;

/** Whether a call sends anything, itself or in what it calls: then it may be the end. */
function maySend(problem: EventProblem, call: CallExpression, depth: number, seen: Set<string>): boolean {
  const name = calleeOf(call)?.name;
  if (name === undefined || sendsByName(name)) return true;
  if (seen.has(name)) return false;
  seen.add(name);
  return nameSends(problem, name, depth, seen);
}

function nameSends(problem: EventProblem, name: string, depth: number, seen: Set<string>): boolean {
  return problem.evaluation.code.functionsNamed(name).some(({ node }) =>
    factsOf(node).calls.some((inner) => {
      if (sendsByName(inner.name)) return true;
      if (depth >= MAX_DEPTH || seen.has(inner.name)) return false;
      seen.add(inner.name);
      return nameSends(problem, inner.name, depth + 1, seen);
    }),
  );
}
