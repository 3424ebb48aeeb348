/** Imports (Python reference 7.11; PEP 810 for `lazy`). Must not know other statements, nor which modules exist. */
import { advance } from './lexer.ts';
import { finishBracket, skipSeparator } from './parse-recovery.ts';
import { identifier, missingIdentifier, report, type Parser } from './parser-state.ts';
import type { AliasSyntax, Identifier, StatementSyntax } from './syntax.ts';
import * as T from './tokens.ts';

/** `import a.b as c, d` from `import` on; `start` is that of `lazy` if there is one. */
export function parseImport(p: Parser, start: number, lazy: boolean): StatementSyntax {
  const names: AliasSyntax[] = [];
  do {
    advance(p);
    if (p.kind !== T.NAME) {
      report(p, p.prevEnd, p.prevEnd, 'A module is missing here.');
      break;
    }
    names.push(parseAlias(p, parseDotted(p)));
  } while (p.kind === T.COMMA);
  return { kind: 'Import', start, end: p.prevEnd, names, lazy };
}

/** `from .a import b as c` from `from` on. */
export function parseFromImport(p: Parser, start: number, lazy: boolean): StatementSyntax {
  advance(p);
  const moduleStart = p.start;
  let level = 0;
  while (p.kind === T.DOT || p.kind === T.ELLIPSIS) {
    level += p.kind === T.DOT ? 1 : 3;
    advance(p);
  }
  let name = '';
  if (p.kind === T.NAME) name = parseDotted(p).name;
  else if (level === 0) report(p, p.prevEnd, p.prevEnd, 'A module is missing here.');
  const empty = level === 0 && name === '';
  const module = { start: empty ? p.prevEnd : moduleStart, end: p.prevEnd, name };
  const names: AliasSyntax[] = [];
  let star = false;
  if (p.kind === T.IMPORT) {
    advance(p);
    if (p.kind === T.STAR) {
      star = true;
      advance(p);
    } else if (p.kind === T.LPAR) parseNamesInParentheses(p, names);
    else parseNames(p, names);
  } else report(p, p.prevEnd, p.prevEnd, 'The word import is missing here.');
  return { kind: 'ImportFrom', start, end: p.prevEnd, module, level, names, star, lazy };
}

function parseNames(p: Parser, names: AliasSyntax[]): void {
  for (;;) {
    if (p.kind !== T.NAME) {
      report(p, p.prevEnd, p.prevEnd, 'A name to import is missing here.');
      return;
    }
    names.push(parseAlias(p, takeIdentifier(p)));
    if (p.kind !== T.COMMA) return;
    advance(p);
  }
}

function parseNamesInParentheses(p: Parser, names: AliasSyntax[]): void {
  const open = p.start;
  advance(p);
  if (p.kind === T.RPAR) report(p, p.prevEnd, p.prevEnd, 'A name to import is missing here.');
  while (p.kind !== T.RPAR) {
    if (p.kind === T.NAME) names.push(parseAlias(p, takeIdentifier(p)));
    if (p.kind === T.COMMA) advance(p);
    else if (p.kind !== T.RPAR && !skipSeparator(p)) break;
  }
  finishBracket(p, open, false);
}

/** `as name` after what is imported, if it stands here. */
function parseAlias(p: Parser, name: Identifier): AliasSyntax {
  if (p.kind !== T.AS) return { start: name.start, end: name.end, name, asName: undefined };
  advance(p);
  const asName = p.kind === T.NAME ? takeIdentifier(p) : missingIdentifier(p, 'A name is missing after as.');
  return { start: name.start, end: p.prevEnd, name, asName };
}

function takeIdentifier(p: Parser): Identifier {
  const name = identifier(p);
  advance(p);
  return name;
}

/** `a.b.c` as one identifier. */
function parseDotted(p: Parser): Identifier {
  const first = takeIdentifier(p);
  if (p.kind !== T.DOT) return first;
  const parts = [first.name];
  while (p.kind === T.DOT) {
    advance(p);
    if (p.kind !== T.NAME) {
      report(p, p.prevEnd, p.prevEnd, 'A name is missing after the dot.');
      parts.push('');
      break;
    }
    parts.push(takeIdentifier(p).name);
  }
  return { start: first.start, end: p.prevEnd, name: parts.join('.') };
}
