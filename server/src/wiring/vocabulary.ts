/** Whether a name speaks of a dependency that is handed over after construction. Must not know where the names stand. */

/** Words of a name, in lower case: `setWebSocketManager`, `_websocket_manager` and `WebSocketManager` give the same tail. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
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
        answer = !isConnection(name) && phrases.some((phrase) => isIn(phrase, name));
        known.set(name, answer);
      }
      return answer;
    },
    share: (a, b) => phrases.some((phrase) => isIn(phrase, a) && isIn(phrase, b)),
  };
}

/** A phrase is in a name as whole words; words that are written together or apart count as the same (`web socket`, `websocket`). */
function isIn(phrase: readonly string[], name: string): boolean {
  const words = wordsOf(name);
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
  return words.length > 0 && !isConnection(name) && !PLAIN.has(words[words.length - 1] ?? '');
}

/** One client's connection, or a setting about it, is not a dependency of the application. */
function isConnection(name: string): boolean {
  const words = wordsOf(name).filter((word) => word !== 'set' && word !== 'get');
  return (
    words.every((word) => CONNECTION.has(word)) ||
    DATA.has(words[words.length - 1] ?? '') ||
    words[0] === 'last'
  );
}
