/** From what a person typed to a folder with a configuration. Must not know what is done with it. */
import type { Configuration } from '../config/configuration.ts';
import {
  type ConfigurationResult,
  readConfiguration,
  readConfigurationFile,
} from '../config/read-configuration.ts';
import { excluding } from '../source/excluding-file-system.ts';
import type { FileSystem } from '../source/file-system.ts';
import { ConfigurationError, UsageError } from './failures.ts';
import type { CommandLineHost, Folders } from './host.ts';
import { below, folderOf, joined, nameOf } from './paths.ts';

export interface Project {
  /** The root as a person standing in the working folder would write it; `.` for that folder. */
  readonly name: string;
  /** The root, absolute. */
  readonly root: string;
  readonly fileSystem: FileSystem;
  readonly configuration: Configuration;
  /** The file that was asked for, below the root; `''` where it was the root itself. */
  readonly target: string;
}

export interface ProjectOptions {
  /** Another configuration file, as it was typed. */
  readonly config?: string;
  /** The root, as it was typed; without it, it follows from the path. */
  readonly root?: string;
}

/**
 * A folder is its own root. A file belongs to the nearest folder above it that looks like a project's.
 * @throws UsageError when the path is not there; ConfigurationError when the configuration is wrong.
 */
export function openProject(host: CommandLineHost, path: string, options: ProjectOptions): Project {
  const place = existing(host.folders, path);
  const root =
    options.root === undefined ? projectRoot(host.folders, place) : folder(host.folders, options.root);
  const target = below(root, place);
  if (target === undefined) throw new UsageError(`${path} is not below ${options.root ?? root}`);
  const bare = host.folders.open(root);
  const { configuration, problems, notices } = configure(host, bare, options.config);
  if (problems.length > 0) throw new ConfigurationError(problems);
  for (const notice of notices) host.err.write(`wiretrace: ${notice}\n`);
  return {
    name: displayName(host.folders, root),
    root,
    fileSystem: excluding(bare, configuration.exclude),
    configuration,
    target,
  };
}

/** @throws UsageError */
export function existing(folders: Folders, path: string): string {
  const place = folders.resolve(path);
  if (folders.kindOf(place) === 'missing') throw new UsageError(`there is no file or folder ${path}`);
  return place;
}

function folder(folders: Folders, path: string): string {
  const place = existing(folders, path);
  if (folders.kindOf(place) !== 'folder')
    throw new UsageError(`--root has to be a folder, and ${path} is a file`);
  return place;
}

/** Files that stand in the root of a project, and the folder of version control. */
const MARKERS = [
  'wiretrace.json',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'requirements.txt',
  'package.json',
  '.git',
];

function projectRoot(folders: Folders, place: string): string {
  if (folders.kindOf(place) === 'folder') return place;
  const own = folderOf(place);
  for (let candidate = own; ; candidate = folderOf(candidate)) {
    if (MARKERS.some((marker) => folders.kindOf(joined(candidate, marker)) !== 'missing')) return candidate;
    if (candidate === folderOf(candidate)) return own;
  }
}

function configure(host: CommandLineHost, root: FileSystem, config: string | undefined): ConfigurationResult {
  if (config === undefined) return readConfiguration(root);
  const place = existing(host.folders, config);
  const text = host.folders.open(folderOf(place)).read(nameOf(place));
  if (text === undefined)
    throw new UsageError(`--config has to be a file that can be read, and ${config} is not`);
  return readConfigurationFile(config, text);
}

function displayName(folders: Folders, root: string): string {
  const relative = below(folders.workingFolder, root);
  return relative === '' ? '.' : (relative ?? root);
}

/**
 * Checks `FILE` and `FILE:NAME` of `--entry`, and gives them as the analysis wants them: below the root.
 * @throws UsageError
 */
export function entryPoints(
  folders: Folders,
  project: Project,
  entries: readonly string[],
): readonly string[] {
  return entries.map((entry) => {
    const [, file = entry, name = ''] = /^(.*?)(:[^:/\\]*)?$/.exec(entry) ?? [];
    return fileBelow(folders, project, file, '--entry') + name;
  });
}

/**
 * A file as a person wrote it, from the root or from where they stand; given from the root.
 * @throws UsageError
 */
export function fileBelow(folders: Folders, project: Project, file: string, what: string): string {
  const fromHere = below(project.root, folders.resolve(file));
  const found = [file, fromHere].find((path) => path && project.fileSystem.read(path) !== undefined);
  if (found === undefined) throw new UsageError(`${what}: there is no file ${file} below ${project.name}`);
  return found;
}
