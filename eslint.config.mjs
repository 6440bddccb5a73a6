import nextVitals from 'eslint-config-next/core-web-vitals'
import nextTypescript from 'eslint-config-next/typescript'
import { forbid, walls } from './scripts/lint/forbidden.mjs'
import { stairs } from './scripts/lint/stairs.mjs'

const rules = { stairs, ...Object.fromEntries(Object.entries(walls).map(([name, wall]) => [name, forbid(wall)])) }

const config = [
  { ignores: ['.next*/**', '.data*/**', 'lib/generated/**', 'next-env.d.ts', 'test-results/**', 'playwright-report/**'] },
  ...nextVitals,
  ...nextTypescript,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      // Every picture is an SVG drawn from data, which the optimiser has nothing to add to.
      '@next/next/no-img-element': 'off',
      // Between two root layouts, and to `/`, which only redirects, a link is a full load.
      '@next/next/no-html-link-for-pages': 'off',
      'import/no-anonymous-default-export': 'off',
    },
  },
  // React's `use` is not the only function of that name.
  { files: ['**/*.ts'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
  { plugins: { house: { rules } } },
  { files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.{ts,tsx}'], rules: { 'house/stairs': 'error' } },
  ...Object.entries(walls).map(([name, { files, ignores }]) => ({ files, ignores, rules: { [`house/${name}`]: 'error' } })),
]

export default config
