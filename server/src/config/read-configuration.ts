/** Finds and reads a project's configuration. Must not know the disk, a terminal or what the settings are used for. */
import type { FileSystem } from '../source/file-system.ts';
import type { Configuration } from './configuration.ts';
import { defaultConfiguration } from './defaults.ts';
import { readJsonSettings, readManifestSettings } from './read-json.ts';
import { readTomlSettings } from './read-toml.ts';
import { CONFIGURATION_SCHEMA, type Settings } from './schema.ts';
import type { ReadSettings, SettingProblem } from './setting-tree.ts';
import { validate } from './validate.ts';

export interface ConfigurationResult {
  /** Sound only where there are no problems. */
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
  /** What a person should know though nothing is wrong: sources that are passed over. */
  readonly notices: readonly string[];
}

export interface ConfigurationProblem extends SettingProblem {
  /** The file it stands in, relative to the root. */
  readonly file: string;
}

interface Source {
  readonly file: string;
  /** As a person calls it. */
  readonly name: string;
  readonly read: (text: string) => ReadSettings;
}

/** Where settings may stand in the root; the first that has any is used, alone. */
const SOURCES: readonly Source[] = [
  { file: 'wiretrace.json', name: 'wiretrace.json', read: readJsonSettings },
  { file: 'pyproject.toml', name: '[tool.wiretrace] of pyproject.toml', read: readTomlSettings },
  { file: 'package.json', name: '"wiretrace" of package.json', read: readManifestSettings },
];

/** The configuration of the project at the root of `fileSystem`. */
export function readConfiguration(fileSystem: FileSystem): ConfigurationResult {
  const found = SOURCES.flatMap((source) => {
    const text = fileSystem.read(source.file);
    const settings = text === undefined ? undefined : source.read(text);
    return settings && (settings.tree || settings.problems.length > 0) ? [{ source, settings }] : [];
  });
  const [used, ...passedOver] = found;
  if (!used) return { configuration: defaultConfiguration(), problems: [], notices: [] };
  const notices = passedOver.map(
    ({ source }) => `${used.source.name} is used; ${source.name} is passed over. Keep one of them.`,
  );
  return { ...interpret(used.source.file, used.settings), notices };
}

/**
 * A configuration file that was named by hand; its format follows from its name. A file that has no settings of ours
 * gives a problem, since somebody meant it to have some.
 */
export function readConfigurationFile(file: string, text: string): ConfigurationResult {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const source = SOURCES.find((known) => known.file === name);
  const read = source?.read ?? (name.endsWith('.toml') ? readTomlSettings : readJsonSettings);
  const settings = read(text);
  if (settings.tree || settings.problems.length > 0) return { ...interpret(file, settings), notices: [] };
  const missing = name.endsWith('.toml') ? '[tool.wiretrace]' : source ? '"wiretrace"' : 'settings';
  const problem = {
    file,
    line: 1,
    column: 1,
    key: '',
    message: `there are no settings here: ${missing} is missing`,
  };
  return { configuration: defaultConfiguration(), problems: [problem], notices: [] };
}

function interpret(file: string, settings: ReadSettings): Omit<ConfigurationResult, 'notices'> {
  const inFile = (problem: SettingProblem): ConfigurationProblem => ({ ...problem, file });
  if (!settings.tree) {
    return { configuration: defaultConfiguration(), problems: settings.problems.map(inFile) };
  }
  const { value, problems, places } = validate(settings.tree, CONFIGURATION_SCHEMA);
  if (problems.length > 0) return { configuration: defaultConfiguration(), problems: problems.map(inFile) };
  // `validate` found no problem, so the value has the type that follows from the same schema.
  return { configuration: { ...(value as Settings), file, places }, problems: [] };
}
