import { describe, expect, it } from 'vitest';
import { readJunit } from '../../server/src/suite/junit.ts';

describe('a JUnit report', () => {
  it('of pytest', () => {
    const text = `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="1" skipped="1" tests="4">
<testcase classname="tests.test_a.TestX" name="test_ok[a]" time="0.25" />
<testcase classname="tests.test_a" name="test_bad" time="0.5"><failure message="assert 1 == 2">E   assert 1 &lt; 2 &amp; &#10;x</failure></testcase>
<testcase classname="tests.test_a" name="test_err" time="0"><error message="boom">trace</error></testcase>
<testcase classname="" name="test_skip" time="0"><skipped type="pytest.skip" message="later">why</skipped></testcase>
</testsuite></testsuites>`;
    expect(readJunit(text)).toEqual({
      tests: [
        {
          id: 'tests.test_a.TestX.test_ok[a]',
          name: 'test_ok[a]',
          className: 'tests.test_a.TestX',
          outcome: 'passed',
          seconds: 0.25,
          message: '',
        },
        {
          id: 'tests.test_a.test_bad',
          name: 'test_bad',
          className: 'tests.test_a',
          outcome: 'failed',
          seconds: 0.5,
          message: 'E   assert 1 < 2 & \nx',
        },
        {
          id: 'tests.test_a.test_err',
          name: 'test_err',
          className: 'tests.test_a',
          outcome: 'error',
          seconds: 0,
          message: 'trace',
        },
        { id: 'test_skip', name: 'test_skip', className: '', outcome: 'skipped', seconds: 0, message: 'why' },
      ],
    });
  });

  it('of vitest, with suites in suites and messages in attributes', () => {
    const text =
      '<testsuites><testsuite name="a"><testsuite name="b"><testcase classname="a.test.ts" name="x &gt; y" time="1"><failure message="no &quot;event&quot;"/></testcase></testsuite></testsuite></testsuites>';
    expect(readJunit(text).tests).toEqual([
      {
        id: 'a.test.ts.x > y',
        name: 'x > y',
        className: 'a.test.ts',
        outcome: 'failed',
        seconds: 1,
        message: 'no "event"',
      },
    ]);
  });

  it.each([
    ['', 'the test report is empty'],
    [
      '<testsuites><testsuite><testcase classname="a" name="b"/><testcase cl',
      'the test report is cut off or damaged at line 1',
    ],
    ['not XML at all', 'the test report is cut off or damaged at line 1'],
  ])('that is damaged: %j', (text, problem) => {
    expect(readJunit(text).problem).toBe(problem);
  });

  it('that is cut off gives the tests before the cut', () => {
    const text =
      '<testsuites><testsuite>\n<testcase classname="a" name="b"><failure message="m">t</failure></testcase><testcase classname="a" name="c"/>\n<testcase name="d';
    expect(readJunit(text).tests.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['a.b', 'failed'],
      ['a.c', 'passed'],
    ]);
  });

  it('does not expand entities that it defines itself', () => {
    const text =
      '<!DOCTYPE t [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><testsuites><testcase classname="" name="&b;"/></testsuites>';
    const { tests, problem } = readJunit(text);
    expect(tests.every(({ name }) => !name.includes('aaaa'))).toBe(true);
    expect([undefined, 'string']).toContain(problem === undefined ? undefined : typeof problem);
  });
});
