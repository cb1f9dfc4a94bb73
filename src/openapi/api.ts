/** A document in the normal form of `model.ts`, read by the reader that lint reads with. */
import type { Pointer } from '../rules/description.js'
import { besides } from './beside.js'
import { countOf, readerOf } from './describe.js'
import type { Api, ApiBody, ApiField, ApiMedia, ApiOperation, ApiParameter, ApiResponse, ApiSecurity, ApiWebhook, Origin } from './model.js'
import { type Answered, type Found, keysOf, type Part, type Reader } from './reader.js'
import { isObject, type JsonObject, listOf, own as ownOf } from './refs.js'
import { Schemas } from './schemas.js'
import { type ShownMedia, shownIn } from './shown.js'
import { isSwagger, type Source, versionOf } from './source.js'

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [])
const flagOf = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined)

/** Fields that OpenAPI 3 describes elsewhere and ignores here. */
export const elsewhere: Readonly<Record<'parameter' | 'header', readonly string[]>> = {
  parameter: ['accept', 'content-type', 'authorization'],
  header: ['content-type'],
}

/** The alternatives of a `security`. */
const securityOf = (value: unknown): readonly ApiSecurity[] =>
  listOf(value)
    .filter(isObject)
    .map((need) => new Map(Object.entries(need).map(([name, scopes]) => [name, textsOf(scopes)])))

/** The URLs of servers, their variables filled in by the defaults. */
const serversOf = (value: unknown): readonly string[] =>
  listOf(value)
    .filter(isObject)
    .flatMap(({ url, variables }) => {
      if (typeof url !== 'string') return []
      return url.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
        const variable = isObject(variables) && Object.hasOwn(variables, name) ? variables[name] : undefined
        return isObject(variable) && variable.default !== undefined ? String(variable.default) : whole
      })
    })

/** The same of OpenAPI 2.0, which says it in three parts. */
const swaggerServers = ({ host, basePath }: JsonObject, schemes: readonly string[]): readonly string[] => {
  const path = textOf(basePath) ?? ''
  if (typeof host !== 'string') return path ? [path] : []
  return (schemes.length > 0 ? schemes : ['https']).map((scheme) => `${scheme}://${host}${path}`)
}

const flows: Readonly<Record<string, string>> = {
  implicit: 'implicit',
  password: 'password',
  application: 'clientCredentials',
  accessCode: 'authorizationCode',
}

/** A Security Scheme Object of OpenAPI 2.0 as one of OpenAPI 3. */
const schemeOf = (scheme: JsonObject): JsonObject => {
  const { type, flow, authorizationUrl, tokenUrl, scopes, ...rest } = scheme
  if (type === 'basic') return { type: 'http', scheme: 'basic', ...rest }
  if (type !== 'oauth2') return scheme
  const urls = { ...(authorizationUrl !== undefined && { authorizationUrl }), ...(tokenUrl !== undefined && { tokenUrl }) }
  return { type, ...rest, flows: { [flows[String(flow)] ?? String(flow)]: { ...urls, scopes: scopes ?? {} } } }
}

/** Whether what stands beside the `$ref` of a schema counts, which it does since 3.1. */
export const countsBeside = (document: JsonObject): boolean => !isSwagger(document) && !versionOf(document).startsWith('3.0')

class Modeller {
  readonly #source: Source
  readonly #document: JsonObject
  readonly #reader: Reader
  readonly #schemas: Schemas
  readonly #swagger: boolean
  /** Fields that are ignored, by name, with the places. */
  readonly #ignored = new Map<string, Pointer[]>()
  // Shared by identity: most operations have the same few components.
  readonly #parameters = new Map<Pointer, ApiParameter>()
  readonly #contents = new Map<readonly ShownMedia[], ReadonlyMap<string, ApiMedia>>()
  readonly #answers = new Map<Part, ApiResponse>()
  readonly #security: readonly ApiSecurity[]
  readonly #servers: readonly string[]
  #callbacks = 0
  #links = 0

  constructor(source: Source, unasked: ReadonlySet<string>) {
    this.#source = source
    this.#document = source.document
    this.#reader = readerOf(source)
    this.#swagger = isSwagger(source.document)
    const root = this.#swagger ? ['definitions'] : ['components', 'schemas']
    this.#security = securityOf(this.#document.security)
    this.#servers = this.#serversOf(this.#document)
    this.#schemas = new Schemas(this.#reader, countsBeside(source.document), root, unasked)
  }

  api(): Api {
    const info = isObject(this.#document.info) ? this.#document.info : {}
    const operations: ApiOperation[] = []
    const callbacks: [Found & { readonly url: string }, ApiOperation][] = []
    this.#reader.operations((found) => {
      const operation = this.#operation(found)
      operations.push(operation)
      this.#reader.callbacks(found, (callback) => callbacks.push([callback, operation]))
    })
    const webhooks: ApiWebhook[] = []
    this.#reader.webhooks((found) => webhooks.push(this.#webhook(found)))
    for (const [found, operation] of callbacks) webhooks.push(this.#webhook(found, operation, found.url))
    const securitySchemes = this.#securitySchemes()
    const schemas = this.#schemas.named()
    this.#remark()
    return {
      title: textOf(info.title) ?? '',
      version: textOf(info.version) ?? (info.version === undefined ? '' : String(info.version)),
      description: textOf(info.description),
      file: this.#source.file,
      openapi: versionOf(this.#document),
      servers: this.#servers,
      security: this.#security,
      operations,
      webhooks,
      schemas,
      components: this.#schemas.components,
      level: (schema) => this.#schemas.level(schema),
      securitySchemes,
      besides: () => besides(this.#source.files).map(({ what, pointer }) => ({ what, origin: this.#origin(pointer) })),
      remarks: this.#reader.remarks.map(({ message, pointer }) => ({ message, origin: this.#origin(pointer) })),
    }
  }

  #origin(pointer: Pointer): Origin {
    const { file, pointer: keys } = this.#source.files.split(pointer)
    return { file, pointer: keys }
  }

  #serversOf(holder: JsonObject): readonly string[] {
    return this.#swagger ? swaggerServers(this.#document, textsOf(holder.schemes)) : serversOf(holder.servers)
  }

  #securitySchemes(): Api['securitySchemes'] {
    const pointer = this.#swagger ? ['securityDefinitions'] : ['components', 'securitySchemes']
    const holder = this.#swagger ? this.#document : this.#document.components
    const schemes = isObject(holder) ? this.#reader.object(holder[pointer.at(-1)!], pointer) : {}
    return new Map(
      keysOf(schemes).flatMap((name): [string, JsonObject][] => {
        const found = this.#reader.reach(schemes[name], [...pointer, name])
        return found ? [[name, this.#swagger ? schemeOf(found.value) : found.value]] : []
      }),
    )
  }

  #operation({ route, method, value, pointer, parameters }: Found): ApiOperation {
    const { item, behind } = route
    const key = this.#swagger ? 'schemes' : 'servers'
    const own = [value, item.value, behind?.value].find((holder) => holder?.[key] !== undefined)
    return {
      method,
      path: route.path,
      id: textOf(value.operationId),
      summary: textOf(value.summary),
      description: textOf(value.description),
      tags: textsOf(value.tags),
      deprecated: value.deprecated === true,
      sunset: textOf(value['x-sunset']) ?? textOf(ownOf(value['x-statute-deprecated'], 'sunset')),
      parameters: [...parameters.all().values()].flatMap((part) => this.#parameter(part) ?? []),
      body: this.#body(value, pointer, parameters),
      responses: this.#responses(value, pointer),
      security: value.security === undefined || value.security === null ? this.#security : securityOf(value.security),
      servers: own ? this.#serversOf(own) : this.#servers,
      origin: this.#origin(pointer),
    }
  }

  #webhook(found: Found, of?: ApiOperation, url?: string): ApiWebhook {
    this.#callbacks += countOf(found.value.callbacks)
    return { ...this.#operation(found), security: securityOf(found.value.security), of, url }
  }

  #parameter(part: Part): ApiParameter | undefined {
    const { in: where, name } = part.value
    if (where === 'body' || where === 'formData') return undefined
    const called = where === 'header' ? String(name).toLowerCase() : String(name)
    if (where === 'header' && !this.#swagger && elsewhere.parameter.includes(called)) {
      this.#ignore(`the header parameter ${called}`, part.pointer)
      return undefined
    }
    const known = this.#parameters.get(part.pointer)
    if (known) return known
    const field = this.#field(called, this.#reader.described(part.value), part.value, part.pointer)
    // A path has no parts that may be absent.
    const required = where === 'path' || field.required
    const allowEmptyValue = where === 'query' && part.value.allowEmptyValue === true
    const parameter = { ...field, required, in: where as ApiParameter['in'], allowEmptyValue }
    this.#parameters.set(part.pointer, parameter)
    return parameter
  }

  /** `described` is what `written` is in OpenAPI 3. */
  #field(name: string, described: JsonObject, written: JsonObject, pointer: Pointer): ApiField {
    const [type, media] = isObject(described.content) ? (Object.entries(described.content)[0] ?? []) : []
    const holder = isObject(media) ? media : described
    const at = type === undefined ? pointer : [...pointer, 'content', type]
    return {
      name,
      required: described.required === true,
      deprecated: described.deprecated === true,
      description: textOf(described.description),
      schema: holder.schema === undefined ? undefined : this.#schemas.of(holder.schema, this.#swagger ? pointer : [...at, 'schema']),
      type,
      style: textOf(described.style),
      explode: flagOf(described.explode),
      ...shownIn(this.#source.files, holder, pointer),
      ...(this.#swagger && { examples: listOf(written['x-examples']) }),
      origin: this.#origin(pointer),
    }
  }

  #body(operation: JsonObject, pointer: Pointer, parameters: Found['parameters']): ApiBody | undefined {
    const { content, hasContent, pointer: at, required, description } = this.#reader.sent(operation, pointer, parameters)
    if (!hasContent) return undefined
    return { required, description: textOf(description), content: this.#content(content), origin: this.#origin(at) }
  }

  /** Content that many messages share is made once. */
  #content(content: readonly ShownMedia[]): ReadonlyMap<string, ApiMedia> {
    const known = this.#contents.get(content)
    if (known) return known
    const made = new Map(
      content.map(({ value, written, pointer }): [string, ApiMedia] => {
        const schemaAt = this.#swagger ? pointer : [...pointer, 'schema']
        return [
          written,
          {
            schema: value.schema === undefined ? undefined : this.#schemas.of(value.schema, schemaAt),
            itemSchema: value.itemSchema === undefined ? undefined : this.#schemas.of(value.itemSchema, [...pointer, 'itemSchema']),
            ...shownIn(this.#source.files, value, pointer),
            encoding: isObject(value.encoding) && Object.keys(value.encoding).length > 0 ? value.encoding : undefined,
            origin: this.#origin(pointer),
          },
        ]
      }),
    )
    this.#contents.set(content, made)
    return made
  }

  #responses(operation: JsonObject, pointer: Pointer): ReadonlyMap<string, ApiResponse> {
    const responses = new Map<string, ApiResponse>()
    for (const response of this.#reader.responses(operation, pointer)) {
      const key = response.key.toLowerCase()
      if (response.class === undefined && key !== 'default')
        this.#reader.remarks.push({ message: `${response.key} is no status, and is not read`, pointer: response.pointer })
      else responses.set(key, this.#response(response))
    }
    return responses
  }

  #response({ answer: { part }, content, fields, pointer }: Answered): ApiResponse {
    const { description, summary, links } = part?.value ?? {}
    this.#links += countOf(links)
    const isElsewhere = (name: string) => !this.#swagger && elsewhere.header.includes(name)
    for (const [name, field] of fields) if (isElsewhere(name)) this.#ignore(`the header ${name} of a response`, field.pointer)
    const known = part && this.#answers.get(part)
    if (known) return known
    const headers = new Map<string, ApiField>()
    for (const [name, field] of fields)
      if (!isElsewhere(name)) headers.set(name, this.#field(name, field.value, field.value, field.pointer))
    const response = {
      description: textOf(description) ?? textOf(summary) ?? '',
      headers,
      content: this.#content(content),
      origin: this.#origin(part?.pointer ?? pointer),
    }
    if (part) this.#answers.set(part, response)
    return response
  }

  #ignore(what: string, pointer: Pointer): void {
    const places = this.#ignored.get(what)
    if (places) places.push(pointer)
    else this.#ignored.set(what, [pointer])
  }

  /** Says, once for each kind, what the model has no place for. */
  #remark(): void {
    const { remarks } = this.#reader
    this.#reader.remarkOutside()
    for (const [what, places] of this.#ignored) {
      const often = places.length > 1 ? ` (${places.length} places)` : ''
      remarks.push({ message: `${what} is not read: OpenAPI ignores it, and says it elsewhere${often}`, pointer: places[0]! })
    }
    const unread = (count: number, thing: string, pointer: Pointer): void => {
      if (count > 0) remarks.push({ message: `${count} ${thing}${count > 1 ? 's are' : ' is'} not read`, pointer })
    }
    unread(this.#callbacks, 'nested callback', ['paths'])
    unread(this.#links, 'link', ['paths'])
  }
}

/**
 * Reads a source into the one normal form of APIs.
 *
 * OpenAPI 2.0 to 3.2 come out alike: what import and diff do with an API does not depend on how it was written.
 *
 * @example modelOf(parse('{ "openapi": "3.1.0", "paths": {} }', 'api.json')).operations //=> []
 * @throws SourceError where a structure is not what OpenAPI says, or a `$ref` leads nowhere.
 * @see https://spec.openapis.org/oas/latest.html
 */
export const modelOf = (source: Source): Api => modelBut(new Set(), source)

/** The same, but that some components are left as written, of which nothing is to be said. */
export const modelBut = (unasked: ReadonlySet<string>, source: Source): Api => new Modeller(source, unasked).api()
