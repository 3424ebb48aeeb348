/** What a person does in VS Code in a browser, with the keyboard, and what they look at. Knows no particular extension. */
import type { Page } from 'playwright-core';

const PATIENCE = { timeout: 90_000 } as const;

/** What a test that is run outside of VS Code gets. */
export interface Visit {
  readonly page: Page;
  readonly address: string;
  /** A copy of the example. */
  readonly folder: string;
  /** Where the pictures go. */
  readonly pictures: string;
  /** Folder of the editor's settings and of what it stores. */
  readonly profile: string;
  /** The interpreter with the packages of the example. */
  readonly python: string;
}

export interface Person {
  readonly page: Page;
  press(keys: string): Promise<void>;
  /** Waits until it is there to be seen. */
  sees(selector: string, text?: string | RegExp): Promise<void>;
  seesNo(selector: string): Promise<void>;
  /** What stands there, white space made plain. */
  reads(selector: string): Promise<string>;
  /** Opens a file by its path in the folder. */
  opens(path: string): Promise<void>;
  /** Runs a command from the palette. */
  runs(title: string): Promise<void>;
  /** Runs a command that asks in an input box, and answers one question after the other: what the box says, and the answer. */
  answers(title: string, answers: readonly (readonly [question: string, answer: string])[]): Promise<void>;
  goesTo(line: number, column: number): Promise<void>;
  /** Nothing moves any more: no animation, no late colour. */
  settles(): Promise<void>;
}

/** The person at a page with the workbench of `folder` open. */
export async function sitDown(page: Page, address: string, folder: string): Promise<Person> {
  await page.goto(`${address}?folder=${encodeURIComponent(folder)}`);
  await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor(PATIENCE);
  const first = (selector: string, text?: string | RegExp) =>
    page.locator(selector, text === undefined ? {} : { hasText: text }).first();
  return {
    page,
    press: (keys) => page.keyboard.press(keys),
    sees: (selector, text) => first(selector, text).waitFor({ ...PATIENCE, state: 'visible' }),
    seesNo: (selector) => first(selector).waitFor({ ...PATIENCE, state: 'detached' }),
    reads: async (selector) => (await first(selector).innerText()).replaceAll(/[\s\u00a0]+/g, ' ').trim(),
    // By its whole path: a search by name needs a program that is not part of every package of VS Code.
    opens: (path) => pick(page, 'Control+P', `${folder}/${path}`, path.slice(path.lastIndexOf('/') + 1)),
    runs: (title) => pick(page, 'F1', `>${title}`, title),
    answers: async (title, answers) => {
      await choose(page, 'F1', `>${title}`, title);
      for (const [question, answer] of answers) await reply(page, question, answer);
    },
    goesTo: (line, column) => pick(page, 'Control+G', `:${line},${column}`, String(line)),
    settles: () => page.waitForTimeout(1200),
  };
}

/** Opens a quick input, types, and takes the first row once it is the one that was meant. */
async function pick(page: Page, keys: string, text: string, row: string): Promise<void> {
  await choose(page, keys, text, row);
  await page
    .locator('.quick-input-widget')
    .first()
    .waitFor({ ...PATIENCE, state: 'hidden' });
}

async function choose(page: Page, keys: string, text: string, row: string): Promise<void> {
  await page.keyboard.press(keys);
  const input = page.locator('.quick-input-widget input.input').first();
  await input.waitFor({ ...PATIENCE, state: 'visible' });
  await input.fill(text);
  await page
    .locator('.quick-input-list .monaco-list-row.focused', { hasText: row })
    .first()
    .waitFor({ ...PATIENCE, state: 'visible' });
  await page.keyboard.press('Enter');
}

async function reply(page: Page, question: string, answer: string): Promise<void> {
  const message = page.locator('.quick-input-widget .quick-input-message', { hasText: question });
  await message.waitFor({ ...PATIENCE, state: 'visible' });
  await page.locator('.quick-input-widget input.input').first().fill(answer);
  await page.keyboard.press('Enter');
  await message.waitFor({ ...PATIENCE, state: 'hidden' });
}
