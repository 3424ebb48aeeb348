/** Classes made by a call instead of a statement: `type(name, bases, namespace)`. Python library, `type`. */
import { linearise } from './linearization.ts';
import type { CallArguments, Machine } from './machine.ts';
import { heap, newId } from './machine.ts';
import type { ClassObject, Place } from './objects.ts';
import { builtinClass } from './types.ts';
import type { Value } from './values.ts';
import { onlyText, single, unknown } from './values.ts';

/** Arguments: metaclass, name, bases, namespace. */
export function makeClassFrom(m: Machine, args: CallArguments, place: Place): Value {
  const [metaclass, name, bases, namespace] = args.positional;
  const label = name ? onlyText(name) : undefined;
  if (!label || !bases || !namespace)
    return unknown('a class that is made at run time', { truthy: true, place });
  const root = builtinClass(m, m.dialect.types.root);
  const elements = m.rules.elements(m, bases, place);
  const parents = elements.known.flatMap((value) =>
    value.atoms.filter((atom): atom is ClassObject => atom.kind === 'class'),
  );
  const complete = parents.length === elements.known.length && elements.rest.atoms.length === 0;
  const meta = metaclass?.atoms[0];
  const draft = {
    kind: 'class' as const,
    id: newId(m),
    name: label,
    qualifiedName: `${m.frame.name}.${label}`,
    node: undefined,
    module: m.frame.module,
    bases: parents.length > 0 ? parents : root ? [root] : [],
    unknownBase: complete ? parents.find((p) => p.unknownBase)?.unknownBase : 'a base that is not known',
    metaclass: meta?.kind === 'class' && meta.name !== m.dialect.types.class ? meta : undefined,
    fields: [],
    isModel: false,
    mro: [] as ClassObject[],
  };
  draft.mro.push(...linearise(draft, draft.bases));
  fillFrom(m, draft, namespace);
  return single(draft);
}

function fillFrom(m: Machine, type: ClassObject, namespace: Value): void {
  for (const atom of namespace.atoms) {
    const items = atom.kind === 'container' ? heap(m).items(atom.id) : undefined;
    if (items?.kind !== 'mapping') continue;
    for (const entry of items.entries.values()) {
      const key = onlyText(entry.key);
      if (key !== undefined) heap(m).setSlot(type.id, key, { value: entry.value, writes: [] });
    }
  }
}
