/** Filling constant texts: `%` and braces, after Python's "printf-style formatting" and "format string syntax". Must not know the heap. */

export type Filling = string | number | boolean;

/** `template % values`; `undefined` where a conversion is not a plain one or the values do not fit. */
export function fillPercent(template: string, values: readonly Filling[]): string | undefined {
  let next = 0;
  let fits = true;
  const result = template.replace(/%(.?)/g, (_all, conversion: string) => {
    if (conversion === '%') return '%';
    const value = values[next++];
    if (value === undefined || !['s', 'd', 'i'].includes(conversion)) fits = false;
    return String(value);
  });
  return fits && next === values.length ? result : undefined;
}

/** `template.format(...)`; `undefined` where a field has a format of its own, looks into its value, or is not given. */
export function fillBraces(
  template: string,
  positional: readonly Filling[],
  named: ReadonlyMap<string, Filling>,
): string | undefined {
  let next = 0;
  let fits = true;
  const result = template.replace(/\{\{|\}\}|\{([^{}]*)\}/g, (all, field: string | undefined) => {
    if (field === undefined) return all.slice(0, 1);
    const value =
      field === '' ? positional[next++] : /^\d+$/.test(field) ? positional[Number(field)] : named.get(field);
    if (value === undefined) fits = false;
    return String(value);
  });
  return fits ? result : undefined;
}
