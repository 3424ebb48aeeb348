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
  /** Whether an imported name holds what it held when it was imported, or whatever the module holds by now. */
  readonly importBindings: 'copied' | 'live';
  /** Whether an asynchronous function begins when it is awaited, or at once, up to where it first waits. */
  readonly asyncCalls: 'suspended' | 'eager';
  /** Whether decorators of functions are called with the function, or with the class and the member's name once the class is there. */
  readonly decorators: 'by-value' | 'by-member';
  /** How many leading arguments a class takes for granted: attributes of a class body are visible to methods only through the class. */
  readonly classScope: 'attributes' | 'none';
  /** Class keyword that names a metaclass. */
  readonly metaclassArgument: string | undefined;
  /** Method by which a library model says how its applications are served. */
  readonly serveMethod: string;
  /** Method by which a default value or an annotation says what a request gives for the parameter: `(annotation)`. */
  readonly requestMethod: string;
  /** Method that a record class calls after its fields are assigned. */
  readonly recordHook: string;
  /** Special methods and names; `undefined` where the language has none. */
  readonly names: DialectNames;
  /** Names of the builtin classes of what the engine makes itself. */
  readonly types: DialectTypes;
  /** Attributes that every object has by the language itself, and what they mean. */
  readonly reflection: Readonly<Record<string, Reflection>>;
  /** Methods that overload binary operators (`+` -> `__add__`). */
  readonly operatorMethods: Readonly<Partial<Record<string, string>>>;
  /** Builtin functions whose outcome says something about their first argument. */
  readonly narrowing: Readonly<Record<string, 'instance-of' | 'has-attribute' | 'callable'>>;
  /** Types that say nothing of what they hold (`Any`), and those that stand for what is inside them (`Optional[X]`). */
  readonly annotations: { readonly anything: readonly string[]; readonly transparent: readonly string[] };
  /** Words in messages: `self`/`this`, `None`/`null`. */
  readonly words: {
    readonly none: string;
    readonly receiver: string;
    readonly missingAttributeError: string;
    /** The word that always stands right before the name of a function that is defined; absent where there is none. */
    readonly definition?: string;
  };
}

export interface DialectNames {
  readonly constructor: string;
  readonly allocate: string | undefined;
  readonly call: string | undefined;
  /** Method that `new` calls on an object that is no class. */
  readonly construct?: string;
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
  /** Called for a key that a mapping lacks. */
  readonly missingItem: string | undefined;
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
  /** Attribute by which a decorator's function names the one that it stands for. */
  readonly wrapped?: string;
  /** Module variable, and its attribute, that hold what a module with a value gives to others. */
  readonly moduleObject: string | undefined;
  readonly exportedValue: string | undefined;
  /** The name under which a module's one value is imported. */
  readonly defaultExport: string | undefined;
  /** Builtin class whose methods everything that may be awaited answers to. */
  readonly promise: string | undefined;
  /** Module that holds the builtin names. */
  readonly builtins: string;
  /** Builtin exceptions that the engine itself raises. */
  readonly argumentError: string;
  readonly attributeError: string;
  readonly importError: string;
  readonly nameError: string;
  /** For a module that does not exist, and for a local variable that is not bound yet. */
  readonly missingModuleError: string;
  readonly unboundLocalError: string;
  readonly keyError: string;
  readonly indexError: string;
  readonly assertionError: string;
  readonly stopIteration: string;
  /** The class of every ordinary exception: a handler for it takes whatever cannot be told apart. */
  readonly anyError: string;
  /** The class of exceptions that hold others, for handlers of groups. */
  readonly errorGroup: string;
  /** Class attribute with the attributes that positional patterns look at. */
  readonly matchArguments: string | undefined;
}

/** What a reflective attribute gives; `some` is something that is not followed. */
export type Reflection =
  | 'name'
  | 'qualified-name'
  | 'class'
  | 'module-name'
  | 'attributes'
  | 'bases'
  | 'linearization'
  | 'prototype'
  | 'receiver'
  | 'function'
  | 'wrapped'
  | 'documentation'
  | 'file'
  | 'some';

/** Builtin classes by what they are the class of; a missing one has no attributes. */
export interface DialectTypes {
  readonly root: string;
  readonly class: string;
  readonly string: string;
  readonly integer: string;
  readonly number: string;
  readonly boolean: string;
  readonly bytes: string;
  readonly ellipsis: string | undefined;
  readonly list: string;
  readonly tuple: string;
  readonly set: string;
  readonly mapping: string;
  /** The class of what an object display makes; `undefined` where there is none. */
  readonly object: string | undefined;
  readonly function: string | undefined;
  readonly bound: string | undefined;
  readonly coroutine: string | undefined;
  readonly generator: string | undefined;
  readonly wrapper: string | undefined;
  readonly native: string | undefined;
  readonly task: string | undefined;
  readonly 'generator-context': string | undefined;
}
