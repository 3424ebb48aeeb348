/**
 * Whether the top level of a file only defines, told from its text without parsing: then running it later, or never, shows nowhere.
 * Must not know what the definitions are.
 */

/** Statements at the left margin that define or import, and what may follow them there: brackets that close, strings, comments. */
const DEFINES =
  /^(?:#|from\s|import\s|class\s|def\s|async\s+def\s|[)\]}]|"{3}|'{3}|__all__\b|if TYPE_CHECKING\b|if typing\.TYPE_CHECKING\b)/;
/** `NAME = ...` and `NAME: type = ...`; not `a.b = ...` nor `a[0] = ...`, which change something else. */
const ASSIGNS = /^[A-Za-z_][A-Za-z0-9_]*\s*(?::[^=]*)?=(?!=)/;
const DECLARES = /^[A-Za-z_][A-Za-z0-9_]*\s*:\s*\S/;
/** Decorators that only change what they decorate. */
const HARMLESS_DECORATOR =
  /^@(?:[A-Za-z_][A-Za-z0-9_]*\b(?!\.)|(?:functools|dataclasses|contextlib|typing|abc|enum|attr|attrs|pydantic)\.)/;

/**
 * Conservative: what is not recognised counts as doing something. A line inside a text that stands at the left margin may look like a
 * statement; then the file is run where it is imported, as any other.
 */
export function definesOnly(text: string): boolean {
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const first = text.charCodeAt(start);
    // Blank lines and indented ones belong to what stands above them.
    if (first !== 32 && first !== 9 && first !== 10 && first !== 13 && end > start) {
      const line = text.slice(start, end);
      if (!definesOnLine(line)) return false;
      end = endOfText(text, start, line, end);
    }
    start = end + 1;
  }
  return true;
}

function definesOnLine(line: string): boolean {
  return DEFINES.test(line) || ASSIGNS.test(line) || DECLARES.test(line) || HARMLESS_DECORATOR.test(line);
}

/** Where the line ends, or the line on which a text in triple quotes ends that begins on it. */
function endOfText(text: string, start: number, line: string, lineEnd: number): number {
  const opened = /"{3}|'{3}/.exec(line);
  if (!opened || line.startsWith('#')) return lineEnd;
  const [quote] = opened;
  const close = text.indexOf(quote, start + opened.index + 3);
  if (close < 0) return text.length;
  if (close < lineEnd) return lineEnd;
  const end = text.indexOf('\n', close);
  return end < 0 ? text.length : end;
}
