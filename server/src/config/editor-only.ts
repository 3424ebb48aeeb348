/**
 * Settings that only an editor has: they say what is shown, never what is checked. In the words of the manifest; `EditorSettings` in
 * `protocol/messages.ts` has their types. Must not name a command or a path.
 */

/** Name below `wiretrace.` to its place in the manifest. */
export const EDITOR_ONLY_SETTINGS = {
  diagnosticScope: {
    scope: 'resource',
    type: 'string',
    enum: ['workspace', 'openFiles'],
    markdownEnumDescriptions: [
      'Findings in all files of the workspace.',
      'Findings in the files that are open in an editor. Startup is followed through all files all the same.',
    ],
    markdownDescription: 'Where findings are shown.',
    default: 'workspace',
  },
  'codeLens.enabled': {
    scope: 'resource',
    type: 'boolean',
    markdownDescription:
      'Show above entry points how their startup ends, and above setters who calls them. `#editor.codeLens#` turns all lenses off.',
    default: true,
  },
  'trace.server': {
    scope: 'window',
    type: 'string',
    enum: ['off', 'messages', 'verbose'],
    markdownEnumDescriptions: [
      'Nothing.',
      'The names of the messages.',
      'The messages with all that is in them, text of your files included.',
    ],
    markdownDescription: 'What the log says of the messages between editor and server.',
    default: 'off',
  },
} as const;
