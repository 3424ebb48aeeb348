/** Names for findings and entry points that stay the same from one analysis to the next. Must not know an editor. */
import type { ReportEntryPoint, ReportFinding } from '../report.ts';

/** Lines may move: they are no part of it, nor are those that the message names. */
export function findingId({
  check,
  file,
  component,
  message,
}: Pick<ReportFinding, 'check' | 'file' | 'component' | 'message'>): string {
  return `${check}:${file}:${component}:${hash(message.replaceAll(/:\d+/g, ''))}`;
}

export function entryPointId({ file, name }: ReportEntryPoint): string {
  return `${file}:${name}`;
}

/** FNV-1a, 32 bits, as eight hexadecimal digits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
