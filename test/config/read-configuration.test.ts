import { describe, expect, it } from 'vitest';
import { placeOf } from '../../server/src/config/configuration.ts';
import { defaultConfiguration } from '../../server/src/config/defaults.ts';
import { readConfiguration, readConfigurationFile } from '../../server/src/config/read-configuration.ts';
import { MemoryFileSystem } from '../../server/src/source/memory-file-system.ts';

function read(files: Readonly<Record<string, string>>) {
  return readConfiguration(new MemoryFileSystem(files));
}

/** Problems as the command line prints them. */
function problems(files: Readonly<Record<string, string>>): readonly string[] {
  return read(files).problems.map(
    ({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`,
  );
}

const CONTRACT = {
  component: 'app.registry.AgentRegistry',
  setter: 'set_websocket_manager',
  dependency: 'WebSocketManager',
  legacySetters: ['set_websocket_bridge'],
};

describe('sources', () => {
  it('gives the defaults where there is no source', () => {
    expect(read({})).toEqual({ configuration: defaultConfiguration(), problems: [], notices: [] });
  });

  it.each([
    [
      'wiretrace.json',
      `{ // why\n  "contracts": [${JSON.stringify(CONTRACT)},], "events": ["agent_started"] }`,
    ],
    [
      'pyproject.toml',
      [
        '[project]',
        'name = "x"',
        '[tool.wiretrace]',
        'events = ["agent_started"]',
        '[[tool.wiretrace.contracts]]',
        'component = "app.registry.AgentRegistry"',
        'setter = "set_websocket_manager"',
        'dependency = "WebSocketManager"',
        'legacySetters = ["set_websocket_bridge"]',
      ].join('\n'),
    ],
    [
      'package.json',
      JSON.stringify({ name: 'x', wiretrace: { contracts: [CONTRACT], events: ['agent_started'] } }),
    ],
  ])('reads the same settings from %s', (file, text) => {
    const { configuration, problems: found } = read({ [file]: text });
    expect(found).toEqual([]);
    expect(configuration).toMatchObject({
      file,
      contracts: [CONTRACT],
      events: ['agent_started'],
      sourceRoots: [],
    });
  });

  it('uses the first source alone and says which one is passed over', () => {
    const { configuration, notices } = read({
      'package.json': '{"wiretrace": {"events": ["c"]}}',
      'pyproject.toml': '[tool.wiretrace]\nevents = ["b"]',
      'wiretrace.json': '{"events": ["a"]}',
    });
    expect(configuration.events).toEqual(['a']);
    expect(notices).toEqual([
      'wiretrace.json is used; [tool.wiretrace] of pyproject.toml is passed over. Keep one of them.',
      'wiretrace.json is used; "wiretrace" of package.json is passed over. Keep one of them.',
    ]);
  });

  it('leaves other projects’ files alone, even broken ones', () => {
    expect(read({ 'pyproject.toml': '[tool', 'package.json': '{' })).toMatchObject({
      problems: [],
      notices: [],
    });
    expect(read({ 'package.json': '{"name": "wiretrace"}' }).configuration.file).toBeUndefined();
  });

  it('reads a file that was named by hand, by the ending of its name', () => {
    const { configuration } = readConfigurationFile('conf/strict.jsonc', '{"events": ["a"],}');
    expect(configuration).toMatchObject({ file: 'conf/strict.jsonc', events: ['a'] });
    expect(readConfigurationFile('a/pyproject.toml', '[project]').problems).toEqual([
      {
        file: 'a/pyproject.toml',
        line: 1,
        column: 1,
        key: '',
        message: 'there are no settings here: [tool.wiretrace] is missing',
      },
    ]);
  });
});

describe('places', () => {
  it('knows where a setting stands in JSON', () => {
    const { configuration } = read({
      'wiretrace.json': `{\n  "contracts": [\n    ${JSON.stringify(CONTRACT)}\n  ]\n}`,
    });
    expect(placeOf(configuration, 'contracts')).toEqual({ line: 2, column: 3 });
    expect(placeOf(configuration, 'contracts/0')).toEqual({ line: 3, column: 5 });
    expect(placeOf(configuration, 'contracts/0/setter')).toEqual({ line: 3, column: 56 });
    expect(placeOf(configuration, 'contracts/0/unwritten')).toEqual({ line: 3, column: 5 });
  });

  it('knows where a setting stands in TOML', () => {
    const { configuration } = read({
      'pyproject.toml': [
        '[project]',
        'description = """',
        '[tool.wiretrace]',
        '"""',
        '[tool.wiretrace]',
        '  environments.variable = "STAGE"',
        '[[tool.wiretrace.suites]]',
        'command = "a"',
        '[[tool.wiretrace.suites]]',
        "'command' = 'b'",
      ].join('\n'),
    });
    expect(placeOf(configuration, 'environments/variable')).toEqual({ line: 6, column: 3 });
    expect(placeOf(configuration, 'suites/0/command')).toEqual({ line: 8, column: 1 });
    expect(placeOf(configuration, 'suites/1/command')).toEqual({ line: 10, column: 1 });
  });
});

describe('values', () => {
  it('makes paths plain', () => {
    const { configuration } = read({ 'wiretrace.json': '{"entryPoints": ["./app\\\\main.py:app", "src/"]}' });
    expect(configuration.entryPoints).toEqual(['app/main.py:app', 'src']);
  });

  it('keeps a name that objects are born with out of the prototype', () => {
    const files = { 'wiretrace.json': '{"__proto__": {"events": ["x"]}}' };
    expect(problems(files)).toEqual(['wiretrace.json:1:2: there is no setting "__proto__"']);
  });
});

describe('mistakes name file, place, setting and the near miss', () => {
  it.each([
    ['{"entrypoints": []}', '1:2: there is no setting "entrypoints"; did you mean "entryPoints"?'],
    ['{"zzz": 1}', '1:2: there is no setting "zzz"'],
    ['{\n "events": "agent_started"}', '2:12: "events" has to be a list, not a text'],
    ['{"events": [1]}', '1:13: "events[0]" has to be a text, not a number'],
    ['{"events": [""]}', '1:13: "events[0]" is empty'],
    ['{"baseline": null}', '1:14: "baseline" has to be a text, not nothing'],
    ['{"environments": {"values": []}}', '1:18: "environments" has no "variable"'],
    ['{"contracts": [{"component": "A", "setter": "b"}]}', '1:16: "contracts[0]" has no "dependency"'],
    ['{"contracts": [true]}', '1:16: "contracts[0]" has to be a table of settings, not true or false'],
    [
      '{"checks": {"silent_skip": "off"}}',
      '1:13: there is no setting "checks.silent_skip"; did you mean "silent-skip"?',
    ],
    [
      '{"checks": {"silent-skip": "warn"}}',
      '1:28: "checks.silent-skip" has to be one of error, warning, information, off, not "warn"; did you mean "warning"?',
    ],
    [
      '{"checks": {"silent-skip": "warnign"}}',
      '1:28: "checks.silent-skip" has to be one of error, warning, information, off, not "warnign"; did you mean "warning"?',
    ],
    ['{"events": [], "events": []}', '1:16: "events" is set twice'],
    ['{"entryPoints": ["../x.py"]}', '1:18: "entryPoints[0]" has to lie below the root, not at "../x.py"'],
    ['{"baseline": "/etc/passwd"}', '1:14: "baseline" has to lie below the root, not at "/etc/passwd"'],
    ['[]', '1:1: the configuration has to be a table of settings, not a list'],
    ['', '1:1: this is not JSON: value expected'],
    ['{"events": [}', '1:13: this is not JSON: value expected'],
    ['{\n  "events" ["a"]\n}', '2:12: this is not JSON: colon expected'],
  ])('wiretrace.json: %s', (text, expected) => {
    expect(problems({ 'wiretrace.json': text })).toEqual([`wiretrace.json:${expected}`]);
  });

  it.each([
    ['[tool.wiretrace]\nevents = "a"', '2:1: "events" has to be a list, not a text'],
    ['[tool.wiretrace]\nevent = []', '2:1: there is no setting "event"; did you mean "events"?'],
    ['[tool.wiretrace]\nevents = [', '2:10: this is not TOML: unfinished array'],
    ['[tool.wiretrace]\nbaseline = 2020-01-01', '2:1: "baseline" has to be a text, not nothing'],
    ['# wiretrace\n[tool.wiretrace', '2:2: this is not TOML: incomplete key-value: cannot find end of key'],
  ])('pyproject.toml: %s', (text, expected) => {
    expect(problems({ 'pyproject.toml': text })).toEqual([`pyproject.toml:${expected}`]);
  });

  it('package.json: comments are no JSON, settings have the places of the file', () => {
    expect(problems({ 'package.json': '{\n // no\n "wiretrace": {}}' })).toEqual([
      'package.json:2:2: this is not JSON: invalid comment token',
    ]);
    expect(problems({ 'package.json': '{\n "wiretrace": {"event": []}}' })).toEqual([
      'package.json:2:16: there is no setting "event"; did you mean "events"?',
    ]);
  });

  it('reports all of them at once', () => {
    expect(problems({ 'wiretrace.json': '{"event": [],\n "baseline": 3}' })).toEqual([
      'wiretrace.json:1:2: there is no setting "event"; did you mean "events"?',
      'wiretrace.json:2:14: "baseline" has to be a text, not a number',
    ]);
  });
});
