/** Which files may hold a component, told from their text: those must not be left out of a run. Must not know any language's grammar. */
import type { Configuration } from '../config/configuration.ts';
import { wordsOf } from './vocabulary.ts';

/** An object of a class that is made for good at the left margin: it may be a component, whatever it is called. */
const CREATES = /^[a-z_]\w*(?:\s*:[^=\n]*)?\s*=\s*(?:\w+\.)*[A-Z]\w*\(/m;

/** Whether a text creates objects where it is loaded, or has a name of the vocabulary or of a declared contract in it. */
export function mayHoldComponents(configuration: Configuration): (text: string) => boolean {
  const speaks = speaksOf(configuration);
  return (text) => CREATES.test(text) || speaks(text);
}

/** Whether a text has a name of the vocabulary or of a declared contract in it. */
export function speaksOf(configuration: Configuration): (text: string) => boolean {
  const phrases = configuration.vocabulary
    .map((phrase) => wordsOf(phrase).join('[_ ]?'))
    .filter((phrase) => phrase !== '');
  const declared = configuration.contracts.flatMap(({ component, setter }) => [
    component.split('.').pop() ?? '',
    setter,
  ]);
  const names = [
    ...phrases.map((phrase) => `(?:^|[^a-zA-Z])_?${phrase}`),
    ...declared.filter((name) => name !== '').map(escaped),
  ];
  const spoken = names.length === 0 ? undefined : new RegExp(names.join('|'), 'im');
  return (text) => spoken?.test(text) === true;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
