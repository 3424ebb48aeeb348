/**
 * Where languages differ and cannot meet in the IR: named hooks, as data. A frontend exports one; the engine reads it
 * and never asks which language it is running. Must not know any language.
 */

export interface Dialect {
  /** For messages and fences only: `python`, `typescript`. The engine must not branch on it. */
  readonly name: string;
  /** What reading a missing attribute does. */
  readonly missingAttribute: 'raise' | 'undefined';
  /** What a call whose arguments do not fit the parameters does. */
  readonly argumentMismatch: 'raise' | 'ignore';
  /** Whether empty containers are false in a condition. */
  readonly emptyContainersAreFalse: boolean;
  /** Whether a method gets its receiver as the first parameter (`self`), or lexically (`this`). */
  readonly receiver: 'first-parameter' | 'this';
  /** How many leading arguments a class takes for granted: attributes of a class body are visible to methods only through the class. */
  readonly classScope: 'attributes' | 'none';
  /** Special methods and names; `undefined` where the language has none. */
  readonly names: DialectNames;
  /** Words in messages: `self`/`this`, `None`/`null`. */
  readonly words: { readonly none: string; readonly receiver: string; readonly missingAttributeError: string };
}

export interface DialectNames {
  readonly constructor: string;
  readonly allocate: string | undefined;
  readonly call: string | undefined;
  readonly length: string | undefined;
  readonly truth: string | undefined;
  readonly getMissingAttribute: string | undefined;
  readonly getAnyAttribute: string | undefined;
  readonly setAnyAttribute: string | undefined;
  readonly enter: string | undefined;
  readonly exit: string | undefined;
  readonly asyncEnter: string | undefined;
  readonly asyncExit: string | undefined;
  readonly iterate: string | undefined;
  readonly next: string | undefined;
  readonly asyncIterate: string | undefined;
  readonly asyncNext: string | undefined;
  readonly getItem: string | undefined;
  readonly setItem: string | undefined;
  readonly contains: string | undefined;
  readonly equals: string | undefined;
  readonly await: string | undefined;
  readonly classGetItem: string | undefined;
  readonly descriptorGet: string | undefined;
  readonly descriptorSet: string | undefined;
  readonly nameSet: string | undefined;
  readonly subclassInitialised: string | undefined;
  /** Module variable with the module's name (`__name__`), and its value in the module that is run (`__main__`). */
  readonly moduleName: string | undefined;
  readonly mainModule: string | undefined;
  readonly moduleExports: string | undefined;
  /** Module that holds the builtin names. */
  readonly builtins: string;
  /** Builtin exceptions that the engine itself raises. */
  readonly argumentError: string;
  readonly attributeError: string;
  readonly importError: string;
  readonly nameError: string;
  readonly keyError: string;
  readonly assertionError: string;
  readonly stopIteration: string;
}
