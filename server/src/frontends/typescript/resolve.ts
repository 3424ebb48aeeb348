/**
 * Which file an import means: relative paths, path aliases of the nearest `tsconfig.json`, packages of the workspace. The compiler's own
 * resolution answers; nothing is run, and plug-ins that a configuration names are never loaded. Must not read what the files hold.
 */
import { ts } from 'ts-morph';
import type { FileSystem } from '../../source/file-system.ts';
import { mayBeMade } from './generated-files.ts';
import { folderOf, joined } from './paths.ts';
import { type WorkspacePackages, findPackages, packageFile } from './workspace-packages.ts';

/** A project's settings, as far as they say where modules and sources are. */
export interface ProjectSettings {
  /** Folder of the configuration file. */
  readonly folder: string;
  readonly options: ts.CompilerOptions;
}

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json'];
const CONFIGURATIONS = ['tsconfig.json', 'jsconfig.json'];

/** Answers by what is on disk; each question is asked once. */
export class TypeScriptResolver {
  private readonly fileSystem: FileSystem;
  private readonly answers = new Map<string, string | undefined>();
  private readonly settings = new Map<string, ProjectSettings | undefined>();
  private readonly host: ts.ModuleResolutionHost;
  private readonly caches = new Map<ProjectSettings | undefined, ts.ModuleResolutionCache>();
  private packages: WorkspacePackages | undefined;

  constructor(fileSystem: FileSystem) {
    this.fileSystem = fileSystem;
    this.host = hostOf(fileSystem);
  }

  /** Path of the file that `specifier` means in `importer`; `undefined` for a library and for what does not exist. */
  resolve(specifier: string, importer: string): string | undefined {
    const key = `${folderOf(importer)}\n${specifier}`;
    if (!this.answers.has(key)) this.answers.set(key, this.find(specifier, importer));
    return this.answers.get(key);
  }

  /**
   * Whether a field without a value is set to undefined when an object is made. TypeScript, "useDefineForClassFields": as the setting says,
   * else from the target ES2022 on. JavaScript, and TypeScript that runs without a configuration, does as ECMAScript 15.7.14 says.
   */
  definesFields(file: string): boolean {
    const options = /\.[cm]?tsx?$/.test(file) ? this.settingsOf(file)?.options : undefined;
    if (!options) return true;
    return (
      options.useDefineForClassFields ?? (options.target ?? ts.ScriptTarget.ES5) >= ts.ScriptTarget.ES2022
    );
  }

  /**
   * Whether importing `specifier` certainly fails: a source file of the workspace by its path, which is not there and which nothing
   * looks as if it would make. Node.js documentation, "Modules: CommonJS modules", `MODULE_NOT_FOUND`.
   */
  isMissing(specifier: string, importer: string): boolean {
    if (!/^\.\.?\//.test(specifier) || this.resolve(specifier, importer) !== undefined) return false;
    const path = joined(folderOf(importer), specifier);
    if (/\.\w+$/.test(path) && !/\.[cm]?[jt]sx?$/.test(path)) return false;
    // Types alone are not imported when the program runs.
    const bare = path.replace(/\.[cm]?[jt]sx?$/, '');
    if ([`${bare}.d.ts`, `${bare}/index.d.ts`].some((file) => this.fileSystem.exists(file))) return false;
    const { outDir } = this.settingsOf(importer)?.options ?? {};
    return !mayBeMade(this.fileSystem, path, outDir?.replace(/^\//, ''));
  }

  /** The project that a file belongs to. */
  settingsOf(file: string): ProjectSettings | undefined {
    const folder = folderOf(file);
    if (!this.settings.has(folder)) this.settings.set(folder, this.readSettings(folder));
    return this.settings.get(folder);
  }

  private find(specifier: string, importer: string): string | undefined {
    const beside = this.fileBeside(specifier, importer);
    if (beside !== undefined) return beside;
    const settings = this.settingsOf(importer);
    // A module of Node.js is no file, unless the project says so.
    if (specifier.startsWith('node:') && settings?.options.paths === undefined) return undefined;
    const options = { ...settings?.options, ...RESOLUTION };
    const cache = this.cacheOf(settings, options);
    const found = ts.resolveModuleName(specifier, `/${importer}`, options, this.host, cache).resolvedModule;
    if (found && !found.isExternalLibraryImport)
      return implementation(this.fileSystem, found.resolvedFileName.slice(1));
    if (specifier.startsWith('/')) return this.plainFile(joined('', specifier));
    if (specifier.startsWith('.')) return this.plainFile(joined(folderOf(importer), specifier));
    this.packages ??= findPackages(this.fileSystem);
    return packageFile(this.fileSystem, this.packages, specifier, importer);
  }

  /** What the compiler has found out for other folders with the same options: what no folder above has, no folder has. */
  private cacheOf(
    settings: ProjectSettings | undefined,
    options: ts.CompilerOptions,
  ): ts.ModuleResolutionCache {
    let cache = this.caches.get(settings);
    if (!cache)
      this.caches.set(settings, (cache = ts.createModuleResolutionCache('/', (name) => name, options)));
    return cache;
  }

  /** `./name` is `./name.ts` before it is anything else: the compiler need not be asked. */
  private fileBeside(specifier: string, importer: string): string | undefined {
    if (!/^\.\.?\/(?:.*\/)?[\w-]+$/.test(specifier)) return undefined;
    const bare = joined(folderOf(importer), specifier);
    if (this.fileSystem.exists(`${bare}.ts`)) return `${bare}.ts`;
    return this.fileSystem.isDirectory(bare) ? this.indexOf(bare) : undefined;
  }

  /** Nor where it can only be a folder, which says nothing itself. */
  private indexOf(folder: string): string | undefined {
    const others = [
      ...EXTENSIONS.map((extension) => folder + extension),
      `${folder}.d.ts`,
      `${folder}/package.json`,
    ];
    const index = `${folder}/index.ts`;
    return this.fileSystem.exists(index) && !others.some((path) => this.fileSystem.exists(path))
      ? index
      : undefined;
  }

  /** The file of a path without an extension, or of a folder; also where the compiler does not look. */
  private plainFile(path: string): string | undefined {
    const bare = path.replace(/\/$/, '');
    const candidates = [bare, ...EXTENSIONS.map((extension) => bare + extension), ...indexFiles(bare)];
    return candidates.find((candidate) => hasExtension(candidate) && this.fileSystem.exists(candidate));
  }

  private readSettings(folder: string): ProjectSettings | undefined {
    for (const name of CONFIGURATIONS) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (this.fileSystem.exists(path)) return this.parseSettings(path, folder);
    }
    return folder === '' ? undefined : this.settingsOf(folder);
  }

  /** Reads a configuration with what it extends; mistakes in it leave out what they are in. */
  private parseSettings(path: string, folder: string): ProjectSettings {
    const { options, references } = this.parseFile(path);
    if (options.paths !== undefined || options.baseUrl !== undefined) return { folder, options };
    // A file that only lists projects says nothing itself: the projects beside it do.
    for (const reference of references) {
      const inner = reference.endsWith('.json') ? reference : `${reference}/tsconfig.json`;
      if (!this.fileSystem.exists(inner) || folderOf(inner) !== folder) continue;
      const found = this.parseFile(inner).options;
      if (found.paths !== undefined) return { folder, options: { ...options, ...found } };
    }
    return { folder, options };
  }

  private parseFile(path: string): { options: ts.CompilerOptions; references: readonly string[] } {
    const read = ts.readConfigFile(`/${path}`, (file) => this.fileSystem.read(file.slice(1)));
    const config: unknown = read.config;
    const host: ts.ParseConfigHost = {
      useCaseSensitiveFileNames: true,
      fileExists: (file) => this.fileSystem.exists(file.slice(1)),
      readFile: (file) => this.fileSystem.read(file.slice(1)),
      readDirectory: () => [],
    };
    const parsed = ts.parseJsonConfigFileContent(
      config ?? {},
      host,
      `/${folderOf(path)}`,
      undefined,
      `/${path}`,
    );
    const references = (parsed.projectReferences ?? []).map((each) => each.path.replace(/^\//, ''));
    return { options: parsed.options, references };
  }
}

const RESOLUTION: ts.CompilerOptions = {
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  module: ts.ModuleKind.ESNext,
  allowJs: true,
  resolveJsonModule: true,
  allowImportingTsExtensions: true,
  noDtsResolution: true,
};

function hostOf(fileSystem: FileSystem): ts.ModuleResolutionHost {
  return {
    fileExists: (path) => fileSystem.exists(path.slice(1)),
    readFile: (path) => fileSystem.read(path.slice(1)),
    directoryExists: (path) => path === '/' || fileSystem.isDirectory(path.slice(1)),
    getDirectories: () => [],
    useCaseSensitiveFileNames: true,
  };
}

/** A declaration file says only what the file beside it holds. */
function implementation(fileSystem: FileSystem, path: string): string | undefined {
  if (!/\.d\.[cm]?ts$/.test(path)) return path;
  const bare = path.replace(/\.d\.[cm]?ts$/, '');
  return EXTENSIONS.map((extension) => bare + extension).find((candidate) => fileSystem.exists(candidate));
}

function indexFiles(folder: string): readonly string[] {
  return EXTENSIONS.map((extension) => (folder === '' ? `index${extension}` : `${folder}/index${extension}`));
}

function hasExtension(path: string): boolean {
  return EXTENSIONS.some((extension) => path.endsWith(extension));
}
