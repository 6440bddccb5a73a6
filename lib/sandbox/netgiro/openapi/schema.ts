import { z } from 'zod'
import { wireName } from '../wire'
import { memberText } from './texts'

export type JsonSchema = {
  readonly type?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly description?: string
  readonly [keyword: string]: unknown
}

/** An answer as it is sent: its members and no others. */
export const answerSchema = (schema: z.ZodObject): JsonSchema => described(plain(schema))

/** A request as it is documented. What is read is wider: any letter case, numbers as text, null for absent, unknown members. */
export const requestSchema = (schema: z.ZodObject, camel: boolean): JsonSchema => described(named(plain(schema), camel))

function plain(schema: z.ZodObject): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as JsonSchema
  return rest
}

/** The schemas read names in small letters; the documents write PascalCase, the Partner API camelCase. */
function named(schema: JsonSchema, camel: boolean): JsonSchema {
  const { properties, required, items, additionalProperties: _, ...rest } = schema
  return {
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, member]) => [write(name, camel), named(member, camel)])),
    }),
    ...(required && { required: required.map((name) => write(name, camel)) }),
    ...(items && { items: named(items, camel) }),
  }
}

function write(name: string, camel: boolean): string {
  const written = wireName[name] ?? name.charAt(0).toUpperCase() + name.slice(1)
  return camel ? written.charAt(0).toLowerCase() + written.slice(1) : written
}

function described(schema: JsonSchema): JsonSchema {
  const { properties, items, anyOf } = schema
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, member]) => [name, { ...described(member), description: memberText(name) }]),
      ),
    }),
    ...(items && { items: described(items) }),
    ...(anyOf && { anyOf: anyOf.map(described) }),
  }
}
