/**
 * What a run tells about where startup begins: the lifespan or startup handler that the server calls.
 * Must not know how entry points are found.
 */
import type { Run } from '../engine/run.ts';
import type { EnterStep, Step } from '../engine/steps.ts';
import type { Places } from './places.ts';
import type { ReportEntryPoint } from './report.ts';
import type { StartPoint } from './start-point.ts';

/** The entry point as it is reported: a lifespan that stands in the same file is where startup begins. */
export function startOfRun(start: StartPoint, run: Run, places: Places): ReportEntryPoint {
  if (start.isScript) return atServing(start, run, places);
  if (!start.entry.serve) return start.report;
  const handler = handlerOf(run);
  if (!handler) return start.report;
  const { node, name } = handler.function;
  const kind = node.body().isGenerator ? 'asgi-lifespan' : 'asgi-startup';
  const place = places.locate({ module: node.module, ...node.nameSpan });
  if (place?.file !== start.report.file) return { ...start.report, kind };
  return { kind, name, file: place.file, line: place.line };
}

/** A program is shown where it begins to serve, if that is in its own file. */
function atServing(start: StartPoint, run: Run, places: Places): ReportEntryPoint {
  const step = run.trace.steps.find(({ kind }) => kind === 'serve');
  const place = step && places.locate(step.place);
  return place?.file === start.file ? { ...start.report, line: place.line } : start.report;
}

/** A lifespan, else a startup handler. Constructors of middleware are called by the server as well; they start nothing. */
function handlerOf(run: Run): EnterStep | undefined {
  const called = run.startupSteps.filter(isCalledByServer);
  const lifespan = called.find((step) => step.function.node.body().isGenerator);
  return lifespan ?? called.find((step) => step.function.name !== run.machine.dialect.names.constructor);
}

/** Called from no code of the workspace, before anything serves. */
function isCalledByServer(step: Step): step is EnterStep {
  return (
    step.kind === 'enter' &&
    step.parent === -1 &&
    step.phase === 'startup' &&
    step.place.module.path.startsWith('<')
  );
}
