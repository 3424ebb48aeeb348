/** Runs tests inside VS Code: what `@vscode/test-electron` and VS Code in a browser call as `run`. */
import Mocha from 'mocha';

/** Begins the lines that are for the person who runs the tests: an editor's console says much else. */
const MARK = '[test]';

/** `declare` calls `describe` and `it`. Rejects when a test failed. */
export function runMocha(declare: () => void): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: false, reporter: MarkedLines, timeout: 180_000 });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  declare();
  return new Promise((resolve, reject) => {
    mocha.run((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} tests failed`));
    });
  });
}

class MarkedLines extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('pass', (test) => say(`  passed  ${test.fullTitle()} (${test.duration ?? 0} ms)`));
    runner.on('fail', (test, error: Error) => {
      say(`  FAILED  ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
  }
}

function say(text: string): void {
  for (const line of text.split('\n')) console.log(`${MARK}${line}`);
}
