/** A server: a function from a request to its answer. */

import type { Contract } from '../../types/route.js'
import type {
  CommonOf,
  ContextFrom,
  HandlersOf,
  Judging,
  Middleware,
  NeedsOf,
  Permitted,
  Served,
  Server,
  Violation,
} from '../../types/server.js'
import { lawOf } from '../contract/route.js'
import type { Law, MethodFacts } from '../registry/facts.js'
import { rfc9110 } from '../registry/rfc9110.js'
import { Answers, type Encode } from './answer.js'
import { Undecodable } from './content.js'
import { idempotency } from './idempotency.js'
import type { RefuseOptions, ServeOptions } from './options.js'
import { type Exchange, type Ground, type Plan, planOf, type Told } from './plan.js'
import { problemOf, problemType, refusals } from './problem.js'
import { nowhere, Refuser } from './refuse.js'
import { canonical, Router, refuse, templateOf } from './router.js'
import { bind, type Loose } from './routes.js'
import { isPromise } from './validate.js'
import { nameOf, ViolationError } from './violation.js'

const production = (): boolean =>
  (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.NODE_ENV === 'production'

/** Methods whose answers repeat those of another, without content: HEAD for GET. */
const mirrorsOf = (law: Law): Map<string, string> =>
  new Map(Object.entries(law.methods).flatMap(([name, { mirrors }]) => (mirrors ? [[name, mirrors.method] as const] : [])))

/** Methods that ask what can be done, with the status that says so in fields alone: OPTIONS and 204. */
const asksOf = (law: Law): Map<string, number> =>
  new Map(
    Object.entries(law.methods).flatMap(([name, { recommends = {} }]: [string, MethodFacts]) =>
      Object.entries(recommends)
        .filter(([code, fields]) => 'allow' in fields && law.statuses[Number(code)]?.content === 'never')
        .map(([code]) => [name, Number(code)] as const),
    ),
  )

const none: Loose = Object.freeze({})

const complain = (error: unknown, route: Served | undefined): void => console.error(route ? `${nameOf(route)} failed:` : 'failed:', error)

/** Where the path of a URL begins: after its scheme and its authority. */
const pathStart = (url: string): number => {
  const slashes = url.indexOf('://')
  return url.indexOf('/', slashes < 0 ? 0 : slashes + 3)
}

/** A message as a method that is answered with fields alone gets it. */
const withoutContent = (response: Response): Response => {
  response.body?.cancel().catch(() => {})
  return new Response(null, response)
}

/**
 * A server of a contract: a function from a `Request` to its `Response`, for whatever runs such functions.
 *
 * What RFC 9110 asks of every server is done here, once: HEAD and OPTIONS, 405 with Allow, 415, 413, 400 and 422, 304 and 412. Handlers
 * get what is decoded and give what the contract declares.
 *
 * @example
 * const todos = contract({ read: get('/todos/:id', { responses: { 200: json(z.object({ id: z.string() })) } }) })
 * const handle = serve(todos, { read: ({ params }) => reply(200, params) })
 * return [(await handle(new Request('http://localhost/todos/7'))).status, 200]
 * @throws TypeError where a route has no handler, a handler no route, or where no request could be for a route.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.1
 */
export const serve = <const C extends Contract, const U extends readonly Middleware[] = [], E extends object = never>(
  contract: C,
  // `Handlers`, written out: an alias is instantiated anew for every handler.
  handlers: NoInfer<
    C extends Contract<infer R, infer O> ? HandlersOf<R, CommonOf<O>, ContextFrom<U>, [E] extends [never] ? false : true> : never
  >,
  options?: ServeOptions<U, E> & NoInfer<RefuseOptions<C, E> & Permitted<C, U>>,
): Server<NeedsOf<U>> => {
  const law = lawOf(contract) ?? rfc9110
  const {
    use,
    encode,
    limits = {},
    judge,
    idempotency: idempotent,
    onViolation,
    onError = complain,
    refuse: says,
  } = (options ?? {}) as ServeOptions & RefuseOptions
  const judging: Judging = judge ?? (production() ? 'off' : 'throw')
  const longest = limits.url ?? 16_384
  const mirrors = mirrorsOf(law)
  const asks = asksOf(law)

  const tell = onViolation ?? (({ message }: Violation) => console.error(message))
  const ground: Ground = {
    law,
    middleware: use ?? [],
    limits: { content: limits.content ?? 1_048_576, fields: limits.fields ?? 1000 },
    lawful: judging !== 'off' && !production(),
    etag: (options as ServeOptions | undefined)?.etag,
    once: idempotent && idempotency(idempotent),
    refuse: says,
    tell,
    onError,
    violated:
      judging === 'off'
        ? undefined
        : (error) => {
            if (judging === 'throw' || !(error instanceof ViolationError)) throw error
            tell(error)
          },
  }

  const router = new Router<Plan>()
  const whole = new Map<string, Plan>()
  const { common: ofAll = none } = contract.options as { common?: Loose }
  for (const bound of bind(contract.routes as Loose, handlers, ofAll)) {
    const { route, served, common } = bound
    const place = nameOf(served)
    const answers = new Answers(served, (route.spec as unknown as { responses?: Loose }).responses ?? none, common, law, encode as Encode)
    if (route.path !== '*') {
      const template = templateOf(route.path, place)
      router.add(route.method, template, place, planOf(bound, template.names, answers, ground))
    } else if (whole.has(route.method)) refuse(place, `every request for it is one for ${nameOf(whole.get(route.method)!.served)} too`)
    else whole.set(route.method, planOf(bound, [], answers, ground))
  }
  const strangers = new Refuser(ground, new Answers(nowhere, none, ofAll, law, encode as Encode))
  const unknownPath = strangers.for('unknownPath')
  const unknownMethod = strangers.for('unknownMethod')
  const notImplemented = strangers.for('notImplemented')
  const uriTooLong = strangers.for('uriTooLong')
  // Nothing is asked for as often as what is not there.
  const lost = JSON.stringify(problemOf(law, refusals.unknownPath))
  const lostInit = { status: refusals.unknownPath, headers: { 'content-type': problemType } }
  const methodsOfAll = [...new Set([...router.methods, ...whole.keys()])]
  const silent = new Set(Object.entries(law.methods).flatMap(([name, { answers }]) => (answers === 'fields' ? [name] : [])))
  const allowed = (methods: readonly string[]): string => {
    const derived = [...mirrors].filter(([, other]) => methods.includes(other)).map(([own]) => own)
    return [...new Set([...methods, ...derived, ...asks.keys()])].join(', ')
  }

  const failed = (error: unknown, exchange: Exchange): Response | Promise<Response> => {
    const { plan } = exchange
    if (error instanceof Undecodable && plan.malformed) return plan.malformed(exchange, { detail: error.message })
    if (error instanceof ViolationError) tell(error)
    else onError(error, plan.served)
    return plan.failed(exchange, { error })
  }

  /** Goes on from a step; waits only for what is to be waited for. */
  const proceed = (exchange: Exchange, from: number): Response | Promise<Response> => {
    const { steps } = exchange.plan
    try {
      for (let i = from; i < steps.length; i++) {
        const done = steps[i]!(exchange)
        if (done === undefined) continue
        return isPromise(done) ? done.then((known) => known ?? proceed(exchange, i + 1)).catch((error) => failed(error, exchange)) : done
      }
    } catch (error) {
      return failed(error, exchange)
    }
    return failed(new Error('no step has answered'), exchange)
  }

  const answer = (plan: Plan, request: Request, search: string, values: Exchange['values'], context: unknown) => {
    const told: Told = { request, route: plan.served, params: none, query: none, headers: none, body: undefined, context: context ?? none }
    return proceed({ request, plan, search, values, told, faults: undefined, content: undefined, accepted: undefined }, 0)
  }

  /** What is answered where no route has been found for the method. */
  const elsewhere = (request: Request, path: string, search: string, given: unknown): Response | Promise<Response> => {
    const { method, url } = request
    if (!Object.hasOwn(law.methods, method) && !methodsOfAll.includes(method))
      return notImplemented({ request }, { detail: `there is no method ${method}` })
    if (url.length > longest) return uriTooLong({ request }, { detail: `the URL is longer than ${longest} characters` })

    const mirrored = mirrors.get(method)
    const original = mirrored === undefined ? null : router.find(mirrored, path)
    if (original) return answer(original.store, request, search, original.params, given)

    const all = path === '/%2A' && asks.has(method)
    const own = all && whole.get(method)
    if (own) return answer(own, request, search, none as Exchange['values'], given)
    const methods = all ? methodsOfAll : router.methodsAt(path)
    if (!methods.length) return says ? unknownPath({ request }) : new Response(lost, lostInit)
    const allow = allowed(methods)
    const asked = asks.get(method)
    if (asked !== undefined) return new Response(null, { status: asked, headers: { allow } })
    return unknownMethod({ request }, { detail: `${method} is not done here; ${allow} are`, headers: { allow } })
  }

  const serving = (request: Request, given: unknown): Response | Promise<Response> => {
    const { url } = request
    const start = pathStart(url)
    const hash = url.indexOf('#', start)
    const end = hash < 0 ? url.length : hash
    const mark = url.indexOf('?', start)
    const asked = mark >= 0 && mark < end
    const path = canonical(url.slice(start, asked ? mark : end))
    const search = asked ? url.slice(mark + 1, end) : ''
    const found = url.length > longest ? null : router.find(request.method, path)
    return found ? answer(found.store, request, search, found.params, given) : elsewhere(request, path, search, given)
  }
  return ((request: Request, given?: unknown): Promise<Response> => {
    const response = serving(request, given)
    if (silent.has(request.method)) return Promise.resolve(response).then(withoutContent)
    return isPromise(response) ? response : Promise.resolve(response)
  }) as Server<NeedsOf<U>>
}
