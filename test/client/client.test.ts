/** The parts of the extension that need no editor. */
import { describe, expect, it } from 'vitest';
import { fieldsOf, textField } from '../../client/src/commands/arguments.ts';
import { configurationText } from '../../client/src/configuration-text.ts';
import { restartPolicy } from '../../client/src/crash-policy.ts';
import { statusWords } from '../../client/src/views/status-words.ts';
import { paramsOfQuery, traceAddress } from '../../client/src/views/trace-uri.ts';
import { readConfiguration } from '../../server/src/config/read-configuration.ts';
import { MemoryFileSystem } from '../../server/src/source/memory-file-system.ts';

describe('a server that ends', () => {
  const SECOND = 1000;

  it('is begun again four times within three minutes, and then no more', () => {
    let now = 0;
    const mayRestart = restartPolicy(() => now);
    const answers = [0, 10, 20, 30, 40].map((seconds) => {
      now = seconds * SECOND;
      return mayRestart();
    });
    expect(answers).toEqual([true, true, true, true, false]);
  });

  it('is always begun again when it ends now and then', () => {
    let now = 0;
    const mayRestart = restartPolicy(() => now);
    const answers = Array.from({ length: 20 }, () => {
      now += 60 * SECOND;
      return mayRestart();
    });
    expect(answers).toEqual(answers.map(() => true));
  });
});

describe('the status item', () => {
  const READY = { state: 'ready', findings: 0, entryPoints: 1, message: '', revision: 1 } as const;

  it.each([
    [{ state: 'starting', message: '' } as const, 'Wiretrace: starting', '', true, false],
    [
      { state: 'stopped', message: 'The server does not run.' } as const,
      'Wiretrace: stopped',
      'The server does not run.',
      false,
      true,
    ],
    [{ ...READY, state: 'analysing' } as const, 'Wiretrace: following startup', '', true, false],
    [READY, 'Wiretrace: no findings', '', false, false],
    [{ ...READY, findings: 1 }, 'Wiretrace: 1 finding', '', false, false],
    [{ ...READY, entryPoints: 0 }, 'Wiretrace: no entry point', '', false, false],
    [
      { ...READY, findings: 2, events: { deliverable: 0, critical: 5 } },
      'Wiretrace: 2 findings',
      '0 of 5 critical events can arrive',
      false,
      false,
    ],
    [
      { ...READY, state: 'restricted' } as const,
      'Wiretrace: no findings',
      'Restricted Mode: everything is analysed, nothing is run',
      false,
      false,
    ],
    [
      { ...READY, state: 'degraded', message: 'The last analysis failed.' } as const,
      'Wiretrace: not up to date',
      'The last analysis failed.',
      false,
      true,
    ],
  ])('says of %j: %s', (status, text, detail, isBusy, isBad) => {
    expect(statusWords(status)).toEqual({ text, detail, isBusy, isBad });
  });
});

describe('the status item after a run of an event suite', () => {
  const status = { state: 'ready', findings: 1, entryPoints: 1, message: '', revision: 1 } as const;
  const events = [true, true, false].map((observed) => ({
    name: 'e',
    observed,
    detail: '',
    explanations: [],
  }));
  const run = {
    ...{ suite: 's', name: 's', environment: '', ending: 'exit status 0', isCancelled: false, seconds: 1 },
    ...{
      evidence: 'observed' as const,
      events,
      tests: [],
      notes: [],
      marks: [],
      confirmed: [],
      contradicted: [],
    },
  };

  it.each([
    [run, 'Wiretrace: 1 finding, events 2/3'],
    [{ ...run, evidence: 'tests-only' as const }, 'Wiretrace: 1 finding, events not observed'],
  ])('says what was observed', (last, text) => {
    expect(statusWords(status, last).text).toBe(text);
  });
});

describe('a new configuration', () => {
  const text = configurationText(['app/main.py', 'app/main.py'], ['agent_started', 'a "quoted" one']);

  it('says what was found, and is a sound configuration', () => {
    const { configuration, notices } = readConfiguration(new MemoryFileSystem({ 'wiretrace.json': text }));
    expect(notices).toEqual([]);
    expect(configuration.entryPoints).toEqual(['app/main.py']);
    expect(configuration.events).toEqual(['agent_started', 'a "quoted" one']);
  });
});

describe('the address of a trace', () => {
  it('says which startup it shows', () => {
    const params = { uri: 'file:///a%20b/main.py', entryPoint: 'app/main.py#app', environment: 'staging' };
    const { path, query } = traceAddress('Startup of app/main.py: staging?', params);
    expect(path).toBe('/Startup of app\u2215main.py  staging .wiretrace');
    expect(paramsOfQuery(query)).toEqual(params);
  });

  it.each(['', 'null', '{}', '{"uri":1}', '{"uri":"file:///a","environment":{}}', 'not JSON'])(
    'is refused where it is not one of ours: %s',
    (query) => {
      expect(paramsOfQuery(query)).toBeUndefined();
    },
  );
});

describe('arguments of commands', () => {
  it.each([undefined, null, 1, 'text', []])('has no fields in %j', (argument) => {
    expect(fieldsOf(argument)).toEqual({});
  });

  it('reads texts, and nothing else', () => {
    const argument = { uri: 'file:///a', environment: '', entryPoint: 7 };
    expect(['uri', 'environment', 'entryPoint', 'other'].map((name) => textField(argument, name))).toEqual([
      'file:///a',
      undefined,
      undefined,
      undefined,
    ]);
  });
});
