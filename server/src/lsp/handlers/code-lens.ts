/** `textDocument/codeLens`: trace at entry points, who injects at setters, run at suites. What a lens says is told when it is shown. */
import type { CodeLens, CodeLensParams, Command } from 'vscode-languageserver/node';
import type { EditorRange } from '../../analysis/editor/analysis.ts';
import type { ReportComponent } from '../../analysis/report.ts';
import {
  CLIENT_COMMANDS,
  type LocationsArguments,
  type SuiteArguments,
  type TraceArguments,
} from '../../protocol/commands.ts';
import { readConfiguration } from '../../config/read-configuration.ts';
import { suiteOf } from '../../suite/discover.ts';
import { criticalEvents } from '../../suite/events.ts';
import { answering } from '../handling.ts';
import { verdictWords } from '../markdown.ts';
import { isRecord } from '../parameters.ts';
import { settled } from '../scheduling.ts';
import { type Folder, locate, type Session } from '../session.ts';
import { toClient } from '../to-protocol.ts';
import { injectionsOf } from './definition.ts';

/** What a lens is about, until it is resolved. */
type LensData =
  | { readonly kind: 'trace'; readonly uri: string; readonly id: string }
  | { readonly kind: 'injections'; readonly uri: string; readonly component: string; readonly point: string }
  | { readonly kind: 'suite'; readonly uri: string; readonly command: string; readonly suite?: string };

const START: EditorRange = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function registerCodeLens(session: Session): void {
  session.connection.onCodeLens(
    answering<CodeLensParams, CodeLens[] | null>(
      session,
      'code lens',
      null,
      async ({ textDocument: { uri } }, token) => {
        const located = locate(session, uri);
        if (!located || located.folder.settings.codeLens?.enabled === false) return null;
        await settled(located.folder, token);
        const to = toClient(session);
        return lensesOf(session, located.folder, located.path, uri).map(({ range, data }) => ({
          range: to.range(uri, range),
          data,
        }));
      },
    ),
  );
  session.connection.onCodeLensResolve((lens, token) =>
    answering<CodeLens, CodeLens>(session, 'code lens resolve', lens, (asked) => ({
      ...asked,
      command: commandOf(session, asked) ?? { title: '', command: '' },
    }))(lens, token),
  );
}

interface Lens {
  readonly range: EditorRange;
  readonly data: LensData;
}

function lensesOf(session: Session, folder: Folder, path: string, uri: string): readonly Lens[] {
  const { commands } = session.client;
  const marks = folder.analysis?.marks.get(path) ?? [];
  const lenses = marks.flatMap((mark): readonly Lens[] => {
    if (mark.kind === 'entry-point' && commands.has(CLIENT_COMMANDS.traceStartup))
      return [{ range: mark.range, data: { kind: 'trace', uri, id: mark.id } }];
    if (mark.kind !== 'injection-point' || mark.component.verdict === 'unused') return [];
    if (!commands.has(CLIENT_COMMANDS.showInjections)) return [];
    const { component, injectionPoint } = mark.component;
    return [{ range: mark.range, data: { kind: 'injections', uri, component, point: injectionPoint.name } }];
  });
  return [...suiteLenses(session, folder, path, uri), ...lenses];
}

/** Nothing is run before a person trusts the workspace. */
function suiteLenses(session: Session, folder: Folder, path: string, uri: string): readonly Lens[] {
  if (!session.isTrusted || !session.client.commands.has(CLIENT_COMMANDS.runEventSuite)) return [];
  const declared = (folder.analysis?.suites ?? []).flatMap(({ command, place, file }): readonly Lens[] => {
    const data: LensData = { kind: 'suite', uri, command };
    if (file === path) return [{ range: START, data }];
    return place?.file === path ? [{ range: place.range, data }] : [];
  });
  return declared.length > 0 ? declared : foundSuite(session, folder, path, uri);
}

/** A test file that names a critical event is a suite by itself. */
function foundSuite(session: Session, folder: Folder, path: string, uri: string): readonly Lens[] {
  const files = session.host.suites?.open(folder.root);
  if (!files) return [];
  const { configuration } = readConfiguration(files);
  const suite = suiteOf(files, configuration, criticalEvents(configuration, folder.analysis?.report), path);
  return suite
    ? [{ range: START, data: { kind: 'suite', uri, command: suite.command, suite: suite.id } }]
    : [];
}

/** `undefined` where what the lens was about is gone. */
function commandOf(session: Session, { data, range }: CodeLens): Command | undefined {
  const known = lensData(data);
  const folder = known && locate(session, known.uri)?.folder;
  if (!known || !folder) return undefined;
  switch (known.kind) {
    case 'trace': {
      const count = folder.analysis?.report.environments.length ?? 0;
      const scope = count > 1 ? ` (${count} environments)` : '';
      const argument: TraceArguments = { uri: known.uri, entryPoint: known.id };
      return command(`Trace startup${scope}`, CLIENT_COMMANDS.traceStartup, argument);
    }
    case 'suite': {
      const { command: line, suite } = known;
      const which = suite === undefined ? {} : { suite };
      const argument: SuiteArguments = { folder: folder.uri, command: line, ...which };
      return command(suiteTitle(folder, line, suite), CLIENT_COMMANDS.runEventSuite, argument);
    }
    case 'injections': {
      const component = componentOf(folder, known.component, known.point);
      if (!component) return undefined;
      const to = toClient(session);
      const locations = injectionsOf(folder, component).map((place) => to.location(folder, place));
      const argument: LocationsArguments = { uri: known.uri, position: range.start, locations };
      return command(injectionsTitle(component), CLIENT_COMMANDS.showInjections, argument);
    }
  }
}

/** `Run event suite · 5/5 observed in staging` */
function suiteTitle({ lastRun }: Folder, line: string, id: string | undefined): string {
  const isThis = id === undefined ? lastRun?.suite.command === line : lastRun?.suite.id === id;
  if (lastRun === undefined || !isThis) return 'Run event suite';
  const observed = lastRun.events.filter((event) => event.observed).length;
  const where = lastRun.environment === '' ? '' : ` in ${lastRun.environment}`;
  return `Run event suite · ${observed}/${lastRun.events.length} observed${where}`;
}

function command(title: string, name: string, argument: object): Command {
  return { title, command: name, arguments: [argument] };
}

function componentOf({ analysis }: Folder, name: string, point: string): ReportComponent | undefined {
  return analysis?.report.components.find(
    ({ component, injectionPoint }) => component === name && injectionPoint.name === point,
  );
}

/** `injected by 2 places, 1 at startup · staging: never wired` */
function injectionsTitle({ injections, verdicts, verdict }: ReportComponent): string {
  const reached = injections.filter((injection) => injection.reached).length;
  const places = injections.length === 1 ? '1 place' : `${injections.length} places`;
  const who =
    injections.length === 0 ? 'injected by nothing' : `injected by ${places}, startup comes by ${reached}`;
  const values = Object.entries(verdicts);
  const isSame = values.every(([, each]) => each === verdict);
  const what = isSame
    ? verdictWords(verdict)
    : values.map(([environment, each]) => `${environment}: ${verdictWords(each)}`).join(', ');
  return `${who} · ${what}`;
}

function lensData(data: unknown): LensData | undefined {
  if (!isRecord(data) || typeof data.uri !== 'string') return undefined;
  const { kind, uri, id, command: run, suite, component, point } = data;
  if (kind === 'trace' && typeof id === 'string') return { kind, uri, id };
  if (kind === 'suite' && typeof run === 'string')
    return { kind, uri, command: run, ...(typeof suite === 'string' ? { suite } : {}) };
  if (kind === 'injections' && typeof component === 'string' && typeof point === 'string')
    return { kind, uri, component, point };
  return undefined;
}
