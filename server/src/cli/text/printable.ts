/** Text from files made safe for a terminal. Must not know where it is printed. */

/**
 * Control characters as visible signs, so that a file cannot move the cursor, set colours or hide text; a tab is four
 * spaces. Includes the signs that reorder text (Unicode Technical Report 36, "Bidirectional Text Spoofing").
 */
export function printable(text: string): string {
  return text.replaceAll('\t', '    ').replaceAll(UNPRINTABLE, sign);
}

const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

function sign(character: string): string {
  const code = character.charCodeAt(0);
  // The block "Control Pictures" has a sign for each of the first 32.
  return code < 32 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}
