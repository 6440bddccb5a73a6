import { env } from '@/lib/env'
import { plainAnswer } from '../wire-answers'
import { documented, type Documented } from './operations'
import { answerSchema, requestSchema, type JsonSchema } from './schema'
import { codeTexts } from './texts'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: object, more: object = {}) => ({ 'application/json': { schema, ...more } })

/** The simulated API as OpenAPI 3.1, made from the schemas that read its requests and type its answers. */
export function openApi() {
  const schemas: Record<string, JsonSchema> = { TurnedAway: answerSchema(plainAnswer) }
  for (const operation of documented) {
    if (operation.method === 'post') schemas[`${operation.id}Request`] = requestSchema(operation.request, operation.auth === 'token')
    operation.answers.forEach((answer, i) => (schemas[answerName(operation, i)] = answerSchema(answer)))
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Netgíró, simulated',
      version: '1',
      description:
        'The Checkout API and the Partner API of Netgíró as this sandbox simulates them. Paths and members are read whatever their letter case; ' +
        'numbers may come as text and null counts as absent. Judge a payment by PaymentSuccessful and ResultCode, never by Success alone.',
    },
    servers: [{ url: `${env().appUrl}/sandbox/netgiro` }],
    tags: [{ name: 'Checkout API' }, { name: 'Partner API' }],
    paths: Object.fromEntries(documented.map((operation) => [operation.path, { [operation.method]: described(operation) }])),
    components: { schemas, securitySchemes },
  }
}

export const answerName = ({ id }: Documented, i: number): string => `${id}${i ? 'Failed' : 'Answer'}`

function described(operation: Documented) {
  const { id, method, auth, about, codes, answers, example } = operation
  const answer = answers.length > 1 ? { oneOf: answers.map((_, i) => ref(answerName(operation, i))) } : ref(answerName(operation, 0))
  const told = { description: codes.map((code) => `${code}: ${codeTexts[code]}`).join('\n\n'), content: json(answer) }
  const others = auth === 'token' ? codes.filter((code) => code !== 200) : []
  return {
    operationId: id,
    tags: [auth === 'token' ? 'Partner API' : 'Checkout API'],
    summary: about,
    security: [auth === 'token' ? { token: [] } : { netgiro_appkey: [], netgiro_nonce: [], netgiro_signature: [] }],
    ...(method === 'get' && { parameters: parameters(operation) }),
    ...(method === 'post' && { requestBody: { required: true, content: json(ref(`${id}Request`), { example }) } }),
    responses: {
      200: told,
      ...Object.fromEntries(others.map((code) => [code, { ...told, description: codeTexts[code] }])),
      401: {
        description: 'The signature or the token does not fit; Message says which bytes were hashed.',
        content: json(ref('TurnedAway')),
      },
    },
  }
}

function parameters({ request, path, auth, example }: Documented) {
  const { properties = {} } = requestSchema(request, auth === 'token')
  return Object.entries(properties).map(([name, { description, ...schema }]) => {
    const where = path.includes(`{${name}}`) ? 'path' : 'query'
    return { name, in: where, required: true, description, schema, example: example[name] }
  })
}

const header = (name: string, description: string) => ({ type: 'apiKey', in: 'header', name, description })
const securitySchemes = {
  netgiro_appkey: header('netgiro_appkey', 'The ApplicationID, a GUID in either letter case.'),
  netgiro_nonce: header('netgiro_nonce', 'Any text, new for each call.'),
  netgiro_signature: header(
    'netgiro_signature',
    'Lower-case hex of SHA-256 over SecretKey, nonce, URL as called and body as sent, joined without separators. No HMAC.',
  ),
  token: header('token', 'The SecretKey.'),
}
