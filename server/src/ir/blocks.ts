/** Which blocks a statement holds. Must not know any language. */
import type { Block, Statement } from './nodes.ts';

/** The blocks that belong to the same function as the statement, in the order of the text. */
export function blocksOf(statement: Statement): readonly Block[] {
  switch (statement.kind) {
    case 'if':
      return [...statement.branches.map(({ body }) => body), statement.otherwise];
    case 'while':
      return [statement.body, statement.update, statement.otherwise];
    case 'for-each':
      return [statement.body, statement.otherwise];
    case 'try':
      return [
        statement.body,
        ...statement.handlers.map(({ body }) => body),
        statement.otherwise,
        statement.final,
      ];
    case 'with':
      return [statement.body];
    case 'match':
      return statement.cases.map(({ body }) => body);
    case 'class-declaration':
      return [statement.class.body];
    default:
      return [];
  }
}
