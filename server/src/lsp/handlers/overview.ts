/** `wiretrace/overview`: entry points, components, findings and events of each folder, for views. */
import type { Analysis, EditorLocation, Mark } from '../../analysis/editor/analysis.ts';
import { entryPointId, findingId } from '../../analysis/editor/finding-id.ts';
import type { ReportComponent, ReportFinding, ReportPlace } from '../../analysis/report.ts';
import {
  type ComponentItem,
  type EventItem,
  type FindingItem,
  type FolderOverview,
  type Location,
  METHODS,
  type Overview,
  type OverviewParams,
} from '../../protocol/messages.ts';
import { answering } from '../handling.ts';
import { settled } from '../scheduling.ts';
import type { Folder, Session } from '../session.ts';
import { type ToClient, toClient } from '../to-protocol.ts';
import { normalUri, uriBelow } from '../uris.ts';

export function registerOverview(session: Session): void {
  session.connection.onRequest(
    METHODS.overview,
    answering<OverviewParams | null | undefined, Overview | null>(
      session,
      'overview',
      null,
      async (asked, token) => {
        const wanted = asked?.folder === undefined ? undefined : normalUri(asked.folder);
        const folders = [...session.folders].filter(([uri]) => wanted === undefined || uri === wanted);
        await Promise.all(folders.map(([, folder]) => settled(folder, token)));
        const to = toClient(session);
        return { folders: folders.map(([, folder]) => ofFolder(to, folder)), revision: session.revision };
      },
    ),
  );
}

/** Ranges of what the report gives by line, by its object: marks are made from the same ones. */
interface Places {
  readonly of: (key: object, kind: Mark['kind'], place: ReportPlace) => Location;
}

function ofFolder(to: ToClient, folder: Folder): FolderOverview {
  const { analysis } = folder;
  const base = { uri: folder.uri, name: folder.name };
  if (!analysis) {
    return {
      ...base,
      entryPoints: [],
      environments: [],
      components: [],
      findings: [],
      events: [],
      suites: [],
    };
  }
  const places = placesOf(to, folder, analysis);
  const { report, suites } = analysis;
  return {
    ...base,
    entryPoints: report.entryPoints.map((entryPoint) => ({
      id: entryPointId(entryPoint),
      name: entryPoint.name,
      kind: entryPoint.kind,
      location: places.of(entryPoint, 'entry-point', entryPoint),
    })),
    environments: report.environments,
    components: report.components.map((component) => componentItem(places, component, report.findings)),
    findings: report.findings.map((finding) => findingItem(to, folder, finding, analysis)),
    events: report.events.map(
      (event): EventItem => ({
        name: event.name,
        verdict: event.verdict,
        emitters: event.emitters.map((emitter) => ({
          location: places.of(emitter, 'emitter', emitter),
          reached: emitter.reached,
          wired: emitter.wired,
        })),
      }),
    ),
    suites: suites.map(({ command, place, file }) => ({
      command,
      location: place ? to.location(folder, place) : null,
      file: file === undefined ? null : uriBelow(folder.uri, file),
    })),
  };
}

function placesOf(to: ToClient, folder: Folder, analysis: Analysis): Places {
  const known = new Map<object, Map<Mark['kind'], EditorLocation>>();
  for (const [file, marks] of analysis.marks) {
    for (const mark of marks) {
      for (const key of keysOf(mark)) {
        const kinds = known.get(key) ?? new Map<Mark['kind'], EditorLocation>();
        kinds.set(mark.kind, { file, range: mark.range });
        known.set(key, kinds);
      }
    }
  }
  return {
    of: (key, kind, { file, line }) => {
      const start = { line: line - 1, character: 0 };
      return to.location(folder, known.get(key)?.get(kind) ?? { file, range: { start, end: start } });
    },
  };
}

function keysOf(mark: Mark): readonly object[] {
  switch (mark.kind) {
    case 'injection':
      return [mark.injection];
    case 'emitter':
      return [mark.emitter];
    case 'entry-point':
      return [mark.entryPoint];
    default:
      return [mark.component];
  }
}

function componentItem(
  places: Places,
  component: ReportComponent,
  findings: readonly ReportFinding[],
): ComponentItem {
  const { injectionPoint, injections } = component;
  return {
    name: component.component,
    kind: component.kind,
    location: places.of(component, 'component', component),
    injectionPoint: {
      name: injectionPoint.name,
      attribute: injectionPoint.attribute,
      location: places.of(component, 'injection-point', injectionPoint),
    },
    verdict: component.verdict,
    verdicts: component.verdicts,
    injections: injections.map((injection) => ({
      location: places.of(injection, 'injection', injection),
      phase: injection.phase,
      reached: injection.reached,
      guards: injection.guards,
    })),
    lostEvents: component.lostEvents,
    findings: findings.filter((finding) => finding.component === component.component).map(findingId),
  };
}

function findingItem(
  to: ToClient,
  folder: Folder,
  finding: ReportFinding,
  { diagnostics }: Analysis,
): FindingItem {
  const id = findingId(finding);
  const shown = diagnostics.get(finding.file)?.find((diagnostic) => diagnostic.id === id);
  const start = { line: finding.range.start.line - 1, character: finding.range.start.column - 1 };
  const range = shown?.range ?? { start, end: start };
  return {
    id,
    check: finding.check,
    severity: finding.severity,
    message: finding.message,
    component: finding.component,
    location: to.location(folder, { file: finding.file, range }),
    environments: finding.environments,
    steps: finding.steps.map((step, index) => {
      const at = { line: step.line - 1, character: 0 };
      const place = shown?.related[index] ?? { file: step.file, range: { start: at, end: at } };
      return {
        kind: step.kind,
        message: step.message,
        state: step.state,
        location: to.location(folder, place),
      };
    }),
  };
}
