/** The guard of frames: whole messages pass as they are, however they are cut; what is no frame is refused. */
import { fc } from '../support/properties.ts';
import { expect, it } from 'vitest';
import { FramingError, frameGuard } from '../../server/src/platform/framing.ts';

async function through(chunks: readonly Buffer[], maxFrame?: number): Promise<Buffer> {
  const guard = frameGuard(maxFrame);
  const passed: Buffer[] = [];
  guard.on('data', (chunk: Buffer) => passed.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    guard.on('end', resolve);
    guard.on('error', reject);
  });
  for (const chunk of chunks) guard.write(chunk);
  guard.end();
  await done;
  return Buffer.concat(passed);
}

function cut(bytes: Buffer, places: readonly number[]): readonly Buffer[] {
  const at = [
    0,
    ...places.map((place) => place % (bytes.length + 1)).toSorted((a, b) => a - b),
    bytes.length,
  ];
  return at.slice(1).map((end, index) => bytes.subarray(at[index], end));
}

const HEADER = fc.constantFrom('', 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n');
const NAME = fc.constantFrom('Content-Length: ', 'content-length:', 'CONTENT-LENGTH : ');
const MESSAGE = fc
  .tuple(HEADER, NAME, fc.string({ unit: 'binary', maxLength: 60 }))
  .map(([header, name, body]) => {
    const bytes = Buffer.from(body);
    return Buffer.concat([Buffer.from(`${header}${name}${bytes.length}\r\n\r\n`), bytes]);
  });

it('passes frames on, byte for byte, in whatever pieces they come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(MESSAGE, { maxLength: 5 }),
      fc.array(fc.nat(), { maxLength: 8 }),
      async (messages, places) => {
        const bytes = Buffer.concat(messages);
        expect((await through(cut(bytes, places))).equals(bytes)).toBe(true);
      },
    ),
    { numRuns: 1_000 },
  );
});

it('refuses what comes after a frame and is none, in whatever pieces it comes', async () => {
  const wrong = fc.constantFrom(
    'x: y\r\n\r\n',
    '\r\n\r\n',
    'Content-Length: 1e3\r\n\r\n',
    'Content-Length: 301\r\n\r\n',
  );
  await fc.assert(
    fc.asyncProperty(MESSAGE, wrong, fc.array(fc.nat(), { maxLength: 8 }), async (message, bad, places) => {
      const bytes = Buffer.concat([message, Buffer.from(bad)]);
      await expect(through(cut(bytes, places), 300)).rejects.toThrow(FramingError);
    }),
    { numRuns: 300 },
  );
});
