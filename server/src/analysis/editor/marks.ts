/** What is known of names in the workspace, by the file that they stand in. Must not know how it is shown. */
import type { Report, ReportComponent, ReportEvent } from '../report.ts';
import type { EditorLocation, Mark } from './analysis.ts';
import { entryPointId } from './finding-id.ts';
import { comparePositions, type TextPlaces } from './text-places.ts';

type Placed = readonly [EditorLocation, WithoutRange<Mark>];
type WithoutRange<M> = M extends Mark ? Omit<M, 'range'> : never;

/** By file, in the order of their places. */
export function marksOf(report: Report, places: TextPlaces): ReadonlyMap<string, readonly Mark[]> {
  const found = new Map<string, Mark[]>();
  const placed: readonly Placed[] = [
    ...report.components.flatMap((component) => componentMarks(component, places)),
    ...report.events.flatMap((event) => eventMarks(event, places)),
    ...report.entryPoints.map(
      (entryPoint): Placed => [
        places.name(entryPoint, entryPoint.name),
        { kind: 'entry-point', id: entryPointId(entryPoint), entryPoint },
      ],
    ),
  ];
  for (const [{ file, range }, mark] of placed) {
    const marks = found.get(file) ?? [];
    marks.push({ ...mark, range });
    found.set(file, marks);
  }
  for (const marks of found.values()) marks.sort((a, b) => comparePositions(a.range, b.range));
  return found;
}

function componentMarks(component: ReportComponent, places: TextPlaces): readonly Placed[] {
  const { injectionPoint, injections, instances } = component;
  return [
    [places.name(component, component.component), { kind: 'component', component }],
    [places.name(injectionPoint, injectionPoint.name), { kind: 'injection-point', component }],
    ...injections.map(
      (injection): Placed => [
        places.name(injection, injectionPoint.name),
        { kind: 'injection', component, injection },
      ],
    ),
    ...instances.map(
      (instance): Placed => [places.name(instance, component.component), { kind: 'instance', component }],
    ),
  ];
}

function eventMarks(event: ReportEvent, places: TextPlaces): readonly Placed[] {
  return event.emitters.map((emitter) => [
    places.name(emitter, event.name),
    { kind: 'emitter', event, emitter },
  ]);
}
