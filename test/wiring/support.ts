/** Programs around one component, in the few words that the tests differ in. */
import { analyseProgram } from '../micro-suite/support/analysed.ts';

export interface Checked {
  /** `AgentRegistry.set_websocket_manager (websocket_manager): never` */
  readonly components: readonly string[];
  /** `never-injected main.py:12 message` */
  readonly findings: readonly string[];
}

/** What is said of a program; `main.py` alone may be given as text. */
export function checked(program: string | Readonly<Record<string, string>>): Checked {
  const files = typeof program === 'string' ? { 'main.py': program } : program;
  const { components, findings } = analyseProgram(files).report;
  return {
    components: components.map(
      ({ component, injectionPoint, verdict }) =>
        `${component}.${injectionPoint.name} (${injectionPoint.attribute}): ${verdict}`,
    ),
    findings: findings.map(
      ({ check, file, range, message }) => `${check} ${file}:${range.start.line} ${message}`,
    ),
  };
}

/** The checks that report something, with their lines. */
export function reported(program: string | Readonly<Record<string, string>>): readonly string[] {
  return checked(program).findings.map((finding) => finding.split(' ').slice(0, 2).join(' '));
}

/** An application whose `start` runs `startup` (indented by four) and whose one request runs `registry.emit()`. */
export function application(registry: string, startup: string): string {
  return [
    'from fastapi import FastAPI',
    registry.trimEnd(),
    'class Manager:',
    '    def send(self, event): print(event)',
    'app = FastAPI()',
    'registry = AgentRegistry()',
    '@app.on_event("startup")',
    'def start():',
    startup.trimEnd(),
    '@app.get("/run")',
    'def run():',
    '    registry.emit("agent_started")',
    '',
  ].join('\n');
}
