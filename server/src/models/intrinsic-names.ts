/**
 * The names that library models import from `__wiretrace__`: what a model can ask of the engine. Must not know how they are done.
 *
 * One list for both sides: the models' test checks every import against it, the engine's test compares its own table with it.
 */

/** A name, its parameters, and what it does and gives. */
export interface IntrinsicName {
  readonly name: string;
  readonly doc: string;
}

/** Every intrinsic, by the groups of the specification. */
export const INTRINSIC_NAMES: readonly IntrinsicName[] = [
  // Time and phases
  {
    name: 'at_startup',
    doc: '(fn, *args) Remembers to call (and await) it when the application starts, in order.',
  },
  { name: 'run_startup', doc: '() Runs now what at_startup remembered so far.' },
  { name: 'serving_point', doc: '() Startup is over on this path: the application serves. Never returns.' },
  {
    name: 'serve',
    doc: '(app) app.__serve__() where it has that method, else serving_point(). Never returns.',
  },
  {
    name: 'per_request',
    doc: '(fn, kind[, owner]) fn is a root of the request phase where owner is part of what is served; kind is http, websocket, event, task, schedule, process (with a memory of its own), or dependency for what other roots call.',
  },
  { name: 'call_per_request', doc: '(fn) Calls fn with what a request gives for its parameters.' },
  {
    name: 'shared_per_request',
    doc: '(fn, key) fn(key), called for the first request that asks for this key: the same abstract value stands for what the others get.',
  },
  { name: 'value_per_request', doc: '(type) What a request gives for a parameter of this type.' },
  {
    name: 'later',
    doc: '(callable_or_coroutine, *args, **kwargs) It runs maybe later, concurrently. Gives an awaitable handle.',
  },
  {
    name: 'run_pending',
    doc: '() What was started with later and has not run yet runs now, as it does while code waits. One that never ends is left where it is. Gives True.',
  },
  {
    name: 'is_handed_out',
    doc: '(o) Whether code that cannot be followed was given a method of the object, and may call it at any time.',
  },
  { name: 'run', doc: '(awaitable) Runs a coroutine to its end now and gives its result.' },
  { name: 'call', doc: '(fn, *args, **kwargs) The same as calling fn.' },
  {
    name: 'enqueue',
    doc: '(fn, *args) It runs once the program that runs now has come to its end, before the application serves.',
  },
  { name: 'run_jobs', doc: '() What was enqueued so far runs now.' },
  {
    name: 'run_later',
    doc: '() Time goes by until the next thing that was started in the background has run.',
  },
  {
    name: 'takes_time',
    doc: '(value) A promise that is kept some time: a call that nobody waits for goes on with it after the application serves.',
  },
  {
    name: 'until_stopped',
    doc: '(value) A promise that is kept when the server stops: who waits for it waits while the application serves.',
  },
  {
    name: 'will_serve',
    doc: '() The application serves once the program that runs now has come to its end; the call goes on.',
  },
  {
    name: 'pause',
    doc: '() Waits for time to pass, or for something outside: what is left of a call that nobody waits for runs when the application serves.',
  },
  { name: 'end_of_program', doc: '() The program ends here, on this path. Never returns.' },
  { name: 'call_on', doc: '(fn, receiver, *args) Calls fn as a method of receiver.' },
  // Values
  { name: 'unknown', doc: '(reason) Could be anything, None included.' },
  { name: 'some', doc: '(type_name) A value of that type: not None, truth open.' },
  {
    name: 'object_of',
    doc: '(dotted_name) An object of that library class: not None and true, any attribute gives unknown.',
  },
  { name: 'unknown_boolean', doc: '(reason) True or False, open.' },
  { name: 'environment_variable', doc: '(name, default=None) Its value in the environment of this run.' },
  { name: 'environment_mapping', doc: '() The mapping that os.environ is.' },
  // Reflection
  { name: 'has_attribute', doc: '(o, name) Whether the attribute exists; open where that cannot be known.' },
  {
    name: 'get_attribute',
    doc: '(o, name[, default]) The attribute; without a default a missing one raises.',
  },
  { name: 'set_attribute', doc: '(o, name, value) Sets it as an assignment would.' },
  { name: 'delete_attribute', doc: '(o, name) Deletes it.' },
  { name: 'attributes_of', doc: '(o) A dict of its own attributes.' },
  { name: 'is_certain', doc: '(o) Whether it is one thing that is followed, as True or False: never open.' },
  { name: 'class_of', doc: '(o) The class of an instance.' },
  { name: 'method_of', doc: '(o, name) A method with its receiver.' },
  {
    name: 'parameter_types',
    doc: '(cls) A list of the values that the stated types of the parameters of its constructor have; undefined where one is only a type.',
  },
  { name: 'main_module', doc: '() The `module` object of the file that is run.' },
  { name: 'main_path', doc: '() Its path, below the root as if that were the disk.' },
  { name: 'own_names', doc: '(o) A list of the names of its own attributes.' },
  { name: 'is_instance', doc: '(o, class_or_tuple)' },
  { name: 'is_subclass', doc: '(c, class_or_tuple)' },
  { name: 'type_of', doc: '(o) Its class.' },
  { name: 'is_callable', doc: '(o)' },
  {
    name: 'kind_of',
    doc: "(o) 'function', 'coroutine function', 'generator function', 'asynchronous generator function' (bound methods too), 'class', 'module', 'coroutine', 'generator', 'asynchronous generator' or 'other'; unknown when open.",
  },
  { name: 'truth', doc: '(o) Its truth as a boolean.' },
  { name: 'length', doc: '(o) Its length; of a container what it holds, of an instance what __len__ gives.' },
  { name: 'identical', doc: '(a, b) Whether both are one object.' },
  {
    name: 'import_module',
    doc: '(name) The module; ImportError when it cannot be found, unknown when the name is not constant.',
  },
  { name: 'imported_modules', doc: '() A dict of the modules so far (sys.modules).' },
  { name: 'global_names', doc: "() A dict of the caller's module scope." },
  { name: 'local_names', doc: "() A dict of the caller's local scope." },
  { name: 'allocate', doc: '(cls) A new instance of cls without running a constructor (object.__new__).' },
  {
    name: 'load_attribute',
    doc: '(o, name) The attribute, past __getattribute__ of its class; a missing one raises.',
  },
  { name: 'store_attribute', doc: '(o, name, value) Sets it, past __setattr__ of its class.' },
  { name: 'drop_attribute', doc: '(o, name) Deletes it, past __delattr__ of its class.' },
  {
    name: 'construct',
    doc: '(cls, *args, **kwargs) An instance the ordinary way (allocate, initialise), past __call__ of the metaclass.',
  },
  {
    name: 'make_class',
    doc: '(metaclass, name, bases, namespace_dict) A new class (type.__new__ with three arguments).',
  },
  // Text and numbers
  {
    name: 'string_operation',
    doc: '(operation, text, *args) A str method by name; also str, repr, chr, ord, hex. Computed when all are constants.',
  },
  {
    name: 'number_operation',
    doc: '(operation, *args) int, float, bool, abs, min, max, round, sum, len, range (a list of numbers) ... Computed when constant.',
  },
  {
    name: 'cannot_match',
    doc: '(pattern, text) Whether a constant regular expression needs a letter that the constant text lacks.',
  },
  // Containers
  { name: 'make_list', doc: '(cls, iterable)' },
  { name: 'make_tuple', doc: '(cls, iterable)' },
  { name: 'make_set', doc: '(cls, iterable)' },
  { name: 'make_dict', doc: '(cls, iterable_or_mapping, keywords_dict)' },
  { name: 'sequence_add', doc: '(self, v) Appends to a list, adds to a set.' },
  { name: 'sequence_extend', doc: '(self, iterable)' },
  { name: 'sequence_insert', doc: '(self, i, v)' },
  { name: 'sequence_remove', doc: '(self, v)' },
  { name: 'sequence_pop', doc: '(self[, i])' },
  { name: 'sequence_clear', doc: '(self)' },
  { name: 'sequence_copy', doc: '(self)' },
  { name: 'sequence_reverse', doc: '(self)' },
  { name: 'sequence_index', doc: '(self, v)' },
  { name: 'mapping_get', doc: '(self, key, default)' },
  { name: 'mapping_set', doc: '(self, key, v)' },
  { name: 'mapping_set_default', doc: '(self, key, v) What is there, else sets and gives v.' },
  { name: 'mapping_remove', doc: '(self, key, default)' },
  { name: 'mapping_keys', doc: '(self)' },
  { name: 'mapping_values', doc: '(self)' },
  { name: 'mapping_items', doc: '(self)' },
  { name: 'mapping_update', doc: '(self, other, keywords_dict)' },
  { name: 'mapping_clear', doc: '(self)' },
  { name: 'mapping_copy', doc: '(self)' },
  {
    name: 'get_item',
    doc: '(self, key) self[key] of a container, whatever its class defines; raises where it is known to be missing.',
  },
  { name: 'set_item', doc: '(self, key, v) self[key] = v of a container, whatever its class defines.' },
  { name: 'delete_item', doc: '(self, key) del self[key] of a container, whatever its class defines.' },
  { name: 'contains', doc: '(self, v) v in self' },
  { name: 'iterate', doc: '(o) A list of what iterating gives, known elements kept.' },
  {
    name: 'next_of',
    doc: '(o[, default[, sent]]) The next element of an iterator; without a default StopIteration where there is none.',
  },
  {
    name: 'send_to',
    doc: '(generator, v) Goes on with the generator, whose yield gives v; what it yields next.',
  },
  // Definitions
  { name: 'make_property', doc: '(getter, setter)' },
  { name: 'make_static', doc: '(fn)' },
  { name: 'make_class_method', doc: '(fn)' },
  { name: 'make_cached_property', doc: '(getter)' },
  { name: 'make_partial', doc: '(fn, args_tuple, kwargs_dict)' },
  { name: 'memoize', doc: '(fn) The same arguments give the same result object (lru_cache).' },
  {
    name: 'make_context_manager',
    doc: '(generator_function) What contextmanager and asynccontextmanager give.',
  },
  {
    name: 'enter_context',
    doc: '(cm) Enters a context manager and gives what it gives; one made from a generator runs up to its yield and no further.',
  },
  { name: 'make_record', doc: '(cls) A dataclass: a constructor from the annotated fields. Gives cls.' },
  {
    name: 'field_default',
    doc: '([value[, factory]]) The default of a field; the factory is called for each instance; neither: the field must be given.',
  },
  {
    name: 'bind_fields',
    doc: '(self, values_dict) Assigns the annotated fields of the class and its bases from values or defaults.',
  },
  {
    name: 'bind_settings',
    doc: '(self, values_dict[, prefix]) The same; a field not given comes from the environment variable of prefix and its name in upper case.',
  },
  {
    name: 'make_enumeration',
    doc: '(cls) Class attributes with constants become members with name and value.',
  },
];
