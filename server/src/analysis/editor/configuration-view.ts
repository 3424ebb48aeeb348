/** The configuration as an editor shows it: links to the files that it names, and its suites. Must not know its formats. */
import type { Configuration } from '../../config/configuration.ts';
import type { FileSystem } from '../../source/file-system.ts';
import type { ConfigurationLink, EditorLocation, EditorSuite } from './analysis.ts';
import type { TextPlaces } from './text-places.ts';

/** Paths in the configuration that are files of the workspace; those that are not are findings of their own. */
export function configurationLinks(
  configuration: Configuration,
  fileSystem: FileSystem,
  places: TextPlaces,
): readonly ConfigurationLink[] {
  const named = [
    ...configuration.entryPoints.map((value, index) => ({ path: `entryPoints/${index}`, value })),
    ...configuration.sourceRoots.map((value, index) => ({ path: `sourceRoots/${index}`, value })),
    ...(configuration.baseline === undefined ? [] : [{ path: 'baseline', value: configuration.baseline }]),
  ];
  const direct = named.flatMap(({ path, value }) => {
    const target = value.replace(/:[A-Za-z_]\w*$/, '');
    const place = settingPlace(configuration, path, value, places);
    return place && isFile(fileSystem, target) ? [{ ...place, target }] : [];
  });
  const suites = suitesOf(configuration, fileSystem, places).flatMap(({ place, file }) =>
    place && file !== undefined ? [{ ...place, target: file }] : [],
  );
  return [...direct, ...suites];
}

export function suitesOf(
  configuration: Configuration,
  fileSystem: FileSystem,
  places: TextPlaces,
): readonly EditorSuite[] {
  return configuration.suites.map(({ command }, index) => ({
    command,
    place: settingPlace(configuration, `suites/${index}/command`, command, places),
    file: command
      .split(/\s+/)
      .map((word) => word.replace(/^["']|["']$/g, '').replace(/^\.\//, ''))
      .map((word) => word.split('::')[0] ?? word)
      .find((word) => word.includes('.') && isFile(fileSystem, word)),
  }));
}

function isFile(fileSystem: FileSystem, path: string): boolean {
  return path !== '' && fileSystem.exists(path) && !fileSystem.isDirectory(path);
}

/** The value between its quotes; `undefined` where the setting was not written. */
function settingPlace(
  configuration: Configuration,
  path: string,
  value: string,
  places: TextPlaces,
): EditorLocation | undefined {
  const { file } = configuration;
  const place = configuration.places.get(path);
  if (file === undefined || !place) return undefined;
  const line = place.line - 1;
  const text = places.text(file)?.split(/\r\n|\r|\n/)[line] ?? '';
  const found = text.indexOf(value, place.column - 1);
  const start = found < 0 ? place.column - 1 : found;
  const end = found < 0 ? text.trimEnd().length : found + value.length;
  return {
    file,
    range: { start: { line, character: start }, end: { line, character: Math.max(start, end) } },
  };
}
