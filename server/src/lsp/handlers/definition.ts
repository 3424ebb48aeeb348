/** `textDocument/definition` and `implementation`: from a component or its setter to where it is injected, and back; on to the entry point. */
import type { DefinitionParams, ImplementationParams, Location } from 'vscode-languageserver/node';
import type { EditorLocation, Mark } from '../../analysis/editor/analysis.ts';
import type { ReportComponent } from '../../analysis/report.ts';
import { answering } from '../handling.ts';
import { knownAt } from '../known.ts';
import { locate, type Session, type Folder } from '../session.ts';
import { toClient } from '../to-protocol.ts';

export function registerDefinition(session: Session): void {
  session.connection.onDefinition(
    answering<DefinitionParams, Location[] | null>(session, 'definition', null, (parameters) => {
      const known = knownAt(session, parameters.textDocument.uri, parameters.position);
      if (!known) return null;
      const places = known.marks.flatMap((mark) => definitions(known.folder, mark));
      return asLocations(session, known.folder, places);
    }),
  );
  session.connection.onImplementation(
    answering<ImplementationParams, Location[] | null>(session, 'implementation', null, (parameters) => {
      const known = knownAt(session, parameters.textDocument.uri, parameters.position);
      if (!known || known.marks.length === 0) return null;
      return asLocations(session, known.folder, entryPoints(known.folder));
    }),
  );
}

/** Where a component is injected; of an injecting call and of an instance, the component's injection point. */
function definitions(folder: Folder, mark: Mark): readonly EditorLocation[] {
  switch (mark.kind) {
    case 'component':
    case 'injection-point':
      return injectionsOf(folder, mark.component);
    case 'injection':
    case 'instance':
      return marksOf(
        folder,
        (other) => other.kind === 'injection-point' && sameComponent(other.component, mark.component),
      );
    default:
      return [];
  }
}

/** In the order in which a reader wants them: those that startup comes by first. */
export function injectionsOf(folder: Folder, component: ReportComponent): readonly EditorLocation[] {
  const are = (isReached: boolean) =>
    marksOf(
      folder,
      (mark) =>
        mark.kind === 'injection' &&
        mark.injection.reached === isReached &&
        sameComponent(mark.component, component),
    );
  return [...are(true), ...are(false)];
}

function sameComponent(a: ReportComponent, b: ReportComponent): boolean {
  const [left, right] = [a.injectionPoint, b.injectionPoint];
  return a.component === b.component && left.name === right.name && left.file === right.file;
}

export function entryPoints(folder: Folder): readonly EditorLocation[] {
  return marksOf(folder, ({ kind }) => kind === 'entry-point');
}

function marksOf({ analysis }: Folder, fits: (mark: Mark) => boolean): readonly EditorLocation[] {
  return [...(analysis?.marks ?? [])].flatMap(([file, marks]) =>
    marks.filter(fits).map(({ range }) => ({ file, range })),
  );
}

function asLocations(session: Session, folder: Folder, places: readonly EditorLocation[]): Location[] | null {
  if (places.length === 0) return null;
  const to = toClient(session);
  return places.map((place) => to.location(folder, place)).filter(({ uri }) => locate(session, uri));
}
