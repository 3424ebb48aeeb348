/**
 * The analyses of all folders of a workspace, behind calls whose arguments and results are plain data, so that they may run in another thread.
 * Must not know which thread it runs in, nor a protocol.
 */
import type { CancellationToken } from '../../base/cancellation.ts';
import type { FileSystem } from '../../source/file-system.ts';
import type { LibraryModels, Progress } from '../api.ts';
import type {
  Analysis,
  CallEdge,
  CallItem,
  CallQuery,
  EditorFix,
  EditorPosition,
  TraceQuery,
  TraceView,
} from './analysis.ts';
import { type AnalysisHost, createAnalysisHost, type HostChange } from './host.ts';

/** Every call names its folder by its absolute path. */
export interface AnalysisCalls {
  readonly update: (parameters: { readonly root: string; readonly change: HostChange }) => null;
  readonly analyse: (parameters: { readonly root: string }) => Analysis;
  /** `null` where startup has to be run again. */
  readonly refresh: (parameters: { readonly root: string }) => Analysis | null;
  readonly close: (parameters: { readonly root: string }) => null;
  readonly trace: (parameters: { readonly root: string; readonly query: TraceQuery }) => TraceView | null;
  readonly prepareCalls: (parameters: {
    readonly root: string;
    readonly file: string;
    readonly position: EditorPosition;
  }) => readonly CallItem[];
  readonly calls: (parameters: { readonly root: string; readonly query: CallQuery }) => readonly CallEdge[];
  /** Proved fixes of a finding of the last analysis, by its id. */
  readonly fixes: (parameters: { readonly root: string; readonly finding: string }) => readonly EditorFix[];
  /** Bytes of memory in use. */
  readonly memory: (parameters: { readonly root: string }) => number;
}

export type CallName = keyof AnalysisCalls;
export type CallParameters<N extends CallName> = Parameters<AnalysisCalls[N]>[0];
export type CallResult<N extends CallName> = ReturnType<AnalysisCalls[N]>;

export interface ServiceOptions {
  /** The files below an absolute path. */
  readonly open: (root: string) => FileSystem;
  readonly models: LibraryModels;
  readonly clock: () => number;
  readonly memoryInUse: () => number;
}

export interface CallContext {
  readonly token: CancellationToken;
  readonly onProgress: (progress: Progress) => void;
}

/** Answers one call at a time. */
export type AnalysisService = <N extends CallName>(
  name: N,
  parameters: CallParameters<N>,
  context: CallContext,
) => CallResult<N>;

type Answers = {
  readonly [N in CallName]: (parameters: CallParameters<N>, context: CallContext) => CallResult<N>;
};

export function createAnalysisService({ open, models, clock, memoryInUse }: ServiceOptions): AnalysisService {
  const hosts = new Map<string, AnalysisHost>();
  const hostOf = (root: string): AnalysisHost => {
    const known = hosts.get(root);
    if (known) return known;
    const host = createAnalysisHost({ open: () => open(root), models, clock });
    hosts.set(root, host);
    return host;
  };
  const answers: Answers = {
    update: ({ root, change }) => {
      hostOf(root).update(change);
      return null;
    },
    analyse: ({ root }, { token, onProgress }) => hostOf(root).analyse(token, onProgress),
    close: ({ root }) => {
      hosts.delete(root);
      return null;
    },
    refresh: ({ root }) => hostOf(root).refresh() ?? null,
    trace: ({ root, query }, { token }) => hostOf(root).trace(query, token) ?? null,
    prepareCalls: ({ root, file, position }, { token }) => hostOf(root).prepareCalls(file, position, token),
    calls: ({ root, query }, { token }) => hostOf(root).calls(query, token),
    fixes: ({ root, finding }, { token }) => hostOf(root).fixes(finding, token),
    memory: memoryInUse,
  };
  return (name, parameters, context) => answers[name](parameters, context);
}

/** The same for calls that come as data from another thread; names that it does not know are refused. */
export function callByName(
  service: AnalysisService,
): (name: string, parameters: unknown, context: CallContext) => unknown {
  return (name, parameters, context) => {
    if (!isCallName(name)) throw new Error(`there is no call ${name}`);
    // Both sides are one program: what is sent has the type that `AnalysisCalls` says.
    return service(name, parameters as CallParameters<typeof name>, context);
  };
}

const CALL_NAMES: Readonly<Record<CallName, true>> = {
  update: true,
  analyse: true,
  refresh: true,
  close: true,
  trace: true,
  prepareCalls: true,
  calls: true,
  fixes: true,
  memory: true,
};

function isCallName(name: string): name is CallName {
  return Object.hasOwn(CALL_NAMES, name);
}
