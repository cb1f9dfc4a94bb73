/**
 * The order of decisions, beside for-GET's HTTP decision diagram: requests with every fault and every two faults, walked through the
 * diagram and asked of the server.
 *
 * The diagram is read in place from `../shared/suites`, beside the repository; without it the tests are skipped.
 */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract, del, empty, get, json, post, problem, put } from '../../src/index.js'
import { type Arrival, middleware, reply, serve } from '../../src/server/index.js'

const file = new URL('../../../shared/suites/decision-diagram/httpdd.fsm.json', import.meta.url)
const present = existsSync(file)
if (!present) console.log('skipped: ../shared/suites/decision-diagram is not beside the repository')

// --- the diagram ------------------------------------------------------------------------------------------------------------------

interface Statement {
  readonly __type: string
  readonly states?: readonly string[]
  readonly messages?: readonly ('anything' | 'true' | 'false')[]
  readonly next_state?: string
}
const arrows = (present ? (JSON.parse(readFileSync(file, 'utf8')).statements as Statement[]) : []).filter(
  ({ __type }) => __type === 'transition',
)
const next = new Map(
  arrows.flatMap(({ states, messages, next_state }) => states!.map((state) => [`${state} ${messages![0]}`, next_state!])),
)
const decisions = [...new Set(arrows.flatMap(({ states, messages }) => (messages![0] === 'anything' ? [] : states!)))]

// --- what is asked ----------------------------------------------------------------------------------------------------------------

/** What a request is like, besides its method. */
type Fact = keyof typeof facts
const all = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS'] as const
type Method = (typeof all)[number] | 'PATCH' | 'BREW'
const unsafe: readonly Method[] = ['PUT', 'POST', 'DELETE']
const contentful: readonly Method[] = ['PUT', 'POST']
const readable: readonly Method[] = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE']
const then = 'Sun, 06 Nov 1994 08:49:37 GMT'
const before = 'Sat, 05 Nov 1994 08:49:37 GMT'

/** `fields` go with the request; `by` says who decides: the message itself, middleware, or the handler. */
const facts = {
  'too long': { by: 'message', methods: all },
  unknown: { by: 'message', methods: ['GET'] },
  'not allowed': { by: 'message', methods: ['GET'] },
  coded: { by: 'message', methods: contentful, fields: { 'content-encoding': 'gzip' } },
  expecting: { by: 'message', methods: contentful, fields: { expect: 'something' } },
  unconditional: { by: 'message', methods: ['PUT'] },
  anonymous: { by: 'middleware', methods: all },
  forbidden: { by: 'middleware', methods: all },
  restricted: { by: 'middleware', methods: all },
  'too large': { by: 'message', methods: contentful },
  mistyped: { by: 'message', methods: contentful, fields: { 'content-type': 'text/csv' } },
  malformed: { by: 'message', methods: contentful },
  invalid: { by: 'message', methods: contentful },
  misasked: { by: 'message', methods: all },
  unacceptable: { by: 'message', methods: readable, fields: { accept: 'image/png' } },
  unspoken: { by: 'message', methods: readable, fields: { 'accept-language': 'tlh' } },
  unwritten: { by: 'message', methods: readable, fields: { 'accept-charset': 'iso-8859-16' } },
  uncoded: { by: 'message', methods: readable, fields: { 'accept-encoding': 'identity;q=0' } },
  'if-match': { by: 'message', methods: readable, fields: { 'if-match': '"1"' } },
  'if-match another': { by: 'message', methods: readable, fields: { 'if-match': '"2"' } },
  'if-unmodified-since': { by: 'message', methods: readable, fields: { 'if-unmodified-since': then } },
  'if-unmodified-since before': { by: 'message', methods: readable, fields: { 'if-unmodified-since': before } },
  'if-none-match': { by: 'message', methods: readable, fields: { 'if-none-match': '"1"' } },
  'if-none-match another': { by: 'message', methods: readable, fields: { 'if-none-match': '"2"' } },
  'if-modified-since': { by: 'message', methods: readable, fields: { 'if-modified-since': then } },
  'if-modified-since before': { by: 'message', methods: readable, fields: { 'if-modified-since': before } },
  missing: { by: 'handler', methods: readable },
  'moved for good': { by: 'handler', methods: readable },
  'moved for now': { by: 'handler', methods: readable },
  gone: { by: 'handler', methods: readable },
  partial: { by: 'message', methods: ['PUT'], fields: { 'content-range': 'bytes 0-1/9' } },
  conflicting: { by: 'handler', methods: contentful },
  failing: { by: 'handler', methods: unsafe },
  later: { by: 'handler', methods: unsafe },
  elsewhere: { by: 'handler', methods: readable },
  several: { by: 'handler', methods: readable },
  nothing: { by: 'handler', methods: readable },
} as const satisfies Record<
  string,
  { by: 'message' | 'middleware' | 'handler'; methods: readonly Method[]; fields?: Readonly<Record<string, string>> }
>

interface Asking {
  readonly method: Method
  readonly has: (...facts: Fact[]) => boolean
}
const lacks = ({ has }: Asking): boolean => has('missing', 'moved for good', 'moved for now', 'gone')

/** What each decision of the diagram comes to. */
const decide: Readonly<Record<string, (asking: Asking) => boolean>> = {
  is_service_available: () => true,
  is_uri_too_long: ({ has }) => has('too long'),
  are_headers_too_large: () => false,
  is_method_implemented: ({ has }) => !has('unknown'),
  are_content_headers_implemented: ({ has }) => !has('coded'),
  is_functionality_implemented: () => true,
  are_expect_extensions_implemented: ({ has }) => !has('expecting'),
  is_system_block_ok: () => true,
  is_method_allowed: ({ has }) => !has('not allowed'),
  is_precondition_missing_but_required: ({ has }) => has('unconditional') && !has('if-match', 'if-match another'),
  is_authorized: ({ has }) => !has('anonymous'),
  expects_continue: () => false,
  has_content: ({ method }) => contentful.includes(method),
  is_content_too_large: ({ has }) => has('too large'),
  is_content_type_accepted: ({ has }) => !has('mistyped'),
  from_content: ({ has }) => !has('malformed', 'invalid'),
  is_forbidden: ({ has }) => has('forbidden'),
  is_legally_restricted: ({ has }) => has('restricted'),
  is_method_trace: () => false,
  is_method_options: ({ method }) => method === 'OPTIONS',
  is_request_block_ok: ({ has }) => !has('misasked'),
  has_accept: ({ has }) => has('unacceptable'),
  accept_matches: () => false,
  has_accept_language: ({ has }) => has('unspoken'),
  accept_language_matches: () => false,
  has_accept_charset: ({ has }) => has('unwritten'),
  accept_charset_matches: () => false,
  has_accept_encoding: ({ has }) => has('uncoded'),
  accept_encoding_matches: () => false,
  ignore_accept_block_mismatches: () => false,
  missing: lacks,
  moved: ({ has }) => has('moved for good', 'moved for now', 'gone'),
  moved_permanently: ({ has }) => has('moved for good'),
  moved_temporarily: ({ has }) => has('moved for now'),
  gone_permanently: ({ has }) => has('gone'),
  missing_has_precondition: ({ has }) => has('if-match', 'if-match another'),
  has_if_match: ({ has }) => has('if-match', 'if-match another'),
  if_match_matches: ({ has }) => has('if-match'),
  has_if_unmodified_since: ({ has }) => has('if-unmodified-since', 'if-unmodified-since before'),
  if_unmodified_since_matches: ({ has }) => has('if-unmodified-since'),
  has_if_none_match: ({ has }) => has('if-none-match', 'if-none-match another'),
  if_none_match_matches: ({ has }) => has('if-none-match another'),
  has_if_modified_since: ({ has }) => has('if-modified-since', 'if-modified-since before'),
  if_modified_since_matches: ({ has }) => has('if-modified-since before'),
  is_precondition_safe: ({ method }) => !unsafe.includes(method),
  create_is_method_put: ({ method }) => method === 'PUT',
  create_partial_put: ({ has }) => has('partial'),
  create_has_conflict: ({ has }) => has('conflicting'),
  is_method_create: ({ method }) => method === 'POST',
  create_path: () => true,
  create: () => true,
  is_method_head_get: ({ method }) => !unsafe.includes(method),
  is_method_delete: ({ method }) => method === 'DELETE',
  process_delete: ({ has }) => !has('failing'),
  is_method_put: ({ method }) => method === 'PUT',
  process_partial_put: ({ has }) => has('partial'),
  process_has_conflict: ({ has }) => has('conflicting'),
  is_method_process: ({ method }) => method === 'POST',
  process: ({ has }) => !has('failing'),
  is_create_done: ({ has }) => !has('later'),
  create_see_other: ({ has }) => has('elsewhere'),
  is_process_done: ({ has }) => !has('later'),
  see_other: ({ has }) => has('elsewhere'),
  has_multiple_choices: ({ has }) => has('several'),
  to_content: ({ has }) => !has('nothing'),
}

/** What one server cannot be asked: the side that no request of ours takes, and why. */
const untold: Readonly<Record<string, readonly ['true' | 'false' | 'both', string]>> = {
  is_service_available: ['false', 'middleware says it, like is_authorized'],
  are_headers_too_large: ['true', 'whoever holds the connection says it'],
  is_functionality_implemented: ['false', 'what is not done is not declared'],
  is_system_block_ok: ['false', 'there is no such step'],
  expects_continue: ['true', 'whoever holds the connection says it'],
  is_method_trace: ['true', 'Fetch has no TRACE'],
  accept_matches: ['true', 'it is as without the field'],
  accept_language_matches: ['true', 'it is as without the field'],
  accept_charset_matches: ['true', 'it is as without the field'],
  accept_encoding_matches: ['true', 'it is as without the field'],
  ignore_accept_block_mismatches: ['true', 'a server that declares several types means it'],
  gone_permanently: ['false', 'what is not here has moved, has gone, or never was'],
  create_path: ['false', 'the handler creates'],
  create: ['false', 'the handler creates'],
  is_method_process: ['false', 'a method that does nothing is not declared'],
  is_response_alternative: ['both', 'how an error is written is no matter of its status'],
  alternative_has_accept: ['both', 'how an error is written is no matter of its status'],
  alternative_accept_matches: ['both', 'how an error is written is no matter of its status'],
}

const taken = new Set<string>()
const walk = (asking: Asking): number => {
  for (let state = 'start'; ; ) {
    const status = /^\d{3}/.exec(state)
    if (status) return Number(status[0])
    const decision = decide[state]
    const answer = decision ? `${decision(asking)}` : 'anything'
    taken.add(`${state} ${answer}`)
    state = next.get(`${state} ${answer}`)!
  }
}

// --- the server -------------------------------------------------------------------------------------------------------------------

const Thing = z.object({ id: z.string() })
const one = { id: '1' }
const valid = { etag: '"1"', 'last-modified': then }
const any = json(Thing, { headers: { etag: z.string(), 'last-modified': z.string() } })
const location = { location: z.string() }
const responses = {
  200: any,
  201: json(Thing, { headers: location }),
  202: empty(),
  204: empty({ headers: { etag: z.string(), 'last-modified': z.string() } }),
  300: empty(),
  303: empty({ headers: location }),
  307: empty({ headers: location }),
  308: empty({ headers: location }),
  404: problem(),
  409: problem(),
  410: problem(),
}
const spec = { query: z.object({ page: z.coerce.number().optional() }), responses }
const optional = { headers: { 'if-match': z.string().optional() } }
const things = contract(
  {
    read: get('/thing', { ...spec, responses: { ...responses, 304: empty() } } as never),
    replace: put('/thing', { ...spec, ...optional, body: json(Thing) } as never),
    strictly: put('/strict', { ...spec, headers: { 'if-match': z.string() }, body: json(Thing) } as never),
    act: post('/thing', { ...spec, ...optional, body: json(Thing) } as never),
    remove: del('/thing', { ...spec, ...optional } as never),
  },
  {
    common: {
      401: problem({ headers: { 'www-authenticate': z.string() } }),
      403: problem(),
      451: problem(),
    },
  },
)

type Context = { readonly asking: Asking }
const handler = ({ context: { asking } }: { context: Context }): unknown => {
  const { method, has } = asking
  if (has('failing')) throw new Error('failed')
  const there = { location: '/there' }
  if (has('moved for good')) return reply(308, undefined, there)
  if (has('moved for now')) return reply(307, undefined, there)
  if (has('gone')) return reply(410, {})
  if (has('conflicting')) return reply(409, {})
  if (has('later')) return reply(202)
  if (has('elsewhere')) return reply(303, undefined, there)
  if (has('missing')) return contentful.includes(method) ? reply(201, one, there) : reply(404, {})
  if (has('several')) return reply(300)
  return has('nothing') ? reply(204, undefined, valid) : reply(200, one, valid)
}
const guarded = {
  current: ({ context: { asking } }: { context: Context }) => (lacks(asking) ? undefined : { etag: '"1"', lastModified: then }),
  handle: handler,
}
const handle = serve(
  things,
  { read: handler, replace: guarded, strictly: guarded, act: guarded, remove: guarded } as never,
  {
    judge: 'off',
    onError: () => {},
    use: [
      middleware(({ context: { asking } }: Arrival<Context>) =>
        asking.has('anonymous')
          ? reply(401, {}, { 'www-authenticate': 'Basic' })
          : asking.has('forbidden')
            ? reply(403, {})
            : asking.has('restricted')
              ? reply(451, {})
              : {},
      ),
    ],
  } as never,
) as unknown as (request: Request, context: Context) => Promise<Response>

const ask = async (asking: Asking, said: readonly Fact[]): Promise<number> => {
  const { method, has } = asking
  const query = has('misasked') ? 'page=x' : 'page=1'
  const headers = new Headers(contentful.includes(method) ? { 'content-type': 'application/json' } : {})
  for (const fact of said)
    for (const [name, value] of Object.entries((facts[fact] as { fields?: Record<string, string> }).fields ?? {})) headers.set(name, value)
  const body = has('malformed') ? '{' : has('invalid') ? '{}' : '{"id":"1"}'
  const request = new Request(
    `http://localhost/${has('unconditional') ? 'strict' : 'thing'}?${query}${has('too long') ? `&${'x'.repeat(20_000)}` : ''}`,
    {
      method: has('unknown') ? 'BREW' : has('not allowed') ? 'PATCH' : method,
      headers,
      ...(contentful.includes(method) && { body: `${has('too large') ? ' '.repeat(2 ** 20) : ''}${body}` }),
    },
  )
  return (await handle(request, { asking })).status
}

// --- side by side -----------------------------------------------------------------------------------------------------------------

const by =
  (who: string) =>
  (fact: Fact): boolean =>
    facts[fact].by === who
const retrieval: readonly Method[] = ['GET', 'HEAD']
const unreadable: readonly Fact[] = ['mistyped', 'coded', 'too large', 'malformed', 'invalid']

interface Outcome extends Asking {
  readonly said: readonly Fact[]
  readonly theirs: number
  readonly ours: number
}
/** Where the server decides otherwise, and why; the first that holds counts. */
const deliberate: readonly (readonly [why: string, when: (outcome: Outcome) => boolean])[] = [
  [
    'OPTIONS is answered with 204 and Allow whoever asks and whatever is asked, as a preflight has no credentials',
    ({ method, ours }) => method === 'OPTIONS' && ours === 204,
  ],
  ['a method that nobody registered is told before the URL is measured', ({ has }) => has('unknown') && has('too long')],
  [
    'a content coding that is not taken is 415 (RFC 9110 §15.5.16), and no function that is lacking',
    ({ has, theirs }) => has('coded') && theirs === 501,
  ],
  ['what is expected besides 100-continue may be ignored (RFC 9110 §10.1.1)', ({ has, theirs }) => has('expecting') && theirs === 417],
  [
    'who may not ask is refused before any of the rest is looked at',
    ({ has, ours }) => has('anonymous', 'forbidden', 'restricted') && [401, 403, 451].includes(ours),
  ],
  [
    'whether a condition is there is seen when the fields are read, after what the content is and before what it says',
    ({ has, theirs }) => has('unconditional') && theirs === 428,
  ],
  ['the media type is looked at before the content is read, which is measured meanwhile', ({ has }) => has('mistyped') && has('too large')],
  [
    'parameters and fields are decoded before content is read',
    ({ has, ours, said }) => has('misasked') && ours === 400 && said.some((fact) => unreadable.includes(fact)),
  ],
  ['content that is well-formed and against its schema is 422 (RFC 9110 §15.5.21)', ({ has, ours }) => has('invalid') && ours === 422],
  [
    'languages, charsets and codings are not negotiated, and without a choice they may be disregarded (RFC 9110 §12.4.1)',
    ({ has, theirs }) => has('unspoken', 'unwritten', 'uncoded') && theirs === 406,
  ],
  [
    'conditions of a retrieval are held against its answer, and only where that is a success (RFC 9110 §13.2.1)',
    ({ method, ours, said }) => retrieval.includes(method) && said.some(by('handler')) && (ours < 200 || ours > 299),
  ],
  [
    'If-Modified-Since is for retrieval alone (RFC 9110 §13.1.3)',
    ({ method, has, theirs }) => unsafe.includes(method) && has('if-modified-since') && theirs === 412,
  ],
  [
    'a part of the content is refused before anything is read, as any content that is not taken',
    ({ has, ours }) => has('partial') && ours === 400,
  ],
]

describe.skipIf(!present)("for-GET's diagram", () => {
  it('has no decision that is not told here', () => {
    expect(decisions.filter((name) => !decide[name] && untold[name]?.[0] !== 'both')).toEqual([])
    expect([...Object.keys(decide), ...Object.keys(untold)].filter((name) => !decisions.includes(name))).toEqual([])
  })

  it('decides as the server does, or there is a reason', async () => {
    const names = Object.keys(facts) as Fact[]
    const sets: Fact[][] = [[], ...names.map((name) => [name]), ...names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b]))]
    const outcomes: Outcome[] = []
    for (const method of all)
      for (const said of sets) {
        if (!said.every((fact) => (facts[fact].methods as readonly Method[]).includes(method))) continue
        // Two sayings of the handler are its own affair, unless the diagram goes another way by the first. One field cannot be two.
        const creates = method === 'PUT' && said[0] === 'missing' && ['conflicting', 'later', 'elsewhere'].includes(said[1]!)
        if (said.length === 2 && said.every(by('handler')) && !creates) continue
        const fieldNames = said.flatMap((fact) => Object.keys((facts[fact] as { fields?: object }).fields ?? {}))
        if (new Set(fieldNames).size < fieldNames.length) continue
        if (said.includes('malformed') && said.includes('invalid')) continue
        if (said.includes('unknown') && said.includes('not allowed')) continue
        const asking: Asking = { method, has: (...some) => some.some((fact) => said.includes(fact)) }
        outcomes.push({ ...asking, said, theirs: walk(asking), ours: await ask(asking, said) })
      }
    const agreed = outcomes.filter(({ theirs, ours }) => theirs === ours)
    const reasons = new Map<string, number>(deliberate.map(([why]) => [why, 0]))
    const unexplained: string[] = []
    for (const outcome of outcomes.filter(({ theirs, ours }) => theirs !== ours)) {
      const reason = deliberate.find(([, when]) => when(outcome))
      if (reason) reasons.set(reason[0], reasons.get(reason[0])! + 1)
      else unexplained.push(`${outcome.method} ${outcome.said.join(' + ')}: ${outcome.theirs} there, ${outcome.ours} here`)
    }
    expect(unexplained).toEqual([])
    expect([...reasons].filter(([, count]) => count === 0)).toEqual([])
    console.log(
      `decision diagram: ${agreed.length} of ${outcomes.length} requests are decided alike\n${[...reasons].map(([why, count]) => `  ${count} otherwise: ${why}`).join('\n')}`,
    )
  })

  it('is walked through, but for what no request shows', () => {
    const sides = decisions.flatMap((name) => (['true', 'false'] as const).map((side) => [name, side] as const))
    const missed = sides.filter(([name, side]) => !taken.has(`${name} ${side}`))
    const excused = sides.filter(([name, side]) => untold[name] && (untold[name][0] === 'both' || untold[name][0] === side))
    expect(missed).toEqual(excused)
    console.log(`decision diagram: ${decisions.length} decisions, ${sides.length - missed.length} of their ${sides.length} sides taken`)
  })
})
