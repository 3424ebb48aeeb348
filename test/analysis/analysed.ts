/** Asks the analysis about files in memory. */
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { AnalysisRequest, AnalysisResult } from '../../server/src/analysis/api.ts';
import { createMemory } from '../../server/src/analysis/memory.ts';
import { type StartPoints, selectStartPoints } from '../../server/src/analysis/start-points.ts';
import { NEVER_CANCELLED } from '../../server/src/base/cancellation.ts';
import { readConfiguration } from '../../server/src/config/read-configuration.ts';
import { typescript } from '../../server/src/main-typescript.ts';
import { PYTHON_MODELS } from '../../server/src/models/python/registry.ts';
import { MemoryFileSystem } from '../../server/src/source/memory-file-system.ts';

export type Files = Readonly<Record<string, string>>;

export function requestFor(files: Files, overrides: Partial<AnalysisRequest> = {}): AnalysisRequest {
  const fileSystem = new MemoryFileSystem(files);
  return {
    fileSystem,
    configuration: readConfiguration(fileSystem).configuration,
    target: '',
    entryPoints: [],
    environments: [],
    models: { python: PYTHON_MODELS, typescript: () => typescript },
    token: NEVER_CANCELLED,
    clock: () => 0,
    ...overrides,
  };
}

export function analysed(files: Files, overrides: Partial<AnalysisRequest> = {}): AnalysisResult {
  return analyze(requestFor(files, overrides));
}

export function startsOf(files: Files, overrides: Partial<AnalysisRequest> = {}): StartPoints {
  const request = requestFor(files, overrides);
  return selectStartPoints(request, createMemory(request.fileSystem, request.models, request.configuration));
}

/** Start points in one line each: `main.py:3 app`, `main.py:3 create_app()`, `python -m main`, `call main:run`. */
export function startLines(files: Files, overrides: Partial<AnalysisRequest> = {}): readonly string[] {
  return startsOf(files, overrides).points.map(({ entry, report }) => {
    const place = `${report.file}:${report.line}`;
    if (entry.serve)
      return `${place} serves ${entry.module}:${entry.serve.name}${entry.serve.factory ? '()' : ''}`;
    if (entry.call !== undefined) return `${place} calls ${entry.module}:${entry.call}()`;
    return `${place} runs ${entry.module}`;
  });
}
