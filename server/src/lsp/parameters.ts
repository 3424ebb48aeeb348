/** Which parameters a message has to have, told before its handler sees them. Must not know what a message does. */

/** `?` says that a part may be missing or null. */
type Shape =
  | 'text'
  | 'text?'
  | 'count'
  | 'count?'
  | 'list'
  | 'list?'
  | 'record'
  | 'record?'
  | { readonly [key: string]: Shape };

const DOCUMENT: Shape = { textDocument: { uri: 'text' } };
const POSITION: Shape = { line: 'count', character: 'count' };
const AT: Shape = { textDocument: { uri: 'text' }, position: POSITION };
const RANGE: Shape = { start: POSITION, end: POSITION };

/** What a message of a method must have; a method that is not here is not looked at. */
const SHAPES: Readonly<Record<string, Shape>> = {
  initialize: { capabilities: 'record', workspaceFolders: 'list?' },
  'textDocument/didOpen': {
    textDocument: { uri: 'text', text: 'text', version: 'count', languageId: 'text' },
  },
  'textDocument/didChange': { textDocument: { uri: 'text', version: 'count?' }, contentChanges: 'list' },
  'textDocument/didClose': DOCUMENT,
  'textDocument/didSave': DOCUMENT,
  'textDocument/diagnostic': DOCUMENT,
  'workspace/diagnostic': { previousResultIds: 'list' },
  'textDocument/hover': AT,
  'textDocument/definition': AT,
  'textDocument/implementation': AT,
  'textDocument/codeLens': DOCUMENT,
  'codeLens/resolve': { range: RANGE },
  'textDocument/codeAction': {
    textDocument: { uri: 'text' },
    range: RANGE,
    context: { diagnostics: 'list' },
  },
  'codeAction/resolve': { title: 'text' },
  'textDocument/documentLink': DOCUMENT,
  'textDocument/foldingRange': DOCUMENT,
  'textDocument/prepareCallHierarchy': AT,
  'callHierarchy/incomingCalls': { item: { uri: 'text', selectionRange: RANGE } },
  'callHierarchy/outgoingCalls': { item: { uri: 'text', selectionRange: RANGE } },
  'workspace/didChangeWatchedFiles': { changes: 'list' },
  'workspace/didChangeWorkspaceFolders': { event: { added: 'list', removed: 'list' } },
  'wiretrace/trace': { uri: 'text' },
  'wiretrace/explain': 'record',
  'wiretrace/suites': { folder: 'text' },
  'wiretrace/runSuite': { run: 'text', folder: 'text', suite: 'text', environment: 'text?', python: 'text?' },
  'wiretrace/prepareSuite': { run: 'text', folder: 'text', suite: 'text' },
  'wiretrace/finishSuite': { run: 'text' },
  'wiretrace/loadRun': { folder: 'text', from: 'text' },
  'wiretrace/listen': { run: 'text', folder: 'text?', url: 'text', message: 'text?', token: 'text?' },
};

/** What is wrong with the parameters of a message, in words; `undefined` where nothing is. */
export function parameterProblem(method: string, parameters: unknown): string | undefined {
  const shape = SHAPES[method];
  return shape === undefined ? undefined : problemIn(parameters, shape, 'params');
}

function problemIn(value: unknown, shape: Shape, path: string): string | undefined {
  if (typeof shape === 'string') return fits(value, shape) ? undefined : `${path} has to be ${NAMES[shape]}`;
  if (!isRecord(value)) return `${path} has to be an object`;
  for (const [key, part] of Object.entries(shape)) {
    const problem = problemIn(value[key], part, `${path}.${key}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

const NAMES = {
  text: 'a string',
  'text?': 'a string',
  count: 'a whole number from 0',
  'count?': 'a whole number from 0',
  list: 'an array',
  'list?': 'an array',
  record: 'an object',
  'record?': 'an object',
} as const;

function fits(value: unknown, shape: keyof typeof NAMES): boolean {
  if (shape.endsWith('?') && (value === undefined || value === null)) return true;
  switch (shape) {
    case 'text':
    case 'text?':
      return typeof value === 'string';
    case 'count':
    case 'count?':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0;
    case 'list':
    case 'list?':
      return Array.isArray(value);
    default:
      return isRecord(value);
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
