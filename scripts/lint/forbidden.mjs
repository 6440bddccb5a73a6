// What may be written only in named files: each wall is a pattern of syntax, the files it stands in,
// the ones it leaves out, and the reason.
const code = ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.{ts,tsx}', '*.ts']
const writes = '/^(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)$/'
const paymentModels = '/^(payment|paymentEvent|exchange|callback|attention|refund)$/'
const paymentTables = String.raw`/\b(INSERT INTO|UPDATE|DELETE FROM)\s+.?(payment|payment_event|exchange|callback|attention|refund)\b/i`
const providerWords =
  '/^(ResultCode|TransactionId|PaymentSuccessful|ConfirmationType|(Insert|Check|Confirm|Cancel)Cart|chargeId|reservationId)$/'

export const walls = {
  'payment-rows': {
    selectors: [
      `CallExpression[callee.property.name=${writes}][callee.object.property.name=${paymentModels}]`,
      `Property[key.name='payments'] > ObjectExpression > Property[key.name=${writes}]`,
      `TemplateElement[value.raw=${paymentTables}]`,
      `Literal[value=${paymentTables}]`,
    ],
    files: code,
    ignores: ['lib/payments/**'],
    because: 'Only lib/payments writes payment rows: one writer, one lock, one truth.',
  },
  environment: {
    selectors: ["MemberExpression[object.name='process'][property.name='env']", 'ImportDeclaration[source.value=/^(node:)?process$/]'],
    files: code,
    // Next replaces NEXT_RUNTIME and FAULT_POINTS when it builds, and only where they stand in the open.
    ignores: ['lib/env.ts', 'instrumentation.ts', 'lib/payments/crash-point.ts', '*.config.ts'],
    because: 'The environment is read in lib/env.ts, where it is checked and documented.',
  },
  'provider-words': {
    selectors: [`Identifier[name=${providerWords}]`, `Literal[value=${providerWords}]`],
    files: code,
    ignores: ['lib/gateways/*/**', 'lib/sandbox/**', 'app/sandbox/**', 'components/sandbox/**'],
    because: "A provider's word stays in its gateway's folder: the rest of the shop speaks of payments.",
  },
  chance: {
    selectors: ["MemberExpression[object.name='Math'][property.name='random']"],
    files: code,
    // Jitter only. What must not be guessed comes from node:crypto.
    ignores: [
      'lib/db.ts',
      'lib/payments/refresh.ts',
      'lib/payments/schedule.ts',
      'lib/payments/page-pace.ts',
      'components/checkout/payment-watch.tsx',
    ],
    because: 'Math.random is for jitter in the files named in scripts/lint/forbidden.mjs; ids and tokens come from lib/ids.',
  },
  clock: {
    selectors: [
      "CallExpression[callee.object.name='Date'][callee.property.name='now']",
      "NewExpression[callee.name='Date'][arguments.length=0]",
      "ImportDeclaration[source.value='@/lib/clock']",
    ],
    files: ['lib/payments/**/*.ts', 'lib/orders/**/*.ts', 'lib/outbox/**/*.ts'],
    ignores: [],
    because: "Deadlines and claims are of the database's clock (databaseNow in lib/db.ts): the clocks of two instances differ.",
  },
  'raw-sql': {
    selectors: [String.raw`MemberExpression[property.name=/^\$(query|execute)RawUnsafe$/]`],
    files: [...code, 'prisma/**/*.ts', 'tests/**/*.ts', 'scripts/**/*.{ts,mjs}'],
    ignores: [],
    because: 'SQL is a template: $queryRaw`…` sends its values apart from the text.',
  },
  'server-actions': {
    selectors: ["ExpressionStatement[directive='use server']"],
    files: code,
    ignores: ['**/actions.ts'],
    because: "'use server' stands only in files called actions.ts, where a test finds every export without a guard.",
  },
}

export const forbid = ({ selectors, because }) => ({
  meta: { type: 'problem', schema: [] },
  create: (context) => Object.fromEntries(selectors.map((selector) => [selector, (node) => context.report({ node, message: because })])),
})
