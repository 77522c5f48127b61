import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The core takes time and chance by argument, so nothing in shared/ may ask the host for them. */
const hostClockAndChance = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Take the time by argument.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the time by argument.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Take a Random by argument.' },
  {
    selector: "MemberExpression[object.name='performance'][property.name='now']",
    message: 'Take the time by argument.',
  },
];

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'node_modules/', 'playwright-report/', 'test-results/', '**/*.cjs'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**'],
    rules: { 'no-restricted-syntax': ['error', ...hostClockAndChance] },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['bench/**', 'electron/**', 'host/**', 'scripts/**', 'e2e/**'], rules: { 'no-console': 'off' } },
);
