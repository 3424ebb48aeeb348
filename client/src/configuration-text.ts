/** The text of a new `wiretrace.json`. Must not know the editor. */

const HEAD = `{
  // Everything may be left out: what stands here is what was found without it.
  // With the cursor on a setting its meaning is shown; Ctrl+Space lists the others.
`;

/** A configuration that says what was found: paths of the files that startup begins in, names of the critical events. */
export function configurationText(entryPoints: readonly string[], events: readonly string[]): string {
  return `${HEAD}  "entryPoints": ${list([...new Set(entryPoints)])},\n  "events": ${list(events)}\n}\n`;
}

function list(texts: readonly string[]): string {
  return `[${texts.map((text) => JSON.stringify(text)).join(', ')}]`;
}
