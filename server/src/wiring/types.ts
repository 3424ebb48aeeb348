/**
 * What the wiring of an application is made of: contracts, what became of each in one run, components and findings.
 * Must not know how a report is printed, nor any language.
 */
import type { DeclaredContract } from '../config/schema.ts';
import type { CheckId, ReportedSeverity } from '../config/checks.ts';
import type { ClassObject, InstanceObject, ModuleObject, Place } from '../engine/objects.ts';
import type { Run } from '../engine/run.ts';
import type { Write } from '../engine/state.ts';
import type { Value } from '../engine/values.ts';
import type { ClassNode, FunctionNode, ModuleNode } from '../ir/nodes.ts';
import type { Correction, CorrectionContext } from './correction.ts';

/** What holds for a contract in one environment, from harmless to worst; see `VERDICTS_BY_WEIGHT`. */
export type Verdict =
  | 'unused'
  | 'wired'
  | 'unresolved'
  | 'request-only'
  | 'late'
  | 'conditional'
  | 'wrong-dependency'
  | 'wrong-setter'
  | 'never';

/** The worst last. */
export const VERDICTS_BY_WEIGHT: readonly Verdict[] = [
  'unused',
  'wired',
  'unresolved',
  'request-only',
  'late',
  'conditional',
  'wrong-dependency',
  'wrong-setter',
  'never',
];

export function worstVerdict(verdicts: Iterable<Verdict>): Verdict {
  let worst: Verdict = 'unused';
  for (const verdict of verdicts) {
    if (VERDICTS_BY_WEIGHT.indexOf(verdict) > VERDICTS_BY_WEIGHT.indexOf(worst)) worst = verdict;
  }
  return worst;
}

/** How a dependency is handed over. */
export interface InjectionPoint {
  readonly kind: 'setter' | 'attribute' | 'module-setter' | 'constructor';
  /** The setter's, attribute's or parameter's name. */
  readonly name: string;
  /** The attribute or module variable that holds the dependency. */
  readonly attribute: string;
  /** The name where it is defined. */
  readonly place: Place;
  /** The function that is called; absent for an attribute that is assigned from outside. */
  readonly function: FunctionNode | undefined;
  /** The parameter that is stored. */
  readonly parameter: string | undefined;
  /** Whether the function is called on the class itself. */
  readonly onClass: boolean;
  /** Whether a name of it is of the vocabulary, or a configuration declares it: only then is a missing dependency a finding. */
  readonly spoken: boolean;
  /** Whether the function keeps nothing and only passes the dependency on. */
  readonly forwards?: true;
  /** Name of the class that the parameter or the attribute states. */
  readonly type: string | undefined;
}

/** Component, injection point and dependency: what has to hold by the serving point. */
export interface Contract {
  readonly kind: 'class' | 'module';
  /** Name of the class, or dotted name of the module. */
  readonly name: string;
  /** Identity over runs: the definition. */
  readonly definition: ClassNode | ModuleNode;
  /** The name in the definition; a module's beginning. */
  readonly place: Place;
  readonly point: InjectionPoint;
  readonly declared: DeclaredContract | undefined;
  /** Other injection points of the component whose attribute nothing uses. */
  readonly legacy: readonly InjectionPoint[];
  /** Whether nothing uses what is injected, while the component has another injection point that is used. */
  readonly isLegacy: boolean;
  /** Other injection points of the component whose names share a word with this one's, and that something uses as well. */
  readonly rivals: readonly InjectionPoint[];
  /** Functions that use what is injected. */
  readonly users: readonly FunctionNode[];
}

/** An object that a contract holds for, and what it has at the serving point. */
export interface Held {
  readonly object: InstanceObject | ClassObject | ModuleObject;
  readonly value: Value;
  /** Writes that may have given the value, those of startup only. */
  readonly writes: readonly Write[];
  readonly verdict: Verdict;
  /** Why the verdict is `unresolved`. */
  readonly reason: string | undefined;
}

/** One contract in one run. */
export interface Wiring {
  readonly contract: Contract;
  readonly run: Run;
  readonly verdict: Verdict;
  readonly held: readonly Held[];
}

/** Where a component is injected, reached or not. */
export interface Injection {
  readonly place: Place;
  readonly phase: 'import' | 'startup' | 'request' | 'later';
  readonly reached: boolean;
  readonly guards: readonly string[];
}

/** Where an object of a component is created, and what became of it. */
export interface Instance {
  readonly place: Place;
  readonly verdict: Verdict;
}

/** A component with the contract it is held to, over all runs. */
export interface Component {
  readonly kind: 'class' | 'module';
  readonly name: string;
  readonly place: Place;
  readonly injectionPoint: InjectionPoint;
  readonly verdict: Verdict;
  /** By the name of the environment. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly instances: readonly Instance[];
  readonly injections: readonly Injection[];
  readonly lostEvents: readonly string[];
}

export type FindingStepKind =
  | 'enter'
  | 'branch'
  | 'skip'
  | 'create'
  | 'write'
  | 'inject'
  | 'emit'
  | 'raise'
  | 'serve';

export interface FindingStep {
  readonly place: Place;
  readonly kind: FindingStepKind;
  readonly message: string;
  readonly state?: string;
}

/** A stretch of a file that no module stands for: the configuration's. One-based, the end exclusive. */
export interface FilePlace {
  readonly file: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** One root cause. */
export interface Finding {
  readonly check: CheckId;
  readonly severity: ReportedSeverity;
  readonly message: string;
  /** Name of the component; `''` where it is about none. */
  readonly component: string;
  readonly place: Place | FilePlace;
  readonly environments: readonly string[];
  readonly steps: readonly FindingStep[];
  readonly events: readonly string[];
  /** What does not hold; absent where the finding is about no contract. */
  readonly contract?: Contract;
  /** What may help, the best first, made one by one; nothing of it is proved. */
  readonly corrections?: (context: CorrectionContext) => Iterable<Correction>;
}
