/** Call graphs of small programs that stand in the tests. */
import { callGraph } from '../../server/src/analysis/call-graph.ts';
import { NEVER_CANCELLED } from '../../server/src/base/cancellation.ts';
import { PYTHON_MODELS } from '../../server/src/models/python/registry.ts';
import { MemoryFileSystem } from '../../server/src/source/memory-file-system.ts';

/** The graph of `main.py`, beside which `others` stand by their paths. */
export function graphOf(
  main: string,
  others: Readonly<Record<string, string>> = {},
  file = 'main.py',
): Readonly<Record<string, readonly string[]>> {
  return callGraph({
    fileSystem: new MemoryFileSystem({ [file]: main, ...others }),
    models: { python: PYTHON_MODELS },
    file,
    token: NEVER_CANCELLED,
  });
}
