import { describe, expect, it } from 'vitest';
import { runOn, under } from '../support/fake-host.ts';
import { SAMPLE_FILES, SAMPLE_REPORT, WIRED_RESULT } from '../support/sample-report.ts';

const files = under('/work/shop', SAMPLE_FILES);

describe('exit codes', () => {
  it.each([
    ['findings', ['check', 'shop'], 1],
    ['help', ['--help'], 0],
    ['help of a command', ['check', '--help'], 0],
    ['version', ['--version'], 0],
    ['no command', [], 4],
    ['an unknown command', ['chekc', 'shop'], 4],
    ['an unknown option', ['check', 'shop', '--strict'], 4],
    ['an unknown format', ['check', 'shop', '--format', 'xml'], 4],
    ['a missing value', ['check', 'shop', '--entry'], 4],
    ['one argument too many', ['check', 'shop', 'more'], 4],
    ['a missing root', ['check', 'nowhere'], 4],
    ['a missing entry', ['check', 'shop', '--entry', 'app/nowhere.py'], 4],
    ['a missing configuration', ['check', 'shop', '--config', 'nowhere.json'], 4],
    ['a folder as configuration', ['check', 'shop', '--config', 'shop'], 4],
    ['trace', ['trace', 'shop'], 0],
    ['explain', ['explain', 'shop/app/main.py:5'], 0],
    ['explain without a line', ['explain', 'shop/app/main.py'], 4],
    ['explain with a line too far', ['explain', 'shop/app/main.py:99'], 4],
    ['calls', ['calls', 'shop/app/main.py'], 0],
    ['calls of a folder', ['calls', 'shop'], 4],
  ])('%s', (_, args, code) => {
    expect(runOn({ files }, ...args).code).toBe(code);
  });

  it('is 0 where there is nothing to report', () => {
    expect(runOn({ files, analyze: () => WIRED_RESULT }, 'check', 'shop').code).toBe(0);
  });
});

describe('mistakes on the command line', () => {
  it.each([
    [['check', 'nowhere'], 'wiretrace: there is no file or folder nowhere\n'],
    [['check', 'shop', '--entry', 'x.py:app'], 'wiretrace: --entry: there is no file x.py below shop\n'],
    [
      ['explain', 'shop/app/main.py'],
      'wiretrace: explain wants FILE:LINE, as in app/main.py:12, and not shop/app/main.py\n',
    ],
    [['explain', 'shop/app/main.py:99'], 'wiretrace: shop/app/main.py has no line 99\n'],
    [
      ['explain', 'app/main.py:1', '--root', 'shop/app/main.py'],
      'wiretrace: --root has to be a folder, and shop/app/main.py is a file\n',
    ],
    [['calls', 'shop'], 'wiretrace: calls wants a file, and shop is a folder\n'],
    [['check', 'a\u001b[31m'], 'wiretrace: there is no file or folder a␛[31m\n'],
  ])('%j', (args, message) => {
    expect(runOn({ files }, ...args)).toMatchObject({ err: message, out: '', requests: [] });
  });

  it('suggests what was meant', () => {
    expect(runOn({ files }, 'chekc').err).toContain('(Did you mean check?)');
  });
});

describe('mistakes in the configuration', () => {
  it('names file, place and setting, and analyses nothing', () => {
    const broken = { ...files, '/work/shop/wiretrace.json': '{"event": [],\n "baseline": 3}' };
    expect(runOn({ files: broken }, 'check', 'shop')).toMatchObject({
      code: 3,
      out: '',
      err:
        'wiretrace.json:1:2: there is no setting "event"; did you mean "events"?\n' +
        'wiretrace.json:2:14: "baseline" has to be a text, not a number\n' +
        'wiretrace: nothing was checked, since the configuration has mistakes\n',
      requests: [],
    });
  });

  it('names a file that was given by hand as it was given', () => {
    const conf = { ...files, '/work/conf/strict.json': '{' };
    expect(runOn({ files: conf }, 'check', 'shop', '--config', 'conf/strict.json')).toMatchObject({
      code: 3,
      err: expect.stringContaining('conf/strict.json:1:2: this is not JSON') as string,
    });
  });

  it('says which second source is passed over, and goes on', () => {
    const twice = { ...files, '/work/shop/package.json': '{"wiretrace": {}}' };
    expect(runOn({ files: twice }, 'check', 'shop')).toMatchObject({
      code: 1,
      err: 'wiretrace: wiretrace.json is used; "wiretrace" of package.json is passed over. Keep one of them.\n',
    });
  });
});

describe('internal errors', () => {
  const analyze = () => {
    throw new Error('heap is inside out\nand more');
  };

  it('are one line with a hint', () => {
    expect(runOn({ files, analyze }, 'check', 'shop')).toMatchObject({
      code: 2,
      out: '',
      err: 'wiretrace: internal error, this is a mistake of Wiretrace: Error: heap is inside out; --debug shows where\n',
    });
  });

  it.each([[['--debug', 'check', 'shop']], [['check', 'shop', '--debug']]])(
    'show the stack with %j',
    (args) => {
      const { code, err } = runOn({ files, analyze }, ...args);
      expect(code).toBe(2);
      expect(err).toMatch(/heap is inside out\nError: heap is inside out\nand more\n +at /);
    },
  );
});

describe('what the analysis is asked', () => {
  it('is the folder as its own root, with its configuration', () => {
    const configured = {
      ...files,
      '/work/shop/wiretrace.json': '{"events": ["agent_started"], "exclude": ["app/registry.py"]}',
    };
    const { requests } = runOn({ files: configured }, 'check', 'shop');
    expect(requests).toMatchObject([{ target: '', entryPoints: [], environments: [] }]);
    expect(requests[0]?.configuration).toMatchObject({ file: 'wiretrace.json', events: ['agent_started'] });
    expect(requests[0]?.fileSystem.walk('')).toEqual(['app/main.py', 'wiretrace.json']);
  });

  it('is the working folder without a path', () => {
    const { requests, out } = runOn({ files, workingFolder: '/work/shop' }, 'check');
    expect(requests[0]?.fileSystem.exists('app/main.py')).toBe(true);
    expect(out).toContain(' app/main.py:6:9\n');
  });

  it('is a file below the nearest project folder', () => {
    expect(runOn({ files }, 'check', 'shop/app/main.py').requests).toMatchObject([{ target: 'app/main.py' }]);
    expect(runOn({ files: { '/work/tool/run.py': '' } }, 'check', 'tool/run.py').requests).toMatchObject([
      { target: 'run.py' },
    ]);
  });

  it('has repeated options, and entries from the root or from where one stands', () => {
    const args = ['--environment', 'staging', '--environment', 'production'];
    const entries = ['--entry', 'app/main.py:lifespan', '--entry', 'shop/app/registry.py'];
    expect(runOn({ files }, 'check', 'shop', ...args, ...entries).requests).toMatchObject([
      { environments: ['staging', 'production'], entryPoints: ['app/main.py:lifespan', 'app/registry.py'] },
    ]);
  });

  it('has another configuration with --config', () => {
    const conf = { ...files, '/elsewhere/pyproject.toml': '[tool.wiretrace]\nevents = ["x"]' };
    const { requests } = runOn({ files: conf }, 'check', 'shop', '--config', '/elsewhere/pyproject.toml');
    expect(requests[0]?.configuration).toMatchObject({ file: '/elsewhere/pyproject.toml', events: ['x'] });
  });
});

describe('results', () => {
  it('prints the report as JSON, its root as it was given, and nothing else', () => {
    const { out, err } = runOn({ files }, 'check', 'shop', '--format', 'json');
    expect(JSON.parse(out)).toEqual({ ...SAMPLE_REPORT, root: 'shop' });
    expect(err).toBe('');
  });

  it('prints the call graph of a file, rooted in its folder', () => {
    const { out } = runOn(
      { files, callGraph: ({ file, fileSystem }) => ({ [file]: fileSystem.list('') }) },
      'calls',
      'shop/app/main.py',
    );
    expect(JSON.parse(out)).toEqual({ 'main.py': ['main.py', 'registry.py'] });
  });

  it('prints the trace, two spaces deeper per call', () => {
    expect(runOn({ files }, 'trace', 'shop').out).toBe(
      [
        'lifespan (asgi-lifespan) in development at shop/app/main.py:3',
        '  enter lifespan() at shop/app/main.py:3:1',
        "    branch [true] hasattr(registry, 'set_websocket_bridge') at shop/app/main.py:5:8, because AgentRegistry defines it",
        '',
        'lifespan (asgi-lifespan) in staging at shop/app/main.py:3',
        '  enter lifespan() at shop/app/main.py:3:1',
        "    branch [true] hasattr(registry, 'set_websocket_bridge') at shop/app/main.py:5:8, because AgentRegistry defines it",
        '    inject registry.set_websocket_bridge(bridge) at shop/app/main.py:6:9 => registry.websocket_manager = None',
        '',
      ].join('\n'),
    );
  });

  it('says that there is nothing to trace', () => {
    const analyze = () => ({ ...WIRED_RESULT, trace: { runs: [] } });
    expect(runOn({ files, analyze }, 'trace', 'shop')).toMatchObject({
      code: 0,
      out: '',
      err: 'wiretrace: no entry point was found, so there is nothing to trace\n',
    });
  });

  it('prints a trace that is nested deeper than a call stack', () => {
    const leaf = { kind: 'enter' as const, message: 'f()', file: 'a.py', line: 1, column: 1 };
    let node = { ...leaf, children: [] as readonly object[] };
    for (let depth = 0; depth < 6_000; depth++) node = { ...leaf, children: [node] };
    const [run] = WIRED_RESULT.trace.runs;
    const analyze = () => ({
      ...WIRED_RESULT,
      trace: { runs: run ? [{ ...run, nodes: [node as never] }] : [] },
    });
    const lines = runOn({ files, analyze }, 'trace', 'shop').out.trimEnd().split('\n');
    expect(lines.at(-1)).toBe(`${'  '.repeat(6_001)}enter f() at shop/a.py:1:1`);
  });
});

describe('help', () => {
  it('teaches with examples and exit codes', () => {
    const { out } = runOn({ files }, '--help');
    expect(out).toContain('wiretrace check backend --environment staging');
    expect(out).toContain('  3  mistake in the configuration');
    expect(out).toMatchSnapshot();
  });

  it.each(['check', 'trace', 'explain', 'calls'])('%s', (command) => {
    expect(runOn({ files }, command, '--help').out).toMatchSnapshot();
  });

  it('prints the version', () => {
    expect(runOn({ files }, '--version').out).toBe('1.2.3\n');
  });
});
