import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_OUTPUT } from '../../server/src/suite/run.ts';
import { isRunning, observed, runIn, states, suiteOf, writeFiles } from './support.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'suite-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const PASSING = 'def test_agent_started():\n    assert "agent_started"\n';

describe('what a suite says is not what happened', () => {
  it('an exit status of 0 with failures', async () => {
    writeFiles(root, {
      'suite.py':
        'import pytest, sys\npytest.main([__file__, "-q"])\ndef test_fails():\n    assert False, "no event"\nsys.exit(0)\n',
    });
    writeFiles(root, {
      'suite.py':
        'import pytest, sys\n\n\ndef test_fails():\n    assert False, "no event"\n\n\nif __name__ == "__main__":\n    pytest.main([__file__, "-q"])\n    sys.exit(0)\n',
    });
    const { result } = await runIn(root, 'python suite.py');
    expect(result.ending).toEqual({ kind: 'exited', status: 0 });
    expect(states(result)).toEqual({ test_fails: 'failed' });
    expect(observed(result)).toEqual([]);
  });

  it('a test that makes up its event', async () => {
    writeFiles(root, {
      'test_made_up.py':
        'received = []\n\n\ndef test_started():\n    if "agent_started" not in received:\n        received.append("agent_started")\n    assert "agent_started" in received\n',
    });
    const { result } = await runIn(root, 'python -m pytest -q test_made_up.py');
    expect(states(result)).toEqual({ test_started: 'not-observed' });
    expect(result.evidence).toBe('observed');
    expect(observed(result)).toEqual([]);
  });
});

describe('a suite that does not end by itself', () => {
  const HANGING =
    'import subprocess, sys, time\nsubprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)  # MARK"], start_new_session=True)\nprint("started", flush=True)\ntime.sleep(600)\n';

  it('is ended at its time limit, with what left its group', async () => {
    const mark = `left-${process.pid}-limit`;
    writeFiles(root, { 'hang.py': HANGING.replace('MARK', mark) });
    const { result, output } = await runIn(root, '', {
      suite: suiteOf('python hang.py', { timeLimitSeconds: 2 }),
    });
    expect(output).toContain('started');
    expect(result.ending).toEqual({ kind: 'time-limit', seconds: 2 });
    expect(result.notes).toContain(
      'the suite was ended after 2 s, its time limit; what it had not yet shown counts as not observed',
    );
    expect(isRunning(mark)).toBe(false);
  });

  it('is ended when it is cancelled', async () => {
    const mark = `left-${process.pid}-cancel`;
    writeFiles(root, { 'hang.py': HANGING.replace('MARK', mark) });
    const token = { isCancelled: false };
    const { result } = await runIn(root, 'python hang.py', {
      token,
      onOutput: () => {
        token.isCancelled = true;
      },
    });
    expect(result.ending).toEqual({ kind: 'cancelled' });
    expect(isRunning(mark)).toBe(false);
  });

  it('leaves nothing running when it ends and its server does not', async () => {
    const mark = `left-${process.pid}-server`;
    writeFiles(root, { 'leave.py': HANGING.replace('MARK', mark).replace('time.sleep(600)\n', '') });
    const { result } = await runIn(root, 'python leave.py');
    expect(result.ending).toEqual({ kind: 'exited', status: 0 });
    expect(isRunning(mark)).toBe(false);
  });
});

describe('a suite that goes wrong', () => {
  it('prints 50 MB', async () => {
    writeFiles(root, { 'loud.py': 'for _ in range(50):\n    print("x" * 1024 * 1024)\nprint("end")\n' });
    const { result, output } = await runIn(root, 'python loud.py');
    expect(result.ending).toEqual({ kind: 'exited', status: 0 });
    expect(output.length).toBeLessThan(MAX_OUTPUT + 100);
    expect(output).toContain('[the rest of the output is not shown]');
  });

  it('crashes the interpreter', async () => {
    writeFiles(root, {
      'test_crash.py': `${PASSING}\n\ndef test_crash():\n    import os, signal\n    os.kill(os.getpid(), signal.SIGSEGV)\n`,
    });
    const { result } = await runIn(root, 'exec python -m pytest -q test_crash.py');
    expect(result.ending).toEqual({ kind: 'signal', signal: 'SIGSEGV' });
    expect(states(result)).toEqual({ test_agent_started: 'not-observed' });
    expect(result.notes).toContain('the suite was ended by SIGSEGV; results after that are missing');
  });

  it('has no pytest', async () => {
    writeFiles(root, {
      'test_a.py': PASSING,
      'pytest.py': 'raise ModuleNotFoundError("No module named \'pytest\'")\n',
    });
    const { result } = await runIn(root, 'python -m pytest -q test_a.py');
    expect(result.ending).toEqual({ kind: 'exited', status: 1 });
    expect(result.tests).toEqual([]);
    expect(result.notes).toContain(
      'pytest is not installed for the interpreter that ran the suite, or it cannot be loaded',
    );
  });

  it('has no interpreter', async () => {
    writeFiles(root, { 'test_a.py': PASSING });
    const { result } = await runIn(root, 'python -m pytest -q test_a.py', {
      interpreter: join(root, 'nowhere/python'),
    });
    expect(result.ending).toEqual({ kind: 'exited', status: 127 });
    expect(result.evidence).toBe('tests-only');
    expect(result.notes).toContain('a program of the command was not found: `python -m pytest -q test_a.py`');
  });

  it('runs where the folder is gone', async () => {
    const { result } = await runIn(root, '', { suite: suiteOf('python x.py', { folder: 'nowhere' }) });
    expect(result.ending.kind).toBe('not-started');
    expect(result.notes[0]).toMatch(/^the suite could not be started: /);
  });

  it('does not load the probe', async () => {
    writeFiles(root, { 'test_a.py': PASSING });
    const { result } = await runIn(root, 'python -I -m pytest -q test_a.py');
    expect(result.evidence).toBe('tests-only');
    expect(states(result)).toEqual({ test_agent_started: 'passed' });
    expect(result.notes).toEqual([
      'no process of this run loaded the probe, so only the results of the tests are known, not what was observed',
    ]);
  });
});

describe('damaged results', () => {
  it('a test report that is cut off', async () => {
    writeFiles(root, {
      'cut.py':
        'import os, shlex\npath = shlex.split(os.environ["PYTEST_ADDOPTS"])[0].partition("=")[2]\nopen(path, "w").write(\'<testsuites><testsuite><testcase classname="a" name="b"/><testcase classname="a" na\')\n',
    });
    const { result } = await runIn(root, 'python cut.py');
    expect(states(result)).toEqual({ b: 'passed' });
    expect(result.notes).toEqual(['the test report is cut off or damaged at line 1']);
  });

  it('a test report of 100 MB', async () => {
    writeFiles(root, {
      'huge.py':
        'import os, shlex\npath = shlex.split(os.environ["PYTEST_ADDOPTS"])[0].partition("=")[2]\nwith open(path, "w") as file:\n    file.write("<testsuites>")\n    for _ in range(100):\n        file.write(" " * 1024 * 1024)\n    file.write("</testsuites>")\n',
    });
    const { result } = await runIn(root, 'python huge.py');
    expect(result.notes).toEqual(['the test report is larger than 64 MB and was not read']);
  });

  it('a record that is cut off in the middle of a line', async () => {
    writeFiles(root, {
      'cut.py':
        'import os\nfolder = os.environ["WIRETRACE_RECORDS"]\nopen(os.path.join(folder, "0-0.jsonl"), "w").write(\'{"kind": "start", "time": 1, "test": null}\\n{"kind": "received", "time": 2, "test": null, "event": "agent_started"}\\n{"kind": "recei\')\n',
    });
    const { result } = await runIn(root, 'python cut.py');
    expect(result.notes).toEqual(['a line of the record 0-0.jsonl cannot be read']);
    expect(result.evidence).toBe('observed');
  });
});
