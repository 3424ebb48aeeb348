/**
 * `wiretrace/suites`, `wiretrace/runSuite` and what belongs to them: event suites, on demand, in a trusted workspace. Must not know
 * processes: the host stands for the machine.
 */
import { type CancellationToken as LspToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { CancellationToken } from '../../base/cancellation.ts';
import type { Configuration } from '../../config/configuration.ts';
import { readConfiguration } from '../../config/read-configuration.ts';
import {
  type FinishSuiteParams,
  type LoadRunParams,
  type PreparedSuite,
  type RunSuiteParams,
  SUITE_METHODS,
  type SuiteItem,
  type SuiteOutput,
  type SuiteRun as SuiteRunMessage,
  type SuitesParams,
} from '../../protocol/suites.ts';
import type { FileSystem } from '../../source/file-system.ts';
import { findSuites } from '../../suite/discover.ts';
import { criticalEvents } from '../../suite/events.ts';
import { loadResult } from '../../suite/evidence.ts';
import { explained } from '../../suite/explain.ts';
import { chooseInterpreter } from '../../suite/interpreter.ts';
import { probePlan } from '../../suite/plan.ts';
import { type PreparedRun, prepareSuite, resultOf, runSuite, type SuiteRun } from '../../suite/run.ts';
import type { Suite, SuiteResult } from '../../suite/suite.ts';
import { answering } from '../handling.ts';
import { type AnalysisEvents, settled } from '../scheduling.ts';
import type { SuiteServices } from '../server-host.ts';
import type { Folder, Session } from '../session.ts';
import { runToClient } from '../suite-view.ts';
import { toClient } from '../to-protocol.ts';
import { filePathOf, normalUri, uriBelow } from '../uris.ts';

/** Runs that a client has been given to start, by its name for them. */
type Prepared = Map<
  string,
  {
    readonly run: SuiteRun;
    readonly prepared: PreparedRun;
    readonly folder: Folder;
    readonly started: number;
  }
>;

/** `events` is told of the end of a run: findings say whether it confirms them. */
export function registerSuites(session: Session, events: AnalysisEvents): void {
  const { connection } = session;
  const prepared: Prepared = new Map();
  connection.onRequest(
    SUITE_METHODS.suites,
    answering<SuitesParams, SuiteItem[]>(session, 'suites', [], (asked) => suiteItems(session, asked)),
  );
  connection.onRequest(
    SUITE_METHODS.runSuite,
    answering<RunSuiteParams, SuiteRunMessage | null>(session, 'run suite', null, (asked, token) =>
      run(session, events, asked, token),
    ),
  );
  connection.onRequest(
    SUITE_METHODS.prepareSuite,
    answering<RunSuiteParams, PreparedSuite | null>(session, 'prepare suite', null, (asked, token) =>
      prepare(session, prepared, asked, token),
    ),
  );
  connection.onRequest(
    SUITE_METHODS.finishSuite,
    answering<FinishSuiteParams, SuiteRunMessage | null>(session, 'finish suite', null, (asked) =>
      finish(session, events, prepared, asked),
    ),
  );
  connection.onRequest(
    SUITE_METHODS.loadRun,
    answering<LoadRunParams, SuiteRunMessage | null>(session, 'load run', null, (asked) =>
      load(session, events, asked),
    ),
  );
}

/** A folder with what its suites follow from. */
interface Known {
  readonly folder: Folder;
  readonly services: SuiteServices;
  readonly fileSystem: FileSystem;
  readonly configuration: Configuration;
  readonly events: readonly string[];
}

function known(session: Session, uri: string): Known {
  const folder = session.folders.get(normalUri(uri));
  const { suites: services } = session.host;
  if (folder === undefined || services === undefined)
    throw new ResponseError(LSPErrorCodes.RequestFailed, `${uri} is no folder of the workspace`);
  const fileSystem = services.open(folder.root);
  const { configuration } = readConfiguration(fileSystem);
  return {
    folder,
    services,
    fileSystem,
    configuration,
    events: criticalEvents(configuration, folder.analysis?.report),
  };
}

function suiteItems(session: Session, { folder: uri }: SuitesParams): SuiteItem[] {
  const { folder, fileSystem, configuration, events } = known(session, uri);
  return findSuites(fileSystem, configuration, events).map(({ id, name, command, file, origin }) => ({
    ...{ id, name, command, origin, events },
    file: file === undefined ? null : uriBelow(folder.uri, file),
  }));
}

/** Nothing of a workspace runs before the person trusts it; the client asks for trust, and this holds whatever it does. */
function trustedSuite(
  session: Session,
  asked: RunSuiteParams,
): { readonly known: Known; readonly suite: Suite } {
  if (!session.isTrusted)
    throw new ResponseError(
      LSPErrorCodes.RequestFailed,
      'the workspace is not trusted, so nothing of it is run',
    );
  const place = known(session, asked.folder);
  const suite = findSuites(place.fileSystem, place.configuration, place.events).find(
    ({ id }) => id === asked.suite,
  );
  if (suite === undefined)
    throw new ResponseError(LSPErrorCodes.RequestFailed, `there is no event suite ${asked.suite}`);
  return { known: place, suite };
}

async function runOf(
  session: Session,
  asked: RunSuiteParams,
  token: LspToken,
): Promise<{ readonly run: SuiteRun; readonly folder: Folder }> {
  const { known: place, suite } = trustedSuite(session, asked);
  const { folder, services, fileSystem, configuration, events } = place;
  // The plan and the explanations are those of the files as they are now.
  await settled(folder, token);
  const { machine, probe } = services;
  const report = folder.analysis?.report;
  const interpreter = chooseInterpreter(asked.python, fileSystem, configuration, suite.folder, (path) =>
    machine.join(folder.root, path),
  );
  const variable = configuration.environments?.variable ?? 'ENVIRONMENT';
  const cancellation: CancellationToken = {
    get isCancelled() {
      return token.isCancellationRequested;
    },
  };
  const run: SuiteRun = {
    ...{ machine, suite, probe, root: folder.root, token: cancellation },
    plan:
      report === undefined
        ? { root: folder.root, events, functions: [], classes: [] }
        : probePlan(report, events, folder.root, machine.join),
    ...(asked.environment === undefined ? {} : { environment: { variable, value: asked.environment } }),
    ...(interpreter === undefined ? {} : { interpreter }),
    onOutput: (text) => {
      const output: SuiteOutput = { run: asked.run, text };
      void session.connection.sendNotification(SUITE_METHODS.suiteOutput, output);
    },
  };
  return { run, folder };
}

async function run(
  session: Session,
  events: AnalysisEvents,
  asked: RunSuiteParams,
  token: LspToken,
): Promise<SuiteRunMessage> {
  const { run: planned, folder } = await runOf(session, asked, token);
  return answer(session, events, folder, await runSuite(planned));
}

function answer(
  session: Session,
  events: AnalysisEvents,
  folder: Folder,
  result: SuiteResult,
): SuiteRunMessage {
  const report = folder.analysis?.report;
  folder.lastRun = report === undefined ? result : explained(result, report);
  events.onSettled(folder);
  return runToClient(toClient(session), folder, folder.lastRun);
}

async function prepare(
  session: Session,
  all: Prepared,
  asked: RunSuiteParams,
  token: LspToken,
): Promise<PreparedSuite> {
  const { run: planned, folder } = await runOf(session, asked, token);
  const prepared = await prepareSuite(planned);
  all.set(asked.run, { run: planned, prepared, folder, started: planned.machine.now() });
  return {
    command: prepared.line,
    folder: prepared.folder,
    variables: prepared.variables,
    python: planned.interpreter ?? null,
  };
}

async function finish(
  session: Session,
  events: AnalysisEvents,
  all: Prepared,
  asked: FinishSuiteParams,
): Promise<SuiteRunMessage | null> {
  const open = all.get(asked.run);
  if (open === undefined) return null;
  all.delete(asked.run);
  const { run: planned, prepared, folder, started } = open;
  try {
    return answer(
      session,
      events,
      folder,
      await resultOf(planned, prepared, { ending: { kind: 'debugged' }, started, notes: [] }),
    );
  } finally {
    await planned.machine.remove(prepared.scratch);
  }
}

async function load(
  session: Session,
  events: AnalysisEvents,
  { folder: uri, from }: LoadRunParams,
): Promise<SuiteRunMessage | null> {
  const { folder, services, events: wanted } = known(session, uri);
  const path = filePathOf(from);
  if (path === undefined) return null;
  const suite: Suite = {
    id: from,
    name: path,
    command: '',
    folder: '',
    variables: {},
    timeLimitSeconds: 0,
    origin: 'found',
  };
  const result = await loadResult(services.machine, path, suite, wanted, folder.root);
  return result === undefined ? null : answer(session, events, folder, result);
}
