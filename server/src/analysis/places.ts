/**
 * Offsets of the dry run as lines and columns that count from one. Every text is indexed once.
 * Must not know what stands at a place.
 */
import { LineIndex } from '../base/line-index.ts';
import type { ModuleNode } from '../ir/nodes.ts';
import type { Place } from '../engine/objects.ts';
import type { ReportPosition, ReportRange } from './report.ts';

/** Where in the workspace something is. */
export interface Location {
  /** Relative to the root. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Places {
  /** Start of a place, from one; `undefined` inside a library model, which is no file of the workspace. */
  locate(place: Place): Location | undefined;
  range(place: Place): ReportRange;
}

export function createPlaces(): Places {
  const indexes = new WeakMap<ModuleNode, LineIndex>();
  const indexOf = (module: ModuleNode): LineIndex => {
    const known = indexes.get(module);
    if (known) return known;
    const index = new LineIndex(module.text);
    indexes.set(module, index);
    return index;
  };
  return {
    locate: (place) => {
      if (!isWorkspaceFile(place.module.path)) return undefined;
      return { file: place.module.path, ...oneBased(indexOf(place.module), place.start) };
    },
    range: (place) => {
      const index = indexOf(place.module);
      return { start: oneBased(index, place.start), end: oneBased(index, place.end) };
    },
  };
}

/** Models and the start of a run have names in angle brackets instead of paths. */
export function isWorkspaceFile(path: string): boolean {
  return !path.startsWith('<');
}

function oneBased(index: LineIndex, offset: number): ReportPosition {
  const { line, character } = index.position(offset);
  return { line: line + 1, column: character + 1 };
}
