/** An API as a contract, written in TypeScript. */
import type { Law } from '../../registry/facts.js'
import { rfc9110 } from '../../registry/rfc9110.js'
import type { Api, ApiOperation, ApiSecurity, JsonSchema } from '../model.js'
import { atom, type Code, call, keyOf, literal, type Member, object, string } from './code.js'
import { Declarations } from './declarations.js'
import { namesIn } from './facts.js'
import { modules, type Tree as NameTree, oneModule, type Pieces, placeOf, type RouteCode, words } from './modules.js'
import { camel, Names, pascal } from './names.js'
import { type Answer, makers, OperationWriter, objectOf, type Tree, type Written } from './operations.js'
import { type Loss, SchemaReader } from './schema.js'
import { type Reason, reasons, waiversOf } from './waivers.js'

export type { Loss } from './schema.js'

/** What came out of a document. */
export interface Imported {
  /** What the document says and the contract does not, or says otherwise. */
  readonly losses: readonly Loss[]
  /** How many routes it has, how many schemas, and how many rules it waives, once for each route. */
  readonly routes: number
  readonly schemas: number
  readonly waivers: number
}

/** A contract in one module. */
export interface ImportedModule extends Imported {
  readonly text: string
}
/** A contract in several: the text of each, by its path in their folder. */
export interface ImportedModules extends Imported {
  readonly modules: ReadonlyMap<string, string>
}

export interface ImportOptions {
  /** Told what goes on: what is done, and of how many. */
  readonly onProgress?: (doing: string, done: number, all: number) => void
}

/** A name in the tree of the contract. */
interface Group {
  readonly names: Names
  readonly entries: Map<string, Group | number>
}

const group = (): Group => ({ names: new Names(), entries: new Map() })

/** What an operation without an operationId is called: `GET /todos/{id}` is `getTodosById`. */
const fallback = ({ method, path }: ApiOperation): string =>
  camel(method.toLowerCase()) +
  path
    .split('/')
    .filter(Boolean)
    .map((segment) => pascal(segment.replace(/\{([^{}]*)\}/g, ' by $1 ')))
    .join('')

/** The names of an operation, from the outer group to its own: `repos/get` is `repos`, `get`. */
const namesOf = (operation: ApiOperation, taken: readonly string[]): string[] => {
  const parts = (operation.id ?? '')
    .split(/[./]+/)
    .filter((part) => /[\p{ID_Start}\d]/u.test(part))
    .map(camel)
    .map((name) => (taken.includes(name) ? `_${name}` : name))
  return parts.length > 0 ? parts : [fallback(operation)]
}

/** The tree of names, with the index of an operation at each leaf. */
const treeOf = (operations: readonly ApiOperation[], taken: readonly string[]): Group => {
  const root = group()
  const groups = new Set(
    operations.flatMap((operation) =>
      namesOf(operation, taken)
        .slice(0, -1)
        .map((_, depth, all) => all.slice(0, depth + 1).join('.')),
    ),
  )
  const isGroup = (path: readonly string[]) => groups.has(path.join('.'))
  for (const [index, operation] of operations.entries()) {
    const names = namesOf(operation, taken)
    let at = root
    for (const name of names.slice(0, -1)) {
      const next = at.entries.get(name)
      if (typeof next === 'object') at = next
      else {
        const made = group()
        at.entries.set(at.names.give(name), made)
        at = made
      }
    }
    const own = names.at(-1)!
    // A group and a route cannot have the same name.
    at.entries.set(at.names.give(isGroup(names) ? camel(`${operation.method.toLowerCase()} ${own}`) : own), index)
  }
  return root
}

/** The named schemas that operations use, in the order of the document. */
const usedSchemas = ({ operations, schemas }: Api): Map<string, JsonSchema> => {
  const used = new Set<string>()
  const add = (schema: JsonSchema | undefined): void => {
    for (const name of namesIn(schema ?? true))
      if (!used.has(name) && schemas.has(name)) {
        used.add(name)
        add(schemas.get(name))
      }
  }
  for (const { parameters, body, responses } of operations) {
    for (const { schema } of parameters) add(schema)
    const contents = [body?.content, ...[...responses.values()].map(({ content }) => content)]
    for (const { schema, itemSchema } of contents.flatMap((content) => [...(content?.values() ?? [])])) {
      add(schema)
      add(itemSchema)
    }
    for (const { headers } of responses.values()) {
      for (const { schema } of headers.values()) add(schema)
    }
  }
  return new Map([...schemas].filter(([name]) => used.has(name)))
}

const methods: Readonly<Record<string, { readonly target?: string; readonly group?: string }>> = rfc9110.methods

class Importer {
  readonly #api: Api
  readonly #options: ImportOptions
  readonly #reader: SchemaReader
  readonly #losses: Loss[] = []
  readonly #schemas: Map<string, JsonSchema>
  readonly #routeNames = new Map<ApiOperation, string>()
  readonly #names = new Names([
    ...Object.values(makers),
    ...words,
    ...Object.keys(reasons),
    ...['z', 'octets', 'isUnique', 'api', 'routes'],
  ])
  /** Operations whose operationId another one has already. */
  readonly #repeating = new Set<ApiOperation>()
  /** What no route may be called. */
  readonly #taken: readonly string[]

  constructor(api: Api, options: ImportOptions, taken: readonly string[]) {
    this.#taken = taken
    this.#api = api
    this.#options = options
    this.#schemas = usedSchemas(api)
    this.#reader = new SchemaReader(this.#schemas)
  }

  import(): Imported & { readonly pieces: Pieces } {
    const { onProgress } = this.#options
    const operations = this.#api.operations.filter((operation) => this.#isRoute(operation))
    const tree = treeOf(operations, this.#taken)
    this.#name(tree, operations, [])
    this.#lose(operations)
    const declarations = new Declarations(this.#reader, this.#schemas, this.#names)
    declarations.write((done) => onProgress?.('schemas', done, this.#schemas.size))
    const writer = new OperationWriter(this.#reader, declarations.scope, this.#names, rfc9110)
    writer.announce(operations)
    const written = operations.map((operation, index) => {
      onProgress?.('routes', index + 1, operations.length)
      return writer.write(operation)
    })
    const waivers = waiversOf(written.map(({ outline }) => outline))
    const common = commonOf(written)
    const routes = written.map((one, index) => {
      const responses = new Map([...one.responses].filter(([key]) => !common.has(key)))
      return routeCode({ ...this.#withBesides(one), responses }, waivers[index]!)
    })
    const { title, version, description, openapi } = this.#api
    const named = [title || 'An API', version].filter(Boolean).join(' ')
    return {
      pieces: {
        head: [`${named}, imported from OpenAPI ${openapi}.`, ...(description?.trim() ? ['', description.trim()] : [])].join('\n'),
        title: title || 'an API',
        schemas: declarations,
        examples: writer.examples,
        shared: writer.declarations,
        tree: withRoutes(tree, routes),
        options: this.#saying(common),
        names: this.#names,
      },
      losses: [...this.#losses, ...this.#reader.losses],
      routes: routes.length,
      schemas: this.#schemas.size,
      waivers: waivers.reduce((sum, one) => sum + one.size, 0),
    }
  }

  /** What routes are called, with their groups: the operationId that would be written. */
  #name({ entries }: Group, operations: readonly ApiOperation[], groups: readonly string[]): void {
    for (const [key, entry] of entries)
      if (typeof entry === 'number') this.#routeNames.set(operations[entry]!, [...groups, key].join('.'))
      else this.#name(entry, operations, [...groups, key])
  }

  /** Whether a contract has routes of this method, on paths. */
  #isRoute({ method, path, id }: ApiOperation): boolean {
    const facts = Object.hasOwn(methods, method) ? methods[method] : undefined
    const isRoute = facts !== undefined && facts.group !== 'reserved' && facts.target !== 'authority'
    if (!isRoute)
      this.#losses.push({
        message: `an operation of a method that no route can have is left out: ${method}`,
        place: `${method} ${path}${id ? ` (${id})` : ''}`,
      })
    return isRoute
  }

  /** What has no place in any contract. */
  #lose(operations: readonly ApiOperation[]): void {
    const { schemas, remarks, besides, servers, webhooks } = this.#api
    const lose = (message: string, place: string) => this.#losses.push({ message, place })
    for (const { message, origin } of remarks) lose(message, origin.pointer.join(' → '))
    for (const { what, origin } of besides()) lose(what, origin.pointer.join(' → '))
    for (const { method, path } of webhooks)
      lose('a contract has no requests that its API sends: webhooks and callbacks are left out', `${method} ${path}`)
    for (const name of schemas.keys()) if (!this.#schemas.has(name)) lose('a schema that no operation uses is left out', name)
    const ids = new Set<string>()
    for (const operation of operations) {
      const { method, path, id, security, servers: own } = operation
      if (id && ids.has(id)) {
        this.#repeating.add(operation)
        lose('an operationId that another operation has already is not written', `${method} ${path} (${id})`)
      } else if (id) ids.add(id)
      if (security.some((one) => one.size > 0)) lose('security is written; nothing asks for it', `${method} ${path}`)
      if (own.join() !== servers.join()) lose('servers of an operation are written; a client takes one for all', `${method} ${path}`)
    }
  }

  /** What an operation says of itself where the document says otherwise, or nothing. */
  #withBesides(one: Written): Written {
    const { id, security, servers } = one.operation
    const { security: usual, servers: all } = this.#api
    const name = this.#routeNames.get(one.operation)
    return {
      ...one,
      besides: {
        ...(id && id !== name && !this.#repeating.has(one.operation) && { operationId: string(id) }),
        ...(dataOf(security) !== dataOf(usual) && { security: literal(needsOf(security)) }),
        ...(servers.join() !== all.join() && { servers: literal(servers.map((url) => ({ url }))) }),
        ...one.besides,
      },
    }
  }

  /** What the document says of itself. */
  #document(): Tree {
    const { version, servers, security, securitySchemes } = this.#api
    return {
      ...(version && { info: { version: string(version) } }),
      ...(servers.length > 0 && { servers: literal(servers.map((url) => ({ url }))) }),
      ...(securitySchemes.size > 0 && { securitySchemes: literal(Object.fromEntries(securitySchemes)) }),
      ...(security.length > 0 && { security: literal(needsOf(security)) }),
    }
  }

  /** What the contract says besides its routes. */
  #saying(common: ReadonlyMap<string, Answer>): Code | undefined {
    const { title } = this.#api
    const said = this.#document()
    const members = [
      ...(title ? [{ key: 'name', value: string(title) }] : []),
      ...(common.size > 0 ? [{ key: 'common', value: responsesCode(common) }] : []),
      ...(Object.keys(said).length > 0 ? [{ key: 'openapi', value: objectOf(said) }] : []),
    ]
    return members.length > 0 ? object(members) : undefined
  }
}

/** The names with what stands behind each. */
const withRoutes = ({ entries }: Group, routes: readonly RouteCode[]): NameTree => ({
  entries: new Map([...entries].map(([key, entry]) => [key, typeof entry === 'number' ? routes[entry]! : withRoutes(entry, routes)])),
})

const responsesCode = (responses: ReadonlyMap<string, Answer>): Code =>
  object([...responses].map(([key, { code, comments }]) => ({ key: keyOf(key), value: code, comments })))

/** Columns of a status that ask something of the route or of the message: then each route says for itself how it is answered. */
const asking = ['never', 'needs', 'contentRule', 'requires', 'forbids', 'wants']
const isPlain = (key: string): boolean => {
  const row: object | undefined = (rfc9110.statuses as Law['statuses'])[Number(key)]
  return ['4xx', '5xx', 'default'].includes(key) || (row !== undefined && !asking.some((column) => column in row))
}

/** The errors that every route answers alike, and that no route is left without a response for. */
const commonOf = (written: readonly Written[]): ReadonlyMap<string, Answer> => {
  const [first, ...others] = written
  // What is answered with fields alone would have no content of what is common.
  const isBare = ({ outline }: Written) => (rfc9110.methods as Law['methods'])[outline.method]?.answers === 'fields'
  if (!first || others.length === 0 || written.some(isBare)) return new Map()
  const isSame = (one: Answer, other: Answer | undefined) => JSON.stringify(one) === JSON.stringify(other)
  const shared = [...first.responses].filter(
    ([key, answer]) => !/^[123]/.test(key) && isPlain(key) && others.every(({ responses }) => isSame(answer, responses.get(key))),
  )
  return new Map(written.every(({ responses }) => responses.size > shared.length) ? shared : [])
}

/** Security Requirement Objects. */
const needsOf = (security: readonly ApiSecurity[]): unknown => security.map((one) => Object.fromEntries(one))
const dataOf = (security: readonly ApiSecurity[]): string => JSON.stringify(needsOf(security))

const routeCode = (
  { operation, outline, members, responses, comments, besides }: Written,
  waived: ReadonlyMap<string, Reason>,
): RouteCode => {
  const { method, path } = outline
  const spec: Member[] = [
    ...members,
    { key: 'responses', value: responsesCode(responses) },
    ...(waived.size > 0
      ? [{ key: 'waive', value: object([...waived].map(([rule, reason]) => ({ key: keyOf(rule), value: atom(reason) }))) }]
      : []),
    ...(Object.keys(besides).length > 0 ? [{ key: 'openapi', value: objectOf(besides) }] : []),
  ]
  const maker = Object.hasOwn(makers, method) ? makers[method]! : 'route'
  return {
    code: call(maker, ...(maker === 'route' ? [string(method)] : []), string(path), object(spec)),
    comments,
    place: placeOf(operation),
  }
}

/** What a module may import from Statute. */
const statute: ReadonlySet<string> = new Set([...Object.values(makers), ...words])

/**
 * Writes a contract out of an API.
 *
 * It compiles: a rule that the document breaks is waived at the route, with the reason. What a contract cannot say is in `losses`.
 *
 * @example toContract(modelOf(await read('openapi.yaml'))).text
 * @see https://spec.openapis.org/oas/latest.html
 */
export const toContract = (api: Api, options: ImportOptions = {}): ImportedModule => {
  const { pieces, ...imported } = new Importer(api, options, []).import()
  return { ...imported, text: oneModule(pieces, statute) }
}

/**
 * Writes a contract out of an API, as a folder of modules.
 *
 * The compiler's declaration of a large contract names the modules of its routes; that of a large literal is too long to be written (TS7056).
 *
 * @example toModules(modelOf(await read('openapi.yaml'))).modules.get('contract.ts')
 * @see https://spec.openapis.org/oas/latest.html
 */
export const toModules = (api: Api, options: ImportOptions = {}): ImportedModules => {
  // What a module exports by default is not re-exported with the rest.
  const { pieces, ...imported } = new Importer(api, options, ['default']).import()
  return { ...imported, modules: modules(pieces, statute) }
}
