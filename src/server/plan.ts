/** What is done for a request of one route: the steps that it needs, and no others, in the order of RFC 9110. */
import type { Issue } from '../../types/reply.js'
import type { Schema } from '../../types/schema.js'
import type { Middleware, Sent, Served, Violation } from '../../types/server.js'
import type { Law, MethodFacts, Role } from '../registry/facts.js'
import { type Answers, typesOf } from './answer.js'
import { contentOf, contentWithin, covers, type Encoded, essence, fieldsOf, paramOf } from './content.js'
import { etag } from './etag.js'
import type { Kept, Keyed } from './idempotency.js'
import { unlawful } from './judge.js'
import type { FieldValues, Validators } from './preconditions.js'
import { type Fault, faultsOf, type Refusal, refusals } from './problem.js'
import { type Refuse, Refuser } from './refuse.js'
import { SentReply } from './reply.js'
import type { Bound, Loose } from './routes.js'
import { after, type Checked, check, isOptional, isPromise } from './validate.js'

/** What a handler is given, while it is made. */
export interface Told {
  readonly request: Request
  readonly route: Served
  params: unknown
  query: unknown
  headers: unknown
  body: unknown
  type?: string
  context: unknown
}

/** A request on its way. */
export interface Exchange {
  readonly request: Request
  /** The query as it was sent, without its `?`. */
  readonly search: string
  /** The parameters of the path as they were sent, by number. */
  readonly values: Readonly<Record<string, string>>
  readonly plan: Plan
  readonly told: Told
  faults: Fault[] | undefined
  /** The schema of the content, by its media type. */
  incoming?: { readonly schema: Schema; readonly type: string }
  /** The content as it was sent, where it is to be compared with what was sent before. */
  content: Uint8Array | undefined
  /** The media type that was agreed on, where several are declared. */
  accepted: string | undefined
  /** The content as it goes out. */
  encoded?: Encoded
}

// biome-ignore lint/suspicious/noConfusingVoidType: most steps only do something.
type Done = Response | undefined | void
/** One step: it ends the exchange with a message, or lets it go on. */
export type Step = (exchange: Exchange) => Done | Promise<Done>

/** What a route is served by. */
export interface Plan {
  readonly served: Served
  readonly steps: readonly Step[]
  /** What refuses a request that cannot be decoded, or at which a step fails. */
  readonly malformed: Refuse | undefined
  readonly failed: Refuse
}

/** What every plan of a server has in common. */
export interface Ground {
  readonly law: Law
  readonly middleware: readonly Middleware[]
  readonly limits: { readonly content: number; readonly fields: number }
  /** Told of a reply that breaks the contract, where somebody looks; throws where nothing of it is to go out. */
  readonly violated: ((error: unknown) => void) | undefined
  /** Whether messages are held to the law as well. */
  readonly lawful: boolean
  /** Whether entity tags are made of content, and of which kind. */
  readonly etag: 'strong' | 'weak' | undefined
  readonly once: Once | undefined
  /** Says what the server refuses by itself, where that is not said in problem details. */
  readonly refuse: ((refusal: Refusal) => unknown) | undefined
  readonly tell: (violation: Violation) => void
  readonly onError: (error: unknown, route: Served | undefined) => void
}

// --- what stands before -----------------------------------------------------------------------------------------------------------

const middlewareStep =
  (one: Middleware, answer: (exchange: Exchange, reply: Sent) => Response | Promise<Response>): Step =>
  (exchange) =>
    after(one.run(exchange.told as never), (result): Done | Promise<Done> => {
      if (result instanceof SentReply) return answer(exchange, result)
      if (typeof result === 'object' && result !== null) exchange.told.context = { ...(exchange.told.context as object), ...result }
    })

// --- the parts of a request ---------------------------------------------------------------------------------------------------------

const noted = (exchange: Exchange, part: Fault['in'], issues: readonly Issue[], at?: readonly PropertyKey[]): void => {
  exchange.faults = [...(exchange.faults ?? []), ...faultsOf(part, issues, at)]
}

const paramsStep = (names: readonly string[], schema: Schema | undefined): Step => {
  const read = ({ values }: Exchange): Loose => {
    const params: Record<string, string> = {}
    for (let i = 0; i < names.length; i++) params[names[i]!] = paramOf(values[i]!)
    return params
  }
  if (!schema)
    return (exchange) => {
      exchange.told.params = read(exchange)
    }
  const take = (exchange: Exchange, checked: Checked): void => {
    if (checked.issues) noted(exchange, 'path', checked.issues)
    else exchange.told.params = checked.value
  }
  return (exchange) => {
    const checked = check(schema, read(exchange))
    return isPromise(checked) ? checked.then((known) => take(exchange, known)) : take(exchange, checked)
  }
}

/** Where a schema wants several and one came, one is several: it is asked again, with arrays in the places it complained of. */
const several = (schema: Schema, fields: FieldRecord, checked: Checked): Checked | Promise<Checked> => {
  if (!checked.issues) return checked
  const wrapped: FieldRecord = Object.assign(Object.create(null), fields)
  const names = new Set<string>()
  for (const { path } of checked.issues) {
    const first = path?.[0]
    const name = String(typeof first === 'object' ? first.key : first)
    if (path?.length === 1 && typeof fields[name] === 'string') {
      wrapped[name] = [fields[name]]
      names.add(name)
    }
  }
  if (!names.size) return checked
  return after(check(schema, wrapped), (again) => {
    // A complaint about an item says that an array was wanted; one about the whole, that it was not.
    const wanted = !again.issues?.some(({ path }) => path?.length === 1 && names.has(String(path[0])))
    return wanted ? again : checked
  })
}
type FieldRecord = Record<string, unknown>

const queryStep =
  (schema: Schema, most: number): Step =>
  (exchange) => {
    const fields = fieldsOf(exchange.search, most)
    return after(
      after(check(schema, fields), (checked) => several(schema, fields, checked)),
      (checked) => {
        if (checked.issues) noted(exchange, 'query', checked.issues)
        else exchange.told.query = checked.value
      },
    )
  }

const headersStep = (declared: Readonly<Record<string, Schema>>, law: Law, allowed: boolean, refuser: Refuser): Step => {
  const fields = Object.entries(declared)
  const conditions = law.statuses[refusals.preconditionFailed]?.wants?.fields ?? []
  const wanted = allowed ? fields.filter(([name, schema]) => conditions.includes(name) && !isOptional(schema)).map(([name]) => name) : []
  const refuse = wanted.length ? refuser.for('preconditionRequired') : undefined
  return (exchange) => {
    const { headers } = exchange.request
    const told: Record<string, unknown> = {}
    exchange.told.headers = told
    if (refuse && wanted.every((name) => headers.get(name) === null))
      return refuse(exchange, { detail: `the request has to have ${wanted.join(' or ')}` })
    const waiting: Promise<void>[] = []
    for (const [name, schema] of fields) {
      const take = (checked: Checked): void => {
        if (checked.issues) noted(exchange, 'headers', checked.issues, [name])
        else if (checked.value !== undefined) told[name] = checked.value
      }
      const checked = check(schema, headers.get(name) ?? undefined)
      if (isPromise(checked)) waiting.push(checked.then(take))
      else take(checked)
    }
    if (waiting.length) return Promise.all(waiting).then(() => {})
  }
}

/** The status of a request that is wrong: the one of those that mean it which the route declares. */
const statusFor = (answers: Answers, first: number, second: number): number => (!answers.of(first) && answers.of(second) ? second : first)

const faultyStep =
  (refuse: Refuse): Step =>
  (exchange) => {
    const { faults } = exchange
    return faults && refuse(exchange, { detail: faults[0]!.detail, errors: faults })
  }

// --- content ------------------------------------------------------------------------------------------------------------------------

/** Whether the content can be taken at all; and then what it says. */
const contentSteps = (
  method: string,
  declared: unknown,
  answers: Answers,
  { law, limits }: Ground,
  refuser: Refuser,
): readonly [takes?: Step, reads?: Step] => {
  const types = typesOf(declared).map(([type, schema]) => ({ type, kind: essence(type), schema, optional: isOptional(schema) }))
  if (!types.length) return []
  const names = types.map(({ type }) => type).join(', ')
  const own = `accept-${method.toLowerCase()}`
  const accept: Record<string, string> = { accept: names, ...(own in law.fields && { [own]: names }) }
  const missing = refuser.for('malformed', statusFor(answers, refusals.malformed, refusals.invalid))
  const unsupported = refuser.for('unsupportedType', undefined, Object.keys(accept))
  const tooLarge = refuser.for('contentTooLarge')
  const invalid = refuser.for('invalid', statusFor(answers, refusals.invalid, refusals.malformed))
  const optional = types.every((one) => one.optional)
  const severalTypes = types.length > 1
  const long = (exchange: Exchange) => tooLarge(exchange, { detail: `the content is longer than ${limits.content} octets` })

  return [
    (exchange) => {
      const { request, told } = exchange
      if (request.body === null) {
        if (optional) return
        return missing(exchange, { detail: `the request has no content; ${names} is expected` })
      }
      const { headers } = request
      const written = headers.get('content-type')
      const kind = written === null ? '' : essence(written)
      const found = types.find((one) => covers(one.kind, kind))
      if (!found)
        return unsupported(exchange, {
          detail: kind ? `${kind} is not taken here; ${names} is` : `the content has no Content-Type; ${names} is expected`,
          headers: accept,
        })
      const coding = headers.get('content-encoding')
      if (coding !== null && coding.toLowerCase() !== 'identity')
        return unsupported(exchange, {
          detail: `the content coding ${coding} is not taken here`,
          headers: { 'accept-encoding': 'identity' },
        })
      if (Number(headers.get('content-length')) > limits.content) return long(exchange)
      exchange.incoming = { schema: found.schema, type: written! }
      if (severalTypes) told.type = found.type
    },
    (exchange) => {
      const { request, told, incoming } = exchange
      if (!incoming) return
      const { schema, type } = incoming
      return contentWithin(request, limits.content).then((content) => {
        if (content === undefined) return long(exchange)
        exchange.content = content
        return after(contentOf(content, type, limits.fields), (value) =>
          after(
            after(check(schema, value), (checked) => (isFields(value) ? several(schema, value, checked) : checked)),
            (checked): Done | Promise<Done> => {
              if (checked.issues) {
                const errors = faultsOf('body', checked.issues)
                return invalid(exchange, { detail: errors[0]!.detail, errors })
              }
              told.body = checked.value
            },
          ),
        )
      })
    },
  ]
}

/** A part is not stored as the whole (RFC 9110 §14.5): a handler that knows what to do with one says so by declaring the field. */
const wholeStep =
  (refuse: Refuse): Step =>
  (exchange) =>
    exchange.request.headers.get('content-range') === null
      ? undefined
      : refuse(exchange, { detail: 'the content is a part, which is not taken for the whole here' })

/** Whether content is the fields of a form. */
const isFields = (value: unknown): value is FieldRecord =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null

// --- conditions -----------------------------------------------------------------------------------------------------------------------

/** What few requests ask for is loaded by the first that does. */
const lazily = <T>(load: () => Promise<T>): (() => T | Promise<T>) => {
  let loaded: T | Promise<T> | undefined
  return () => {
    loaded ??= load().then((known) => {
      loaded = known
      return known
    })
    return loaded
  }
}
const conditions = lazily(() => import('./conditions.js'))
const negotiation = lazily(() => import('./negotiate.js'))

/** Asks for the current representation before the handler is asked to change it. */
const guardStep =
  (current: (told: Told) => Validators | undefined | Promise<Validators | undefined>, method: MethodFacts, refuse: Refuse): Step =>
  (exchange) =>
    isConditional(exchange.request.headers)
      ? after(current(exchange.told), (validators) => after(conditions(), ({ guarded }) => guarded(method, exchange, validators, refuse)))
      : undefined

const isConditional = (headers: FieldValues): boolean =>
  headers.get('if-none-match') !== null ||
  headers.get('if-match') !== null ||
  headers.get('if-modified-since') !== null ||
  headers.get('if-unmodified-since') !== null

/** Negotiates among the types of what is answered where all goes well. */
const acceptStep = (types: readonly string[], refuse: Refuse): Step => {
  const detail = `what can be had is ${types.join(', ')}`
  return (exchange) => {
    const accept = exchange.request.headers.get('accept')
    if (accept === null || accept === '*/*') {
      exchange.accepted = types[0]
      return
    }
    return after(negotiation(), ({ negotiate }) => {
      exchange.accepted = negotiate(accept, types)
      return exchange.accepted === undefined ? refuse(exchange, { detail }) : undefined
    })
  }
}

// --- the whole ------------------------------------------------------------------------------------------------------------------------

/** What answers a request with a key. */
export type Once = (request: Keyed, act: () => Promise<Response>) => Promise<Kept>
const key = 'idempotency-key'

const keyed = (
  once: Once,
  refuser: Refuser,
  act: (exchange: Exchange) => Response | Promise<Response>,
): ((exchange: Exchange) => Response | Promise<Response>) => {
  const refuse = new Map(
    [refusals.malformed, refusals.repeated, refusals.invalid].map((status) => [status as number, refuser.for('repeated', status)]),
  )
  return (exchange) => {
    const { request, content } = exchange
    const given = request.headers.get(key)
    if (given === null) return act(exchange)
    const scope = [request.method, request.url, request.headers.get('authorization')]
    return once({ key: given, scope, content: content ?? '' }, async () => act(exchange)).then((kept) =>
      kept.kind === 'reply' ? kept.reply : refuse.get(kept.status)!(exchange, { detail: kept.because }),
    )
  }
}

/** The plan of one route. */
export const planOf = ({ route, served, handler }: Bound, names: readonly string[], answers: Answers, ground: Ground): Plan => {
  const { law, limits } = ground
  const method = law.methods[route.method]
  const spec = route.spec as unknown as {
    params?: Schema
    query?: Schema
    headers?: Record<string, Schema>
    body?: unknown
    responses?: Loose
    role?: Role
  }
  const { handle, current } = (typeof handler === 'function' ? { handle: handler } : handler) as {
    handle: (told: Told) => Sent | Promise<Sent>
    current?: (told: Told) => Validators | undefined | Promise<Validators | undefined>
  }
  const validated = method?.precondition === true && method.safe && answers.sends('etag', 'last-modified')
  const refuser = new Refuser(ground, answers, served, spec.role)
  const steps: Step[] = ground.middleware.map((one) => middlewareStep(one, (exchange, reply) => answer(exchange, reply)))
  const [takes, reads] = spec.body ? contentSteps(route.method, spec.body, answers, ground, refuser) : []
  if (takes) steps.push(takes)
  if (takes && method?.creates && !spec.headers?.['content-range'])
    steps.push(wholeStep(refuser.for('malformed', statusFor(answers, refusals.malformed, refusals.invalid))))
  if (names.length || spec.params) steps.push(paramsStep(names, spec.params))
  if (spec.query) steps.push(queryStep(spec.query, limits.fields))
  if (spec.headers) steps.push(headersStep(spec.headers, law, method?.safe === false && method.precondition === true, refuser))
  if (spec.params || spec.query || spec.headers)
    steps.push(faultyStep(refuser.for('malformed', statusFor(answers, refusals.malformed, refusals.invalid))))
  if (reads) steps.push(reads)
  const { types } = answers
  if (types.length) steps.push(acceptStep(types, refuser.for('notAcceptable')))
  const failing = (validated || current) && refuser.for('preconditionFailed')
  if (current && method && failing) steps.push(guardStep(current, method, failing))

  // Declared or not, parts are sent where a handler says so.
  const beyond = refuser.for('unsatisfiable', undefined, ['content-range', 'accept-ranges'], answers.sends('accept-ranges'))

  const whole = (exchange: Exchange, reply: Sent): Response | Promise<Response> => {
    const response = answers.respond(reply, exchange.accepted, exchange)
    if (!response.ok || !method) return response
    const finished = (known: Response): Response | Promise<Response> => {
      const { headers } = exchange.request
      const refuse = validated && isConditional(headers) && failing
      const partly = (reply.headers as Loose | undefined)?.['accept-ranges'] !== undefined && headers.get('range') !== null
      if (!refuse && !partly) return known
      return after(conditions(), ({ conditional, ranged }) => {
        const held = refuse ? conditional(law, method, exchange, known, refuse) : known
        return partly && held === known ? ranged(law, exchange, known, beyond) : held
      })
    }
    const { encoded } = exchange
    if (!ground.etag || !validated || response.headers.has('etag') || !(typeof encoded === 'string' || encoded instanceof Uint8Array))
      return finished(response)
    return etag(encoded, { weak: ground.etag === 'weak' }).then((made) => {
      response.headers.set('etag', made)
      return finished(response)
    })
  }
  const { violated } = ground
  const lawfully = async (exchange: Exchange, making: Response | Promise<Response>): Promise<Response> => {
    const response = await making
    const broken = await unlawful(law, served, exchange.request, response, spec.role)
    if (broken) violated!(broken)
    return response
  }
  const judged = (exchange: Exchange, reply: Sent): Response | Promise<Response> => {
    let judging: unknown
    try {
      judging = answers.judge(reply, exchange.accepted)
    } catch (error) {
      violated!(error)
    }
    const made = isPromise(judging) ? judging.catch(violated!).then(() => whole(exchange, reply)) : whole(exchange, reply)
    return ground.lawful ? lawfully(exchange, made) : made
  }
  const answer = violated ? judged : whole
  const act = (exchange: Exchange): Response | Promise<Response> => {
    const reply = handle(exchange.told)
    return isPromise(reply) ? reply.then((known) => answer(exchange, known)) : answer(exchange, reply)
  }
  steps.push(ground.once && !method?.idempotent && spec.headers?.[key] ? keyed(ground.once, refuser, act) : act)
  const plan = {
    served,
    steps,
    malformed: names.length || spec.query || spec.body ? refuser.for('malformed') : undefined,
    failed: refuser.for('failed'),
  }
  refuser.check()
  return plan
}
