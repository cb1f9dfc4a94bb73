/** A contract in the one normal form that rules read. */
import { z } from 'zod'
import type { Contract, Route } from '../../types/route.js'
import type { Schema } from '../../types/schema.js'
import type { Law, Role } from '../registry/facts.js'
import { rfc9110 } from '../registry/rfc9110.js'
import type { Description, Field, MediaType, Operation, Pointer, Response } from '../rules/description.js'
import { rules } from '../rules/index.js'
import { isContract, isRoute, lawOf } from './route.js'

type Loose = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null
const isSchema = (value: unknown): value is Schema => (isObject(value) || typeof value === 'function') && '~standard' in value

/** The keys that a route may have; `satisfies` keeps them those of the type. */
const keys = {
  params: true,
  query: true,
  headers: true,
  body: true,
  responses: true,
  idempotent: true,
  role: true,
  waive: true,
  deprecated: true,
  summary: true,
  description: true,
  tags: true,
  openapi: true,
} as const satisfies Record<keyof Required<Route['spec']>, true>

/** The JSON schema of what a schema takes in, where it can say so: zod can, others by Standard JSON Schema. */
const jsonSchema = (schema: Schema): unknown => {
  const standard = schema['~standard'] as { readonly jsonSchema?: { readonly input?: (options: object) => unknown } }
  try {
    if (typeof standard.jsonSchema?.input === 'function') return standard.jsonSchema.input({ target: 'draft-2020-12' })
    if ('_zod' in schema) return z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' })
  } catch {
    // A schema that cannot be written down is judged by what else is known of it.
  }
  return undefined
}

/** Whether a message may go without: the schema takes `undefined` in. A schema that answers later is taken at its word. */
export const isOptional = (schema: Schema): boolean => {
  const validate = (schema['~standard'] as { readonly validate?: (value: unknown) => unknown }).validate
  if (typeof validate !== 'function') return false
  try {
    const result = validate(undefined)
    return isObject(result) && !('then' in result) && result.issues === undefined
  } catch {
    return false
  }
}

const examplesOf = (schema: unknown): unknown[] => {
  if (!isObject(schema)) return []
  return [
    ...('const' in schema ? [schema.const] : []),
    ...(Array.isArray(schema.enum) ? schema.enum : []),
    ...('default' in schema ? [schema.default] : []),
    ...(Array.isArray(schema.examples) ? schema.examples : []),
  ]
}

/** Whether a schema turns text into what it wants, at the end that takes it in. */
const coerces = (schema: unknown): boolean => {
  const def = isObject(schema) && isObject(schema._zod) ? schema._zod.def : undefined
  return isObject(def) && (def.coerce === true || coerces(def.innerType ?? def.in))
}

/** Whether a JSON schema tells that no text is valid. */
const isTextless = (json: unknown): boolean => {
  if (!isObject(json)) return false
  if (Array.isArray(json.anyOf)) return json.anyOf.every(isTextless)
  const types = Array.isArray(json.type) ? json.type : json.type === undefined ? [] : [json.type]
  return types.length > 0 && !types.includes('string')
}

const fieldOf = (written: string, schema: Schema, pointer: Pointer): Field => {
  const json = jsonSchema(schema)
  return {
    name: written.toLowerCase(),
    written,
    required: !isOptional(schema),
    schema: json,
    examples: examplesOf(json),
    source: schema,
    pointer,
  }
}

const fieldsOf = (headers: unknown, pointer: Pointer): Map<string, Field> =>
  new Map(
    Object.entries(isObject(headers) ? headers : {})
      .filter((entry): entry is [string, Schema] => isSchema(entry[1]))
      .map(([written, schema]) => [written.toLowerCase(), fieldOf(written, schema, [...pointer, 'headers', written])]),
  )

const mediaType = (type: string, schema: Schema, pointer: Pointer, shown?: unknown): MediaType => {
  // Written down when a rule looks: what leads to hundreds of other schemas takes long, and few ask.
  let json: { readonly is: unknown } | undefined
  const written = (): unknown => {
    json ??= { is: jsonSchema(schema) }
    return json.is
  }
  return {
    type: type.toLowerCase(),
    get schema() {
      return written()
    },
    get examples() {
      return [...examplesOf(written()), ...(Array.isArray(shown) ? shown : [])]
    },
    source: schema,
    ...(Array.isArray(shown) && { shown }),
    pointer,
  }
}

/** The media types of a maker's result or a bare schema. */
const contentOf = (body: unknown, pointer: Pointer): MediaType[] => {
  if (isSchema(body)) return [mediaType('application/json', body, pointer)]
  if (!isObject(body)) return []
  if (body.kind === 'content' && isSchema(body.schema)) return [mediaType(String(body.type), body.schema, pointer, body.examples)]
  if (body.kind === 'media' && isObject(body.types))
    return Object.entries(body.types)
      .filter((entry): entry is [string, Schema] => isSchema(entry[1]))
      .map(([type, schema]) => mediaType(type, schema, pointer))
  return []
}

/** What a maker was told to say of a message. */
const descriptionOf = (body: unknown): string | undefined =>
  isObject(body) && !isSchema(body) && typeof body.description === 'string' ? body.description : undefined

const code = /^[0-9]+$/
const range = /^([1-5])xx$/

const responseOf = (key: string, body: unknown, pointer: Pointer, common: boolean): Response => {
  const content = contentOf(body, pointer)
  const description = descriptionOf(body)
  const digit = range.exec(key)?.[1] ?? (/^[0-9]{3}$/.test(key) ? key[0] : undefined)
  return {
    key,
    status: code.test(key) ? Number(key) : undefined,
    class: digit === undefined ? undefined : Number(digit),
    content,
    hasContent: content.length > 0,
    fields: fieldsOf(isObject(body) && !isSchema(body) ? body.headers : undefined, pointer),
    summary: '',
    ...(description !== undefined && { description }),
    pointer,
    ...(common && { common }),
  }
}

const params = /(?<=\/):([^/]+)/g

/** The parameters that `params` declares, where it tells: its keys, and whether each takes text in. */
const paramsOf = (schema: unknown, pointer: Pointer): Map<string, Field> | undefined => {
  if (!isSchema(schema)) return undefined
  const shape = (schema as { readonly shape?: unknown }).shape ?? (schema as { readonly entries?: unknown }).entries
  if (isObject(shape))
    return new Map(
      Object.entries(shape)
        .filter((entry): entry is [string, Schema] => isSchema(entry[1]))
        .map(([name, member]) => {
          const field = fieldOf(name, member, [...pointer, name])
          return [name, { ...field, takesText: !isTextless(field.schema) || coerces(member) }]
        }),
    )
  const json = jsonSchema(schema)
  if (!isObject(json) || !isObject(json.properties)) return undefined
  return new Map(
    Object.entries(json.properties).map(([name, member]) => [
      name,
      {
        name,
        written: name,
        required: Array.isArray(json.required) && json.required.includes(name),
        schema: member,
        examples: examplesOf(member),
        takesText: !isTextless(member),
        pointer: [...pointer, name],
      },
    ]),
  )
}

/** What is declared under statuses: a key that holds undefined declares nothing, and hides what is common. */
const declaredOf = (responses: unknown): readonly (readonly [string, unknown])[] =>
  Object.entries(isObject(responses) ? responses : {}).filter(([, body]) => body !== undefined)

interface Shared {
  readonly common: unknown
  readonly commonPointer: Pointer
  readonly role: Role | undefined
  readonly waive: Loose
}

const operationOf = (route: Route, name: string, pointer: Pointer, law: Law, shared: Shared): Omit<Operation, 'siblings'> => {
  const spec = route.spec as unknown as Loose
  const own = isObject(spec.responses) ? spec.responses : {}
  const common = declaredOf(shared.common).filter(([key]) => !(key in own))
  const answersFields = Object.hasOwn(law.methods, route.method) && law.methods[route.method]?.answers === 'fields'
  const waive = { ...shared.waive, ...(isObject(spec.waive) ? spec.waive : {}) }
  const content = contentOf(spec.body, [...pointer, 'body'])
  const contentDescription = descriptionOf(spec.body)
  return {
    method: route.method,
    path: route.path,
    shape: route.path.replace(params, '{}'),
    name,
    role: (spec.role ?? shared.role) as Role | undefined,
    pathNames: [...route.path.matchAll(params)].map(([, param]) => param!),
    params: paramsOf(spec.params, [...pointer, 'params']),
    query: paramsOf(spec.query, [...pointer, 'query']) ?? new Map(),
    fields: fieldsOf(spec.headers, pointer),
    content,
    hasContent: content.length > 0,
    ...(contentDescription !== undefined && { contentDescription }),
    contentPointer: [...pointer, 'body'],
    responses: [
      ...declaredOf(own).map(([key, body]) => responseOf(key, body, [...pointer, 'responses', key], false)),
      ...common.map(([key, body]) => {
        const response = responseOf(key, body, [...shared.commonPointer, key], true)
        // A method that answers with fields alone takes only the fields of what is common.
        return answersFields ? { ...response, content: [], hasContent: false } : response
      }),
    ],
    idempotent: spec.idempotent,
    deprecated: (spec.deprecated ?? false) as Operation['deprecated'],
    unknownKeys: Object.keys(spec).filter((key) => !Object.hasOwn(keys, key)),
    waived: new Map(Object.entries(waive).map(([id, reason]) => [id, String(reason)])),
    unknownWaivers: Object.keys(isObject(spec.waive) ? spec.waive : {}).filter((id) => !Object.hasOwn(rules, id)),
    secured: undefined,
    spec,
    pointer,
  }
}

/** Walks routes, groups and nested contracts; what an inner contract says of itself comes on top of the outer's. */
function* walk(
  routes: unknown,
  names: readonly string[],
  pointer: Pointer,
  law: Law,
  shared: Shared,
): Generator<Omit<Operation, 'siblings'>> {
  for (const [key, value] of Object.entries(isObject(routes) ? routes : {})) {
    if (isRoute(value)) yield operationOf(value, [...names, key].join('.'), [...pointer, key], law, shared)
    else if (isContract(value)) yield* walkContract(value, [...names, key], [...pointer, key], shared)
    else yield* walk(value, [...names, key], [...pointer, key], law, shared)
  }
}

function* walkContract(
  contract: Contract,
  names: readonly string[],
  pointer: Pointer,
  outer?: Shared,
): Generator<Omit<Operation, 'siblings'>> {
  const options = contract.options as Loose
  yield* walk(contract.routes, names, pointer, lawOf(contract) ?? rfc9110, {
    common: { ...(isObject(outer?.common) ? outer.common : {}), ...(isObject(options.common) ? options.common : {}) },
    commonPointer: isObject(options.common) ? [...pointer, 'common'] : (outer?.commonPointer ?? [...pointer, 'common']),
    role: (options.role as Role | undefined) ?? outer?.role,
    waive: { ...outer?.waive, ...(isObject(options.waive) ? options.waive : {}) },
  })
}

/**
 * Describes a contract as rules read it.
 *
 * @example describe(contract({ list: get('/todos', { responses: { 200: Todos } }) }), 'todos').operations.length //=> 1
 */
export const describe = (contract: Contract, name: string): Description => {
  const bare = [...walkContract(contract, [], [])]
  const byShape = new Map<string, Operation[]>()
  const operations = bare.map((operation): Operation => {
    const siblings = byShape.get(operation.shape) ?? []
    byShape.set(operation.shape, siblings)
    const whole = { ...operation, siblings }
    siblings.push(whole)
    return whole
  })
  return { source: 'contract', name, law: lawOf(contract) ?? rfc9110, operations }
}
