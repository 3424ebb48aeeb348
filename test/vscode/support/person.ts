/** What a person does in VS Code in a browser, with the keyboard, and what they look at. Knows no particular extension. */
import type { Page } from 'playwright-core';

const PATIENCE = { timeout: 90_000 } as const;

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
    goesTo: (line, column) => pick(page, 'Control+G', `:${line},${column}`, String(line)),
    settles: () => page.waitForTimeout(1200),
  };
}

/** Opens a quick input, types, and takes the first row once it is the one that was meant. */
async function pick(page: Page, keys: string, text: string, row: string): Promise<void> {
  await page.keyboard.press(keys);
  const input = page.locator('.quick-input-widget input.input').first();
  await input.waitFor({ ...PATIENCE, state: 'visible' });
  await input.fill(text);
  await page
    .locator('.quick-input-list .monaco-list-row.focused', { hasText: row })
    .first()
    .waitFor({ ...PATIENCE, state: 'visible' });
  await page.keyboard.press('Enter');
  await page
    .locator('.quick-input-widget')
    .first()
    .waitFor({ ...PATIENCE, state: 'hidden' });
}
