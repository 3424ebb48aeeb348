/**
 * A person's first minutes with the packed extension: the squiggle, its story, the light bulb, the correction, the trace.
 * Runs outside of VS Code and drives it through a browser; keeps pictures of what was seen.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type Person, sitDown, type Visit } from './support/person.ts';

const SQUIGGLE = '.monaco-editor .squiggly-error';

export async function run({ page, address, folder, pictures }: Visit): Promise<void> {
  const me = await sitDown(page, address, folder);
  const take = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });
  // The pictures are about the code: the explorer is put away.
  await me.press('Control+B');
  await me.opens('app/smd.py');
  await me.goesTo(124, 30);
  await me.sees(SQUIGGLE);
  await readTheStory(me, take);
  await lookAtTheTable(me, take);
  await traceTheStartup(me, take);
  await takeTheFix(me, take);
}

type Take = (name: string) => Promise<unknown>;

/** F8 goes to the problem and opens it in place, the steps below it. */
async function readTheStory(me: Person, take: Take): Promise<void> {
  await me.press('F8');
  await me.sees('.peekview-widget .message, .marker-widget .message');
  const story = await me.reads('.marker-widget');
  assert.match(story, /Startup calls set_websocket_bridge\(\)/);
  await me.settles();
  await take('squiggle');
  await me.press('Escape');
}

async function lookAtTheTable(me: Person, take: Take): Promise<void> {
  await me.opens('app/agents/agent_registry.py');
  await me.goesTo(41, 12);
  await me.press('Control+K');
  await me.press('Control+I');
  await me.sees('.monaco-hover table');
  assert.match(await me.reads('.monaco-hover table'), /production/);
  await me.settles();
  await take('hover');
  await me.press('Escape');
}

async function traceTheStartup(me: Person, take: Take): Promise<void> {
  await me.opens('app/smd.py');
  await me.goesTo(124, 30);
  await me.runs('Wiretrace: Trace Startup');
  await me.sees('.tab.active', /Startup of app.main\.py in development/);
  await me.sees('.view-line', /inject\sAgentRegistry\.set_websocket_bridge/);
  await me.settles();
  await take('trace');
}

async function takeTheFix(me: Person, take: Take): Promise<void> {
  await me.opens('app/smd.py');
  await me.goesTo(124, 30);
  await me.sees(SQUIGGLE);
  await me.press('Control+.');
  await me.sees('.action-widget .monaco-list-row', 'set_websocket_manager');
  await me.settles();
  await take('light-bulb');
  await me.press('Enter');
  await me.seesNo(SQUIGGLE);
  await me.sees('.view-line', /registry\.set_websocket_manager\(websocket_manager\)/);
  await me.settles();
  await take('corrected');
}
