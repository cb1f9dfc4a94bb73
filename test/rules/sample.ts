/** Descriptions made by hand, so that a rule is tested without a contract and without a document. */
import type { Law, Role } from '../../src/registry/facts.js'
import { rfc9110 } from '../../src/registry/rfc9110.js'
import type { Description, Field, MediaType, Operation, Pointer, Response } from '../../src/rules/description.js'

/** A field: whether it is required, or what else the source shows. */
export type SampleField = boolean | { readonly required?: boolean; readonly examples?: readonly unknown[]; readonly schema?: unknown }
export type SampleFields = { readonly [written: string]: SampleField }
/** Content by media type, each with its schema. */
export type SampleContent = { readonly [type: string]: unknown }

export interface SampleResponse {
  readonly content?: SampleContent
  readonly fields?: SampleFields
  readonly common?: boolean
}

export interface SampleRoute {
  readonly method: string
  readonly path?: string
  readonly role?: Role
  readonly params?: readonly string[]
  /** Parameters whose schema takes no text. */
  readonly textless?: readonly string[]
  readonly headers?: SampleFields
  readonly body?: SampleContent
  readonly idempotent?: unknown
  readonly waive?: { readonly [rule: string]: string }
  readonly unknownKeys?: readonly string[]
  readonly unknownWaivers?: readonly string[]
  readonly responses?: { readonly [key: string]: SampleResponse }
}

const field = (written: string, shown: SampleField, pointer: Pointer): Field => ({
  name: written.toLowerCase(),
  written,
  required: typeof shown === 'boolean' ? shown : shown.required,
  ...(typeof shown === 'object' && 'schema' in shown && { schema: shown.schema }),
  examples: typeof shown === 'object' ? (shown.examples ?? []) : [],
  pointer,
})

const fields = (shown: SampleFields = {}, pointer: Pointer): Map<string, Field> =>
  new Map(Object.entries(shown).map(([written, value]) => [written.toLowerCase(), field(written, value, [...pointer, written])]))

const content = (shown: SampleContent = {}, pointer: Pointer): MediaType[] =>
  Object.entries(shown).map(([type, schema]) => ({ type, schema, examples: [], pointer: [...pointer, type] }))

const response = (key: string, shown: SampleResponse, pointer: Pointer): Response => {
  const [, digit, rest] = /^(\d)(\d\d|xx)$/i.exec(key) ?? []
  return {
    key,
    status: rest !== undefined && /^\d/.test(rest) ? Number(key) : undefined,
    class: digit === undefined ? undefined : Number(digit),
    content: content(shown.content, [...pointer, 'content']),
    hasContent: shown.content !== undefined,
    fields: fields(shown.fields, [...pointer, 'headers']),
    summary: '',
    ...(shown.common && { common: true as const }),
    pointer,
  }
}

/** A description of routes called `r0`, `r1` … by the law of RFC 9110, as a contract unless told otherwise. */
export const sample = (
  routes: SampleRoute | readonly SampleRoute[],
  { source = 'contract', law = rfc9110 }: { readonly source?: Description['source']; readonly law?: Law } = {},
): Description => {
  const siblings: Operation[] = []
  for (const [index, route] of [routes].flat().entries()) {
    const name = `r${index}`
    const path = route.path ?? '/todos'
    const pointer: Pointer = source === 'contract' ? [name] : ['paths', path, route.method.toLowerCase()]
    siblings.push({
      method: route.method,
      path,
      shape: path.replace(/:\w+/g, '{}'),
      name,
      role: route.role,
      pathNames: [...path.matchAll(/:([A-Za-z]\w*)/g)].map(([, found]) => found!),
      params:
        route.params &&
        new Map(
          route.params.map((param) => [
            param,
            { ...field(param, true, [...pointer, 'params', param]), takesText: !route.textless?.includes(param) },
          ]),
        ),
      query: new Map(),
      fields: fields(route.headers, [...pointer, 'headers']),
      content: content(route.body, [...pointer, 'body']),
      hasContent: route.body !== undefined,
      contentPointer: [...pointer, source === 'contract' ? 'body' : 'requestBody'],
      responses: Object.entries(route.responses ?? { 200: {} }).map(([key, shown]) => response(key, shown, [...pointer, 'responses', key])),
      idempotent: route.idempotent,
      deprecated: false,
      ...(route.unknownKeys && { unknownKeys: route.unknownKeys }),
      ...(route.unknownWaivers && { unknownWaivers: route.unknownWaivers }),
      waived: new Map(Object.entries(route.waive ?? {})),
      siblings,
      secured: undefined,
      pointer,
    })
  }
  return { source, name: 'sample', law, operations: siblings }
}
