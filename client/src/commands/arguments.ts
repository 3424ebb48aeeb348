/**
 * Arguments of commands, looked at before they are used: they come from links and lenses, which a workspace's files may have a part in.
 * Must not know the commands.
 */

/** A record's fields; none of anything else. */
export function fieldsOf(argument: unknown): Readonly<Record<string, unknown>> {
  return typeof argument === 'object' && argument !== null ? { ...argument } : {};
}

/** The field if it is a text that is not empty. */
export function textField(argument: unknown, name: string): string | undefined {
  const value = fieldsOf(argument)[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
