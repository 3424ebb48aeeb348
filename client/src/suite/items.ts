/** Suites, tests and critical events as items of the Testing view. Must not know how they are run. */
import * as vscode from 'vscode';
import type { SuiteItem, TestRun } from '../../../server/src/protocol/suites.ts';

/** What an item stands for. */
export type Meaning =
  | { readonly kind: 'suite'; readonly folder: string; readonly suite: SuiteItem }
  | { readonly kind: 'event'; readonly name: string }
  | { readonly kind: 'test' };

export interface Items {
  readonly controller: vscode.TestController;
  readonly meanings: WeakMap<vscode.TestItem, Meaning>;
}

/** Suites of a folder, each with its critical events; tests come with the first run. Items that stay keep their state. */
export function showSuites(items: Items, folder: vscode.WorkspaceFolder, suites: readonly SuiteItem[]): void {
  const uri = folder.uri.toString();
  const prefix = `${uri}#`;
  const wanted = new Set(suites.map(({ id }) => prefix + id));
  for (const [id] of items.controller.items)
    if (id.startsWith(prefix) && !wanted.has(id)) items.controller.items.delete(id);
  for (const suite of suites) showSuite(items, folder, suite);
}

function showSuite(items: Items, folder: vscode.WorkspaceFolder, suite: SuiteItem): void {
  const { controller, meanings } = items;
  const id = `${folder.uri.toString()}#${suite.id}`;
  const file = suite.file === null ? undefined : vscode.Uri.parse(suite.file);
  const item = controller.items.get(id) ?? controller.createTestItem(id, suite.name, file);
  const several = (vscode.workspace.workspaceFolders ?? []).length > 1;
  item.description = several ? `${folder.name}: ${suite.command}` : suite.command;
  if (file) item.range = new vscode.Range(0, 0, 0, 0);
  meanings.set(item, { kind: 'suite', folder: folder.uri.toString(), suite });
  for (const [index, name] of suite.events.entries()) showEvent(items, item, name, index);
  controller.items.add(item);
}

function showEvent(
  { controller, meanings }: Items,
  suite: vscode.TestItem,
  name: string,
  index: number,
): void {
  const id = eventId(suite, name);
  const item = suite.children.get(id) ?? controller.createTestItem(id, name);
  item.description = 'critical event';
  // Before the tests, and in the order in which they happen.
  item.sortText = `0${String(index).padStart(3, '0')}`;
  meanings.set(item, { kind: 'event', name });
  suite.children.add(item);
}

/** The item of a test under its suite; made when it is first seen. */
export function testItem(
  { controller, meanings }: Items,
  suite: vscode.TestItem,
  test: TestRun,
): vscode.TestItem {
  const id = `${suite.id}#test#${test.id}`;
  const uri = test.location === null ? undefined : vscode.Uri.parse(test.location.uri);
  const item = suite.children.get(id) ?? controller.createTestItem(id, test.name, uri);
  if (test.location !== null) {
    const { line } = test.location.range.start;
    item.range = new vscode.Range(line, 0, line, 0);
  }
  item.sortText = `1${test.id}`;
  meanings.set(item, { kind: 'test' });
  suite.children.add(item);
  return item;
}

export function eventItem(suite: vscode.TestItem, name: string): vscode.TestItem | undefined {
  return suite.children.get(eventId(suite, name));
}

function eventId(suite: vscode.TestItem, name: string): string {
  return `${suite.id}#event#${name}`;
}

/** The suites that a request is about, each once: a test or an event stands for its suite, which cannot be run in parts. */
export function suitesOf(items: Items, request: vscode.TestRunRequest): readonly vscode.TestItem[] {
  const chosen = request.include ?? [...items.controller.items].map(([, item]) => item);
  const excluded = new Set(request.exclude ?? []);
  const suites = chosen.map((item) => (items.meanings.get(item)?.kind === 'suite' ? item : item.parent));
  return [...new Set(suites)].filter((item) => item !== undefined).filter((item) => !excluded.has(item));
}
