import eslint from '@eslint/js';
import { dirname } from 'node:path';
import tseslint from 'typescript-eslint';

const root = dirname(dirname(import.meta.dirname));

const NODE_GLOBALS = [
  'process',
  'console',
  'URL',
  'performance',
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
];

/** What makes a library's answer depend on when and where it runs. */
const AMBIENT = [
  { name: 'process', message: 'Libraries get what they need as parameters.' },
  { name: 'fetch', message: 'Libraries do no network calls.' },
];
const CLOCK_MESSAGE = 'Ask the injected clock: exercises and tests set it.';
const SYSTEM_CLOCK = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: CLOCK_MESSAGE },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK_MESSAGE },
  { selector: "CallExpression[callee.name='Date']", message: CLOCK_MESSAGE },
];
const ANY_DATE = {
  selector: "NewExpression[callee.name='Date']",
  message: 'Dates in libraries are text (CivilDate); only beijing-time turns instants into days.',
};
/** The tests of what cannot know a date run in one time zone only. */
const NO_DATES = ['Date', 'Intl'].map((name) => ({
  name,
  message: 'The engine counts and compares; days come to it as text.',
}));
const LOCAL_TEXT = {
  selector: 'MemberExpression[property.name=/^toLocale/]',
  message: 'The engine writes nothing the way a place or a time zone would.',
};
const RANDOM = {
  selector: "MemberExpression[object.name='Math'][property.name='random']",
  message: 'Ids and randomness come from outside, so that a run can be repeated.',
};
const FORWARD_REF = {
  selector: "CallExpression[callee.name='forwardRef']",
  message: 'forwardRef hides a cycle: split the module instead.',
};
const SQL_IN_CONTROLLER = {
  selector: 'CallExpression[callee.property.name=/^(query|getRepository|createQueryBuilder)$/]',
  message: 'A controller calls an operation or a query file; it holds no SQL.',
};
/** R-63, T12: save() writes whatever it read, whoever changed the row since. */
const REPOSITORY_SAVE = {
  selector: 'CallExpression[callee.property.name=/^(save|upsert)$/]',
  message: 'Insert new rows; change rows by a conditional update whose row count is checked.',
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      'data/',
      'coverage/',
      'test-artifacts/',
      'apps/web/src/api/schema.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    rules: {
      // Chinese text uses the full-width space.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipJSXText: true }],
      // Control characters are what sanitizing looks for.
      'no-control-regex': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])),
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: { project: ['tsconfig.json', 'apps/web/tsconfig.json'], tsconfigRootDir: root },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true }],
      'max-lines-per-function': [
        'error',
        { max: 60, skipBlankLines: true, skipComments: true, IIFEs: false },
      ],
    },
  },
  {
    files: ['**/*.{spec,test}.{ts,tsx}', 'test/**', 'apps/web/**', 'migrations/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['libs/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...AMBIENT],
      'no-restricted-syntax': ['error', ...SYSTEM_CLOCK, RANDOM, ANY_DATE],
    },
  },
  {
    files: ['libs/kernel/beijing-time.ts', 'libs/kernel/civil-date.ts'],
    rules: { 'no-restricted-syntax': ['error', ...SYSTEM_CLOCK, RANDOM] },
  },
  {
    files: ['libs/**/*.spec.ts'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-syntax': ['error', ...SYSTEM_CLOCK, RANDOM] },
  },
  {
    files: ['libs/indicator-engine/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...AMBIENT, ...NO_DATES],
      'no-restricted-syntax': ['error', ...SYSTEM_CLOCK, RANDOM, ANY_DATE, LOCAL_TEXT],
    },
  },
  {
    files: ['apps/server/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...SYSTEM_CLOCK, FORWARD_REF, REPOSITORY_SAVE] },
  },
  {
    files: ['apps/server/**/*.controller.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...SYSTEM_CLOCK, FORWARD_REF, REPOSITORY_SAVE, SQL_IN_CONTROLLER],
    },
  },
  {
    files: ['apps/server/src/config/system-clock.ts'],
    rules: { 'no-restricted-syntax': ['error', FORWARD_REF, REPOSITORY_SAVE] },
  },
  // Outside the web client's own TypeScript project: checked without types.
  { files: ['apps/web/vite.config.ts'], extends: [tseslint.configs.disableTypeChecked] },
);
