/** How a text report looks: colours, width, places, source lines. Must not know what is reported. */
import { createColors } from 'picocolors';
import type { ReportedSeverity } from '../../config/checks.ts';
import type { FileSystem } from '../../source/file-system.ts';
import type { Output } from '../host.ts';
import { joined } from '../paths.ts';
import { printable } from './printable.ts';

export type Paint = (text: string) => string;

export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly cyan: Paint;
  /** Columns that running text is set in. */
  readonly width: number;
  /** A file as the reader can open it from where they stand. */
  readonly file: (file: string) => string;
  /** A line of a file, from 1; `undefined` where it cannot be read. */
  readonly sourceLine: (file: string, line: number) => string | undefined;
}

/** Lines of running text that are longer are hard to read, however wide the terminal. */
const MAX_WIDTH = 100;
const MIN_WIDTH = 40;

export function createStyle(output: Output, rootName: string, fileSystem: FileSystem): Style {
  const { bold, dim, red, yellow, green, cyan } = createColors(output.hasColors);
  const width = output.width === 0 ? MAX_WIDTH : Math.max(MIN_WIDTH, Math.min(output.width, MAX_WIDTH));
  return {
    ...{ bold, dim, red, yellow, green, cyan, width },
    file: (file) => printable(joined(rootName, file)),
    sourceLine: sourceLines(fileSystem),
  };
}

function sourceLines(fileSystem: FileSystem): Style['sourceLine'] {
  const texts = new Map<string, readonly string[]>();
  return (file, line) => {
    const known = texts.get(file);
    const lines = known ?? (fileSystem.read(file) ?? '').split(/\r\n|\r|\n/);
    if (!known) texts.set(file, lines);
    return lines[line - 1];
  };
}

export function severityPaint(style: Style, severity: ReportedSeverity): Paint {
  if (severity === 'error') return style.red;
  return severity === 'warning' ? style.yellow : style.cyan;
}
