/** Whether a name speaks of a dependency that is handed over after construction. Must not know where the names stand. */

/** Words of a name, in lower case: `setWebSocketManager`, `_websocket_manager` and `WebSocketManager` give the same tail. */
export function wordsOf(name: string): readonly string[] {
  const words: string[] = [];
  let from = 0;
  let before = OTHER;
  for (let at = 0; at < name.length; at++) {
    const kind = kindOf(name.charCodeAt(at));
    if (kind === OTHER || isBoundary(name, at, before, kind)) {
      if (before !== OTHER) words.push(name.slice(from, at).toLowerCase());
      from = at;
    }
    if (before === OTHER) from = at;
    before = kind;
  }
  if (before !== OTHER) words.push(name.slice(from).toLowerCase());
  return words;
}

const OTHER = 0;
const SMALL = 1;
const CAPITAL = 2;

/** Digits count as small letters; everything else, letters that are not ASCII included, stands between words. */
function kindOf(code: number): number {
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return SMALL;
  return code >= 65 && code <= 90 ? CAPITAL : OTHER;
}

/** `aB` between the two, `ABc` before the `B`. */
function isBoundary(name: string, at: number, before: number, kind: number): boolean {
  if (kind !== CAPITAL || before === OTHER) return false;
  if (before === SMALL) return true;
  const next = name.charCodeAt(at + 1);
  return next >= 97 && next <= 122;
}

export interface Vocabulary {
  /** Whether a name has a word of the vocabulary in it. */
  readonly speaks: (name: string | undefined) => boolean;
  /** Whether some name in a piece of code may speak: a quick look before the code is read. */
  readonly mentions: (code: string) => boolean;
  /** The same of a whole module; the answer is kept. */
  readonly mentionsIn: (module: { readonly text: string }) => boolean;
  /** Whether two names share a word of the vocabulary. */
  readonly share: (a: string, b: string) => boolean;
}

/** The words of the configuration, as they stand in names: `event bus` is found in `EventBus` and `set_event_bus`. */
export function vocabularyOf(words: readonly string[]): Vocabulary {
  const known = VOCABULARIES.get(words) ?? makeVocabulary(words);
  VOCABULARIES.set(words, known);
  return known;
}

const VOCABULARIES = new WeakMap<readonly string[], Vocabulary>();

function makeVocabulary(words: readonly string[]): Vocabulary {
  const phrases = words.map((word) => wordsOf(word));
  const known = new Map<string, boolean>();
  const joined = phrases.map((phrase) => phrase.join(''));
  const inModules = new WeakMap<object, boolean>();
  const mentions = (code: string): boolean => {
    const flat = code.toLowerCase().replaceAll('_', '');
    return joined.some((phrase) => flat.includes(phrase));
  };
  return {
    mentions,
    mentionsIn: (module) => {
      const known = inModules.get(module) ?? mentions(module.text);
      inModules.set(module, known);
      return known;
    },
    speaks: (name) => {
      if (name === undefined) return false;
      let answer = known.get(name);
      if (answer === undefined) {
        const parts = wordsOf(name);
        answer = !isConnection(parts) && phrases.some((phrase) => isIn(phrase, parts));
        known.set(name, answer);
      }
      return answer;
    },
    share: (a, b) => {
      const [first, second] = [wordsOf(a), wordsOf(b)];
      return phrases.some((phrase) => isIn(phrase, first) && isIn(phrase, second));
    },
  };
}

/** A phrase is in a name as whole words; words that are written together or apart count as the same (`web socket`, `websocket`). */
function isIn(phrase: readonly string[], words: readonly string[]): boolean {
  const joined = phrase.join('');
  for (let from = 0; from < words.length; from++) {
    let text = '';
    for (let to = from; to < words.length && text.length < joined.length; to++) {
      text += words[to] ?? '';
      if (text === joined || text === `${joined}s`) return true;
    }
  }
  return false;
}

/** What one client's connection is called. */
const CONNECTION = new Set([
  'websocket',
  'websockets',
  'web',
  'socket',
  'sockets',
  'ws',
  'connection',
  'connections',
  'client',
  'conn',
]);

/** Last words of names that hold a setting or a piece of data, not a dependency. */
const DATA = new Set(
  'id ids url uri path port host endpoint enabled config settings timeout interval active state status task thread message messages event events payload data time at count stats error errors log history name key token version mode type types flag health info metrics size limit available ready context'.split(
    ' ',
  ),
);

/** Last words of names that hold plain data where nothing else says what they hold. */
const PLAIN = new Set(
  'value values mode level label title text description color format language lang locale user users username password email file files filename dir directory folder params parameters option options args kwargs header headers body query date day month year start end step steps speed volume position width height x y z temperature prompt priority order weight seed index number num total result results response request reason progress percent percentage duration delay offset length score tag tags category source target parent role roles permission permissions currency price amount balance quantity unit tools items list set map dict data json schema'.split(
    ' ',
  ),
);

/** Whether a name may be that of an object that does something, by its last word: not a setting, nor one client's connection. */
export function namesObject(name: string): boolean {
  const words = wordsOf(name);
  return words.length > 0 && !isConnection(words) && !PLAIN.has(words[words.length - 1] ?? '');
}

/** One client's connection, or a setting about it, is not a dependency of the application. */
function isConnection(all: readonly string[]): boolean {
  const words = all.filter((word) => word !== 'set' && word !== 'get');
  return (
    words.every((word) => CONNECTION.has(word)) ||
    DATA.has(words[words.length - 1] ?? '') ||
    words[0] === 'last'
  );
}
