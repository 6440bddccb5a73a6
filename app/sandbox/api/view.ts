import type { MemberRow, OperationView } from '@/components/sandbox/api-operation'
import { words, type Locale } from '@/lib/i18n'
import { wireOf, wireText } from '@/lib/sandbox/netgiro/openapi/example'
import { documented, type Documented } from '@/lib/sandbox/netgiro/openapi/operations'
import { answerSchema, requestSchema, type JsonSchema } from '@/lib/sandbox/netgiro/openapi/schema'

type Words = ReturnType<typeof words<'sandbox'>>

// The documents' own example.
const nonce = '39084373214935208'

export function operationViews(locale: Locale): OperationView[] {
  const t = words(locale, 'sandbox')
  return documented.map((operation) => view(operation, t))
}

function view(operation: Documented, t: Words): OperationView {
  const { id, method, path, auth, request, answers, codes, example } = operation
  return {
    id,
    method: method === 'get' ? 'GET' : 'POST',
    path,
    about: t(`api.operations.${id}`),
    auth: t(`api.auth.${auth}`),
    members: rows(requestSchema(request, auth === 'token'), t),
    answer: rows(answerSchema(answers[0]!), t),
    codes: codes.map((code) => ({ code, about: t(`api.codes.${code}` as 'api.codes.200') })),
    request: wireText(wireOf(operation, example, nonce)),
    example: JSON.stringify(example, null, 2),
  }
}

/** Every member, those of a member below it. */
function rows({ properties = {}, required = [] }: JsonSchema, t: Words, under = ''): MemberRow[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const inner = schema.items ?? schema.anyOf?.find((one) => one.properties) ?? {}
    const text = `${name.charAt(0).toUpperCase()}${name.slice(1)}`
    return [
      {
        name: under + name,
        type: typeText(schema, t),
        required: required.includes(name),
        about: t(`api.members.${text}` as 'api.members.Amount'),
      },
      ...rows(inner, t, `${under}${name}${schema.items ? '[]' : ''}.`),
    ]
  })
}

function typeText(schema: JsonSchema, t: Words): string {
  if (schema.anyOf) {
    const consts = schema.anyOf.filter((one) => 'const' in one).map((one) => String(one.const))
    return consts.length ? consts.join(' | ') : schema.anyOf.map((one) => (one.type === 'null' ? 'null' : typeText(one, t))).join(' | ')
  }
  if (Array.isArray(schema.enum)) return schema.enum.join(' | ')
  if (schema.format === 'uuid') return 'GUID'
  const longest = schema.type === 'string' && typeof schema.maxLength === 'number' ? ` ≤ ${schema.maxLength}` : ''
  return `${schema.type ?? t('api.any')}${longest}`
}
