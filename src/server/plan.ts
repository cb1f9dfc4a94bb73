/** What is done for a request of one route: the steps that it needs, and no others, in the order of RFC 9110. */
import type { Issue } from '../../types/reply.js'
import type { Schema } from '../../types/schema.js'
import type { Middleware, Sent, Served } from '../../types/server.js'
import type { Law, MethodFacts, Role } from '../registry/facts.js'
import type { Statuses } from '../registry/statuses.js'
import { type Answers, typesOf } from './answer.js'
import { contentOf, contentWithin, covers, essence, fieldsOf, paramOf } from './decode.js'
import type { Encoded } from './encode.js'
import { etag } from './etag.js'
import type { Kept, Keyed } from './idempotency.js'
import { judge } from './judge.js'
import { negotiate } from './negotiate.js'
import { type FieldValues, preconditions, unmodifiedFields, type Validators } from './preconditions.js'
import { type Fault, faultsOf, problemResponse, refusals } from './problem.js'
import { partial } from './range.js'
import { SentReply } from './reply.js'
import type { Bound, Loose } from './routes.js'
import { after, type Checked, check, isOptional, isPromise } from './validate.js'
import { ViolationError } from './violation.js'

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
}

// --- what stands before -----------------------------------------------------------------------------------------------------------

const middlewareStep =
  (one: Middleware, answers: Answers): Step =>
  (exchange) =>
    after(one.run(exchange.told as never), (result): Done => {
      if (result instanceof SentReply) return answers.respond(result, undefined)
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
  return (exchange) =>
    after(check(schema, read(exchange)), (checked) => {
      if (checked.issues) noted(exchange, 'path', checked.issues)
      else exchange.told.params = checked.value
    })
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

const headersStep = (declared: Readonly<Record<string, Schema>>, law: Law, allowed: boolean): Step => {
  const fields = Object.entries(declared)
  const conditions = law.statuses[refusals.preconditionFailed]?.wants?.fields ?? []
  const wanted = allowed ? fields.filter(([name, schema]) => conditions.includes(name) && !isOptional(schema)).map(([name]) => name) : []
  return (exchange) => {
    const { headers } = exchange.request
    const told: Record<string, unknown> = {}
    exchange.told.headers = told
    if (wanted.length && wanted.every((name) => headers.get(name) === null))
      return problemResponse(law, refusals.preconditionRequired, { detail: `the request has to have ${wanted.join(' or ')}` })
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
  (law: Law, status: number): Step =>
  ({ faults }) =>
    faults && problemResponse(law, status, { detail: faults[0]!.detail, errors: faults })

// --- content ------------------------------------------------------------------------------------------------------------------------

/** Whether the content can be taken at all; and then what it says. */
const contentSteps = (
  method: string,
  declared: unknown,
  answers: Answers,
  { law, limits }: Ground,
): readonly [takes?: Step, reads?: Step] => {
  const types = typesOf(declared).map(([type, schema]) => ({ type, kind: essence(type), schema, optional: isOptional(schema) }))
  if (!types.length) return []
  const names = types.map(({ type }) => type).join(', ')
  const own = `accept-${method.toLowerCase()}`
  const accept: Record<string, string> = { accept: names, ...(own in law.fields && { [own]: names }) }
  const invalid = statusFor(answers, refusals.invalid, refusals.malformed)
  const optional = types.every((one) => one.optional)
  const severalTypes = types.length > 1
  const long = () => problemResponse(law, refusals.contentTooLarge, { detail: `the content is longer than ${limits.content} octets` })

  return [
    (exchange) => {
      const { request, told } = exchange
      if (request.body === null) {
        if (optional) return
        return problemResponse(law, statusFor(answers, refusals.malformed, refusals.invalid), {
          detail: `the request has no content; ${names} is expected`,
        })
      }
      const { headers } = request
      const written = headers.get('content-type')
      const kind = written === null ? '' : essence(written)
      const found = types.find((one) => covers(one.kind, kind))
      if (!found)
        return problemResponse(law, refusals.unsupportedType, {
          detail: kind ? `${kind} is not taken here; ${names} is` : `the content has no Content-Type; ${names} is expected`,
          headers: accept,
        })
      const coding = headers.get('content-encoding')
      if (coding !== null && coding.toLowerCase() !== 'identity')
        return problemResponse(law, refusals.unsupportedType, {
          detail: `the content coding ${coding} is not taken here`,
          headers: { 'accept-encoding': 'identity' },
        })
      if (Number(headers.get('content-length')) > limits.content) return long()
      exchange.incoming = { schema: found.schema, type: written! }
      if (severalTypes) told.type = found.type
    },
    (exchange) => {
      const { request, told, incoming } = exchange
      if (!incoming) return
      const { schema, type } = incoming
      return contentWithin(request, limits.content).then((content) => {
        if (content === undefined) return long()
        exchange.content = content
        return after(contentOf(content, type, limits.fields), (value) =>
          after(
            after(check(schema, value), (checked) => (isFields(value) ? several(schema, value, checked) : checked)),
            (checked): Done => {
              if (checked.issues) {
                const errors = faultsOf('body', checked.issues)
                return problemResponse(law, invalid, { detail: errors[0]!.detail, errors })
              }
              told.body = checked.value
            },
          ),
        )
      })
    },
  ]
}

/** Whether content is the fields of a form. */
const isFields = (value: unknown): value is FieldRecord =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === null

// --- conditions -----------------------------------------------------------------------------------------------------------------------

const refused = (law: Law, outcome: number): Response =>
  problemResponse(law, outcome, { detail: 'the representation is not the one that the request is meant for' })

/** Asks for the current representation before the handler is asked to change it. */
const guardStep =
  (current: (told: Told) => Validators | undefined | Promise<Validators | undefined>, method: MethodFacts, law: Law): Step =>
  ({ request, told }) =>
    isConditional(request.headers)
      ? after(current(told), (validators): Done => {
          const outcome = preconditions(method, request.headers, validators)
          if (outcome !== 'proceed') return refused(law, outcome)
        })
      : undefined

const isConditional = (headers: FieldValues): boolean =>
  headers.get('if-none-match') !== null ||
  headers.get('if-match') !== null ||
  headers.get('if-modified-since') !== null ||
  headers.get('if-unmodified-since') !== null

/** Holds what a handler answered against the conditions of the request. */
const conditional = (law: Law, method: MethodFacts, { request }: Exchange, response: Response): Response => {
  if (!isConditional(request.headers)) return response
  const { headers } = response
  const outcome = preconditions(method, request.headers, { etag: headers.get('etag'), lastModified: headers.get('last-modified') })
  if (outcome === 'proceed') return response
  response.body?.cancel().catch(() => {})
  if (law.statuses[outcome]?.content === 'never') return new Response(null, { status: outcome, headers: unmodifiedFields(headers) })
  return refused(law, outcome)
}

/** The only reply that a part may stand for (RFC 9110 §14.2). */
const ok: keyof Statuses = 200

/** The part of a representation that was asked for, where its octets are at hand. */
const ranged = (law: Law, { request, encoded }: Exchange, response: Response): Response => {
  // Of the method that was sent: HEAD does not handle Range, though it is answered as GET.
  const method = law.methods[request.method]
  if (!method || response.status !== ok) return response
  const octets = encoded instanceof ArrayBuffer ? new Uint8Array(encoded) : encoded
  if (!(octets instanceof Uint8Array || octets instanceof Blob)) return response
  const part = partial(method, request.headers, response.headers, octets as Uint8Array<ArrayBuffer> | Blob)
  if (!part) return response
  response.body?.cancel().catch(() => {})
  return new Response(part.body, { status: part.status, headers: part.headers })
}

/** Negotiates among the types of what is answered where all goes well. */
const acceptStep = (types: readonly string[], law: Law): Step => {
  const detail = `what can be had is ${types.join(', ')}`
  return (exchange) => {
    const accept = exchange.request.headers.get('accept')
    if (accept === null || accept === '*/*') {
      exchange.accepted = types[0]
      return
    }
    exchange.accepted = negotiate(accept, types)
    if (exchange.accepted === undefined) return problemResponse(law, refusals.notAcceptable, { detail })
  }
}

// --- the whole ------------------------------------------------------------------------------------------------------------------------

/** What answers a request with a key. */
export type Once = (request: Keyed, act: () => Promise<Response>) => Promise<Kept>
const key = 'idempotency-key'

const keyed =
  (
    once: Once,
    law: Law,
    act: (exchange: Exchange) => Response | Promise<Response>,
  ): ((exchange: Exchange) => Response | Promise<Response>) =>
  (exchange) => {
    const { request, content } = exchange
    const given = request.headers.get(key)
    if (given === null) return act(exchange)
    const scope = [request.method, request.url, request.headers.get('authorization')]
    return once({ key: given, scope, content: content ?? '' }, async () => act(exchange)).then((kept) =>
      kept.kind === 'reply' ? kept.reply : problemResponse(law, kept.status, { detail: kept.because }),
    )
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
  }
  const { handle, current } = (typeof handler === 'function' ? { handle: handler } : handler) as {
    handle: (told: Told) => Sent | Promise<Sent>
    current?: (told: Told) => Validators | undefined | Promise<Validators | undefined>
  }
  const validated = method?.precondition === true && method.safe && answers.validated
  const steps: Step[] = ground.middleware.map((one) => middlewareStep(one, answers))
  const [takes, reads] = spec.body ? contentSteps(route.method, spec.body, answers, ground) : []
  if (takes) steps.push(takes)
  if (names.length || spec.params) steps.push(paramsStep(names, spec.params))
  if (spec.query) steps.push(queryStep(spec.query, limits.fields))
  if (spec.headers) steps.push(headersStep(spec.headers, law, method?.safe === false && method.precondition === true))
  if (spec.params || spec.query || spec.headers) steps.push(faultyStep(law, statusFor(answers, refusals.malformed, refusals.invalid)))
  if (reads) steps.push(reads)
  const { types } = answers
  if (types.length) steps.push(acceptStep(types, law))
  if (current && method) steps.push(guardStep(current, method, law))

  const whole = (exchange: Exchange, reply: Sent): Response | Promise<Response> => {
    const response = answers.respond(reply, exchange.accepted, exchange)
    if (!response.ok || !method) return response
    const finished = (known: Response): Response => {
      const held = validated ? conditional(law, method, exchange, known) : known
      return held === known && (reply.headers as Loose | undefined)?.['accept-ranges'] !== undefined ? ranged(law, exchange, known) : held
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
    const { role } = route.spec as { role?: Role }
    // The content of what is answered with fields alone is taken away at the end.
    const silent = law.methods[exchange.request.method]?.answers === 'fields'
    const findings = await judge(exchange.request, silent ? new Response(null, response) : response, { law, ...(role && { role }) })
    // What is wrong with the request is not the handler's doing.
    const broken = findings.find(({ level, pointer }) => level === 'must' && pointer[0] === 'response')
    if (broken) violated!(new ViolationError(broken.rule, served, `answered ${response.status}: ${broken.message}`))
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
  steps.push(ground.once && !method?.idempotent && spec.headers?.[key] ? keyed(ground.once, law, act) : act)
  return { served, steps }
}
