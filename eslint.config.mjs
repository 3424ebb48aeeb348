// Typed lint rules, length limits and import bans. The whole import table is a test (test/architecture/).
import tseslint from 'typescript-eslint';

const PLATFORM_ONLY = {
  regex: '^node:',
  message: 'Only platform/ and the composition roots touch the machine; pass what you need in.',
};
const PROTOCOL_ONLY = {
  regex: '^vscode-languageserver',
  message: 'Only lsp/ and protocol/ know the protocol; everything below speaks in plain data.',
};
const TS_MORPH = { regex: '^ts-morph$', message: 'Only frontends/typescript/ imports ts-morph.' };

export default tseslint.config(
  { ignores: ['dist/**', '.build/**', 'node_modules/**', 'examples/**', '.venv/**', 'coverage/**'] },
  {
    files: ['client/src/**/*.ts', 'server/src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['server/src/**/*.ts'],
    ignores: [
      'server/src/platform/**',
      'server/src/main-*.ts',
      'server/src/lsp/**',
      'server/src/protocol/**',
    ],
    rules: { 'no-restricted-imports': ['error', { patterns: [PLATFORM_ONLY, PROTOCOL_ONLY, TS_MORPH] }] },
  },
  {
    files: ['server/src/frontends/typescript/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [PLATFORM_ONLY, PROTOCOL_ONLY] }] },
  },
  {
    files: ['scripts/**/*.mjs', '*.mjs'],
    rules: {
      eqeqeq: 'error',
      'no-unused-vars': 'error',
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // A test file is a list of cases inside one describe(); its length is not a sign of tangled logic.
    files: ['test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'no-console': 'off' },
  },
);
