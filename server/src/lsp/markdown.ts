/** Markdown of hovers and explanations. Links to commands are made only for commands that the client has. Must not know where things stand. */
import type { ReportComponent, ReportEvent, ReportFinding, Verdict } from '../analysis/report.ts';
import { CLIENT_COMMANDS } from '../protocol/commands.ts';

export interface MarkdownContext {
  readonly commands: ReadonlySet<string>;
  /** URI of a file below the root. */
  readonly uri: (file: string) => string;
}

/** Text from the workspace as code: nothing in it is taken for Markdown. */
export function code(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ');
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
  // A bar would end a cell of a table.
  return `${fence}${pad}${plain}${pad}${fence}`.replaceAll('|', '\\|');
}

/** Plain text, whatever is in it. Names in backquotes stay what they are. */
export function plain(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll(/[\\*{}[\]<>#|!~]|(?<!\w)_|_(?!\w)/g, '\\$&'),
    )
    .join('');
}

/** `''` where the client does not have the command. */
export function commandLink(
  { commands }: MarkdownContext,
  title: string,
  command: string,
  argument: object,
): string {
  if (!commands.has(command)) return '';
  return `[${title}](command:${command}?${encodeURIComponent(JSON.stringify([argument]))})`;
}

export function fileLink({ uri }: MarkdownContext, file: string, line: number): string {
  return `[${plain(`${file}:${line}`)}](${uri(file)}#L${line})`;
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  wired: 'wired',
  never: '**never wired**',
  conditional: '**wired on some paths only**',
  late: '**wired too late**',
  'request-only': '**wired by requests only**',
  'wrong-dependency': '**receives another kind of object**',
  'wrong-setter': '**another setter is called**',
  unused: 'nothing uses it',
  unresolved: 'cannot be told',
};

export function verdictWords(verdict: Verdict): string {
  return VERDICTS[verdict].replaceAll('*', '');
}

/** What a component needs, and what it has in each environment. */
export function componentMarkdown(component: ReportComponent): string {
  const { component: name, injectionPoint, verdicts, lostEvents, injections } = component;
  const through =
    injectionPoint.kind === 'attribute' ? 'assigned from outside' : `${code(`${injectionPoint.name}()`)}`;
  const lines = [`${code(name)} needs its ${code(injectionPoint.attribute)}, through ${through}.`, ''];
  const environments = Object.entries(verdicts);
  const [only] = environments;
  if (environments.length === 1 && only?.[0] === '')
    lines.push(`When the application serves: ${VERDICTS[only[1]]}.`);
  else {
    lines.push('| environment | when the application serves |', '|---|---|');
    for (const [environment, verdict] of environments)
      lines.push(`| ${code(environment)} | ${VERDICTS[verdict]} |`);
  }
  const reached = injections.filter((injection) => injection.reached).length;
  lines.push('', injectionWords(injections.length, reached));
  if (lostEvents.length > 0) lines.push('', `Lost events: ${lostEvents.map(code).join(', ')}.`);
  return lines.join('\n');
}

function injectionWords(all: number, reached: number): string {
  if (all === 0) return 'Nothing in the code hands it over.';
  const places = all === 1 ? '1 place hands' : `${all} places hand`;
  const comes = reached === 0 ? 'startup comes by none of them' : `startup comes by ${reached} of them`;
  return `${places} it over; ${comes}.`;
}

export function injectionMarkdown(
  component: ReportComponent,
  { phase, reached, guards }: ReportComponent['injections'][number],
): string {
  const phases = {
    import: 'at import',
    startup: 'at startup',
    request: 'when requests come',
    later: 'later',
  };
  const where = reached ? 'the dry run comes by' : 'no dry run of startup comes by';
  const under = guards.length === 0 ? '' : `, under ${guards.map(code).join(', ')}`;
  return `Hands ${code(component.component)} its ${code(component.injectionPoint.attribute)} ${phases[phase]}: ${where}${under}.`;
}

export function eventMarkdown(event: ReportEvent, emitter: ReportEvent['emitters'][number]): string {
  const verdicts = {
    deliverable: 'reaches its clients',
    unwired: '**is lost**: what emits it has nothing to send it through',
    unreachable: '**is never sent**: nothing that serves emits it',
    'never-emitted': '**is never sent**: nothing emits it',
  };
  const here = !emitter.reached
    ? 'Nothing that serves comes by here.'
    : emitter.wired
      ? 'This place has what it sends through.'
      : 'This place has nothing to send it through.';
  return `The event ${code(event.name)} ${verdicts[event.verdict]}.\n\n${here}`;
}

/** A finding in full: what, where, why, in which environments. */
export function findingMarkdown(context: MarkdownContext, finding: ReportFinding, page: string): string {
  const { check, severity, message, environments, steps, fixes } = finding;
  const lines = [`**${severity}: [${check}](${page})**`, '', plain(message)];
  if (environments.length > 0) lines.push('', `In ${environments.map(code).join(', ')}.`);
  if (steps.length > 0) lines.push('', 'How startup gets there:', '');
  for (const [index, step] of steps.entries()) {
    const state = step.state === '' ? '' : ` → ${code(step.state)}`;
    lines.push(`${index + 1}. ${plain(step.message)}${state} (${fileLink(context, step.file, step.line)})`);
  }
  if (fixes.length > 0) lines.push('', 'What can be done:', '');
  for (const { title, applicability } of fixes) {
    lines.push(`- ${plain(title)}${applicability === 'safe' ? '' : ' (look at it first)'}`);
  }
  return lines.join('\n');
}

export function traceLink(context: MarkdownContext, uri: string, environment?: string): string {
  const argument = environment === undefined || environment === '' ? { uri } : { uri, environment };
  return commandLink(context, 'Trace startup', CLIENT_COMMANDS.traceStartup, argument);
}

export function explainLink(context: MarkdownContext, finding: string): string {
  return commandLink(context, 'Explain', CLIENT_COMMANDS.explainFinding, { finding });
}
