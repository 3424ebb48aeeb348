import { describe, expect, it } from 'vitest';
import { fixAll } from '../../server/src/analysis/fix-all.ts';
import { withFixes } from '../../server/src/analysis/list-fixes.ts';
import { NEVER_CANCELLED } from '../../server/src/base/cancellation.ts';
import { analysed, type Files, requestFor } from './analysed.ts';

const COMPONENT = (name: string) => `
class ${name}:
    def __init__(self):
        self.event_bus = None
    async def set_event_bus(self, event_bus):
        self.event_bus = event_bus
    def emit(self, event):
        if self.event_bus:
            self.event_bus.publish(event)
`;

const TWO: Files = {
  'main.py': `from fastapi import FastAPI
${COMPONENT('Orders')}${COMPONENT('Jobs')}
class EventBus:
    def publish(self, event): print(event)
app = FastAPI()
orders = Orders()
jobs = Jobs()
@app.on_event("startup")
async def start():
    bus = EventBus()
    orders.set_event_bus(bus); jobs.set_event_bus(bus)
@app.get("/run")
def run():
    orders.emit("order_shipped")
    jobs.emit("job_finished")
`,
};

const SKIP: Files = {
  'errors.py': 'class StartupFailed(Exception):\n    pass\n',
  'settings.py':
    'import os\nfrom errors import StartupFailed\ndef load():\n    if not os.path.exists("/etc/app"):\n        raise StartupFailed("no settings")\n',
  'main.py': `import os\r
from fastapi import FastAPI\r
import settings\r
class EventBus:\r
\tdef publish(self, event): print(event)\r
class Jobs:\r
\tdef __init__(self):\r
\t\tself.event_bus = None\r
\tdef set_event_bus(self, event_bus):\r
\t\tself.event_bus = event_bus\r
\tdef emit(self, event):\r
\t\tif self.event_bus:\r
\t\t\tself.event_bus.publish(event)\r
app = FastAPI()\r
jobs = Jobs()\r
@app.on_event("startup")\r
def start():\r
\tsettings.load()\r
\tbus = EventBus() if os.path.exists("/run/bus") else None\r
\tif bus:\r
\t\tjobs.set_event_bus(bus) # only then\r
@app.get("/run")\r
def run():\r
\tjobs.emit("job_finished")\r
`,
};

describe('fixing everything', () => {
  it('applies one fix after the other, also in one line', () => {
    const { applied, left, texts, report } = fixAll(requestFor(TWO), { checks: [], unsafe: false });
    expect(applied.map(({ fix }) => fix.title)).toEqual([
      'Await orders.set_event_bus(bus)',
      'Await jobs.set_event_bus(bus)',
    ]);
    expect(texts.get('main.py')).toBe(
      TWO['main.py']?.replace(
        'orders.set_event_bus(bus); jobs.set_event_bus(bus)',
        'await orders.set_event_bus(bus); await jobs.set_event_bus(bus)',
      ),
    );
    expect([left, report.findings]).toEqual([[], []]);
  });

  it('looks at the findings of some checks only', () => {
    const { applied, left } = fixAll(requestFor(TWO), { checks: ['silent-skip'], unsafe: true });
    expect(applied).toEqual([]);
    expect(left.map(({ finding }) => finding.check)).toEqual(['unawaited-setter', 'unawaited-setter']);
  });

  it('leaves what needs review, and says what there is', () => {
    const { applied, left, texts } = fixAll(requestFor(SKIP), { checks: [], unsafe: false });
    expect(left.map(({ finding, fixes }) => [finding.check, ...fixes.map(({ title }) => title)])).toEqual([
      [
        'silent-skip',
        'Fail startup with StartupFailed when Jobs stays without its event_bus (needs review)',
        'Check jobs.event_bus before the application serves (needs review)',
      ],
    ]);
    expect([applied, [...texts]]).toEqual([[], []]);
  });

  it('writes as the file is written: its error, its indentation, its line endings, its comments', () => {
    const { texts } = fixAll(requestFor(SKIP), { checks: [], unsafe: true });
    expect(texts.get('main.py')).toBe(
      SKIP['main.py']
        ?.replace('import settings\r\n', 'import settings\r\nfrom errors import StartupFailed\r\n')
        .replace(
          '\t\tjobs.set_event_bus(bus) # only then\r\n',
          '\t\tjobs.set_event_bus(bus) # only then\r\n\telse:\r\n\t\traise StartupFailed("Jobs cannot start without its event_bus")\r\n',
        ),
    );
  });
});

describe('the fixes of a report', () => {
  it('are listed by title', () => {
    const { findings, unresolved } = withFixes(analysed(SKIP), NEVER_CANCELLED, false);
    expect(findings[0]?.fixes[0]).toEqual({
      title: 'Fail startup with StartupFailed when Jobs stays without its event_bus (needs review)',
      applicability: 'needs-review',
    });
    expect(unresolved).toEqual([]);
  });

  it('are not looked for where that takes long, and the report says so', () => {
    const result = analysed(SKIP);
    const large = {
      ...result,
      report: { ...result.report, stats: { ...result.report.stats, steps: 1_000_000 } },
    };
    const { findings, unresolved } = withFixes(large, NEVER_CANCELLED, false);
    expect(findings[0]?.fixes).toEqual([]);
    expect(unresolved).toEqual([
      {
        file: 'main.py',
        line: 20,
        reason: 'no fixes were looked for, for this finding: proving them takes long here; --fixes does it',
      },
    ]);
  });

  it('are none for a finding of another report', () => {
    const [finding] = analysed(SKIP).report.findings;
    expect(finding && [...analysed(SKIP).fixesFor(finding, NEVER_CANCELLED)]).toEqual([]);
  });
});
