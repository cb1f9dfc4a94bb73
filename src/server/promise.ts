/** What a contract has promised for a request, and how far a response keeps it. */
import type { Contract, Route } from '../../types/route.js'
import type { Law, Role } from '../registry/facts.js'
import type { Promised } from '../rules/exchange.js'
import { Answers } from './answer.js'
import { covers, essence } from './content.js'
import type { ResponseParts } from './exchange.js'
import { canonical, Router, templateOf } from './router.js'
import type { Loose } from './routes.js'
import { check, isPromise } from './validate.js'

/** A route with what may answer it. */
export interface Known {
  readonly name: string
  readonly keys: readonly string[]
  readonly answers: Answers
  readonly role: Role | undefined
  readonly waived: ReadonlyMap<string, string>
}

/** What the contracts around a route have in common. */
interface Shared {
  readonly common: Loose
  readonly waive: Loose
  readonly role: unknown
}

const isObject = (value: unknown): value is Loose => typeof value === 'object' && value !== null
const within = (outer: Shared, options: unknown): Shared => {
  const { common, waive, role } = (isObject(options) ? options : {}) as Partial<{ common: Loose; waive: Loose; role: unknown }>
  return { common: { ...outer.common, ...common }, waive: { ...outer.waive, ...waive }, role: role ?? outer.role }
}

function* walk(routes: Loose, shared: Shared, names: readonly string[]): Generator<{ route: Route; name: string; shared: Shared }> {
  for (const [key, value] of Object.entries(routes)) {
    const name = [...names, key]
    const { method, routes: inner, options } = value as Loose
    if (typeof method === 'string') yield { route: value as unknown as Route, name: name.join('.'), shared }
    else if (isObject(inner) && options) yield* walk(inner, within(shared, options), name)
    else yield* walk(value as Loose, shared, name)
  }
}

const knownOf = (route: Route, name: string, { common, waive, role }: Shared, law: Law): Known => {
  const spec = route.spec as unknown as { responses?: Loose; waive?: Loose; role?: Role }
  const { responses = {} } = spec
  const answers = new Answers({ method: route.method, path: route.path, name: name.split('.') }, responses, common, law, undefined)
  return {
    name,
    keys: answers.keys(),
    answers,
    role: spec.role ?? (role as Role | undefined),
    waived: new Map(Object.entries({ ...waive, ...spec.waive }).map(([id, reason]) => [id, String(reason)])),
  }
}

/** A contract, ready to be asked for the route of a request. */
export class Promises {
  readonly #router = new Router<Known>()
  readonly #byName = new Map<string, Known>()
  readonly #law: Law

  constructor(contract: Contract, law: Law) {
    this.#law = law
    const shared = within({ common: {}, waive: {}, role: undefined }, contract.options)
    for (const { route, name, shared: around } of walk(contract.routes as Loose, shared, [])) {
      const known = knownOf(route, name, around, law)
      this.#byName.set(name, known)
      if (route.path.startsWith('/')) this.#router.add(route.method, templateOf(route.path, name), name, known)
    }
  }

  /** The methods that the contract has for a path. */
  methodsAt(path: string): string[] {
    return this.#router.methodsAt(canonical(path))
  }

  /** The route of a request: by its name, by method and path, or that of the method which this one mirrors, as HEAD does GET. */
  routeOf(method: string, path: string, name: string | undefined): Known | undefined {
    if (name !== undefined) {
      const named = this.#byName.get(name)
      if (!named) throw new TypeError(`the contract has no route called ${name}`)
      return named
    }
    const at = canonical(path)
    const mirrored = this.#law.methods[method]?.mirrors?.method
    return this.#router.find(method, at)?.store ?? (mirrored === undefined ? undefined : this.#router.find(mirrored, at)?.store)
  }
}

/** The value of a field as `Headers` gives it. */
export type Reading = (name: string) => string | undefined

/** Which declared fields a response breaks. A schema that answers later is waited for. */
const brokenFields = async (known: Known, status: number, read: Reading): Promise<Promised['broken']> => {
  const broken: { name: string; why: string }[] = []
  for (const [name, schema] of known.answers.of(status)?.fields ?? []) {
    const checking = check(schema, read(name))
    const { issues } = isPromise(checking) ? await checking : checking
    if (issues) broken.push({ name, why: read(name) === undefined ? 'it is missing' : (issues[0]?.message ?? 'it is refused') })
  }
  return broken
}

/** What a route has promised for a status, and which of it a response breaks. */
export const promisedBy = async (known: Known, { status }: Pick<ResponseParts, 'status'>, read: Reading): Promise<Promised> => {
  const answer = known.answers.of(status)
  const type = read('content-type')
  return {
    keys: known.keys,
    ...(answer && {
      types: answer.variants.map(({ declared }) => declared),
      covered: answer.variants.some(({ declared }) => covers(declared, essence(type ?? ''))),
    }),
    broken: await brokenFields(known, status, read),
  }
}
