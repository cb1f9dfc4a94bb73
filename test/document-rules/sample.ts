/** Small descriptions by hand, so that a judge is tested without a reader of documents or contracts. */
import type { Law } from '../../src/registry/facts.js'
import { rfc9110 } from '../../src/registry/rfc9110.js'
import type { Description, Field, MediaType, Operation, Pointer, Response } from '../../src/rules/description.js'

/** Values that a field shows, or more about it. */
type FieldSketch = readonly unknown[] | { readonly examples?: readonly unknown[]; readonly required?: boolean; readonly schema?: unknown }
type FieldsSketch = Readonly<Record<string, FieldSketch>>
type ContentSketch = Readonly<Record<string, { readonly schema?: unknown; readonly examples?: readonly unknown[] }>>

export interface ResponseSketch {
  readonly fields?: FieldsSketch
  readonly content?: ContentSketch
}

export interface OperationSketch extends Partial<Pick<Operation, 'role' | 'secured' | 'deprecated' | 'idempotent'>> {
  readonly params?: readonly string[]
  readonly fields?: FieldsSketch
  readonly content?: ContentSketch
  readonly responses?: Readonly<Record<string, ResponseSketch>>
}

/** Operations keyed by method and path: `GET /todos/{id}`. */
export type Sketch = Readonly<Record<string, OperationSketch>>

export const json: ContentSketch = { 'application/json': {} }
export const problem: ContentSketch = { 'application/problem+json': {} }

const fieldsOf = (sketch: FieldsSketch, pointer: Pointer): Map<string, Field> =>
  new Map(
    Object.entries(sketch).map(([written, field]) => {
      const more = Array.isArray(field) ? { examples: field } : (field as Exclude<FieldSketch, readonly unknown[]>)
      const name = written.toLowerCase()
      return [name, { required: undefined, examples: [], ...more, name, written, pointer: [...pointer, written] }]
    }),
  )

const contentOf = (sketch: ContentSketch, pointer: Pointer): MediaType[] =>
  Object.entries(sketch).map(([type, media]) => ({ examples: [], ...media, type, pointer: [...pointer, type] }))

const responseOf = (key: string, { fields = {}, content = {} }: ResponseSketch, pointer: Pointer): Response => ({
  key,
  status: /^\d+$/.test(key) ? Number(key) : undefined,
  class: /^\d(\d\d|xx)$/i.test(key) ? Number(key[0]) : undefined,
  content: contentOf(content, [...pointer, 'content']),
  hasContent: Object.keys(content).length > 0,
  fields: fieldsOf(fields, [...pointer, 'headers']),
  summary: '',
  pointer,
})

/** Describes a sketch, as an OpenAPI document unless it says otherwise. */
export const sample = (sketch: Sketch, more: Partial<Description> & { readonly law?: Law } = {}): Description => {
  const groups = new Map<string, Operation[]>()
  const operations = Object.entries(sketch).map(([route, { params, fields = {}, content = {}, responses = {}, ...rest }]): Operation => {
    const [method = '', path = ''] = route.split(' ')
    const pointer = ['paths', path, method.toLowerCase()]
    const pathNames = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
    const shape = path.replace(/\{\w+\}/g, '{}')
    const siblings = groups.get(shape) ?? []
    groups.set(shape, siblings)
    const operation: Operation = {
      method,
      path,
      shape,
      name: route,
      role: undefined,
      pathNames,
      params: fieldsOf(Object.fromEntries((params ?? pathNames).map((name) => [name, []])), [...pointer, 'parameters']),
      query: new Map(),
      fields: fieldsOf(fields, [...pointer, 'parameters']),
      content: contentOf(content, [...pointer, 'requestBody', 'content']),
      hasContent: Object.keys(content).length > 0,
      contentPointer: [...pointer, 'requestBody'],
      responses: Object.entries(responses).map(([key, response]) => responseOf(key, response, [...pointer, 'responses', key])),
      idempotent: undefined,
      deprecated: false,
      waived: new Map(),
      siblings,
      secured: undefined,
      pointer,
      ...rest,
    }
    siblings.push(operation)
    return operation
  })
  return { source: 'openapi', version: '3.1.0', name: 'sample', law: rfc9110, operations, ...more }
}
