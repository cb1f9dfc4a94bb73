/**
 * The run time retries exactly where the type allows it (RFC 9110 §9.2.2): random calls of every usable method. What is expected is
 * worked out from the tables below; that it is what the type says, method by method and call by call, is proved by the compiler.
 */
import { expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import { client, retry } from '../../src/client/index.js'
import { empty } from '../../src/index.js'
import { methods } from '../../src/registry/methods.js'
import type { CallOf, Plain } from '../../types/client.js'
import type { MethodName } from '../../types/law.js'
import { integers } from '../random.js'

/** What a route claims, and whether that is enough. */
const claims = { none: false, precondition: true, 'value-setting': true, 'idempotency-key': true } as const
/** Whether a route declares an Idempotency-Key, which the client makes where none is given. */
const keys = { none: false, declared: true, given: true } as const
/** How a call stands to If-Match: undeclared, declared and left out, given by name or among the fields, or needed. */
const guards = { none: false, open: false, named: true, field: false, needed: true } as const
/** Among the fields the type does not see it, and the run time does: the type is the stricter one. */
const unseen: keyof typeof guards = 'field'

type Methods = typeof methods
type Usable = Exclude<MethodName, '*' | 'PRI' | 'CONNECT' | 'TRACE'>
const usable = Object.keys(methods).filter((name) => !/^(\*|PRI|CONNECT|TRACE)$/.test(name)) as Usable[]

const key = { 'idempotency-key': z.string() }
const open = { 'if-match': z.string().optional() }
const needed = { 'if-match': z.string() }
const none = {}
const keyFields = { none, declared: key, given: key } as const
const guardFields = { none, open, named: open, field: open, needed } as const

interface GivenKeys {
  none: {}
  declared: {}
  given: { headers: { 'idempotency-key': '"k"' } }
}
interface GivenGuards {
  none: {}
  open: {}
  named: { ifMatch: '"1"' }
  field: { headers: { 'if-match': '"1"' } }
  needed: { headers: { 'if-match': '"1"' } }
}
const givenKeys: GivenKeys = { none, declared: none, given: { headers: { 'idempotency-key': '"k"' } } }
const field: GivenGuards['field'] = { headers: { 'if-match': '"1"' } }
const givenGuards: GivenGuards = { none, open: none, named: { ifMatch: '"1"' }, field, needed: field }

type Claim = keyof typeof claims
type Key = keyof typeof keys
type Guard = keyof typeof guards

// --- what the type says -----------------------------------------------------------------------------------------------------------

type Bold = Omit<Plain, 'retries' | 'breach'> & { readonly retries: true; readonly breach: never }
type SpecOf<C extends Claim, K extends Key, G extends Guard> = {
  readonly headers: (typeof keyFields)[K] & (typeof guardFields)[G]
  readonly responses: { readonly 200: ReturnType<typeof empty> }
} & (C extends 'none' ? {} : { readonly idempotent: C })
type Takes<Call, Input> = Call extends (input: Input) => unknown ? true : false
/** Every call, with and without `retry`. */
type Said<Asked> = {
  [M in Usable]: {
    [C in Claim]: {
      [K in Key]: { [G in Guard]: Takes<CallOf<Bold, M, '/', SpecOf<C, K, G>, {}>, GivenKeys[K] & GivenGuards[G] & Asked> }
    }
  }
}
/** What the tables say. */
type Expected = {
  [M in Usable]: {
    [C in Claim]: {
      [K in Key]: {
        [G in Guard]: true extends Methods[M]['idempotent'] | (typeof claims)[C] | (typeof keys)[K] | (typeof guards)[G] ? true : false
      }
    }
  }
}
type Everything = { [M in Usable]: { [C in Claim]: { [K in Key]: { [G in Guard]: true } } } }

it('the tables say what the type says', () => {
  expectTypeOf<Said<{ retry: 1 }>>().toEqualTypeOf<Expected>()
  // Without it each of these calls compiles: nothing else was refused.
  expectTypeOf<Said<unknown>>().toEqualTypeOf<Everything>()
  expect(usable.length).toBeGreaterThan(0)
})

// --- what the run time does -------------------------------------------------------------------------------------------------------

const next = integers(1)
const pick = <T>(values: readonly T[]): T => values[next() % values.length]!
/** Often one that does not allow by itself: most combinations would be allowed three times over. */
const pickRarely = <T>(values: readonly T[], allows: (value: T) => boolean): T =>
  next() % 3 ? pick(values.filter((value) => !allows(value))) : pick(values)
const namesOf = <T extends object>(table: T): (keyof T)[] => Object.keys(table) as (keyof T)[]

/** Makes one call, answered 503 and then 200: how often it was sent, and what it ended with. */
const attempts = async (method: Usable, claim: Claim, key: Key, guard: Guard, asked: object) => {
  const sent: RequestInit[] = []
  const spec = {
    ...(claim !== 'none' && { idempotent: claim }),
    headers: { ...keyFields[key], ...guardFields[guard] },
    responses: { 200: empty() },
  }
  const api = client(
    { routes: { call: { method, path: '/', spec } }, options: {} },
    {
      baseUrl: 'http://localhost',
      fetch: async (_, init) => new Response(null, { status: sent.push(init) > 1 ? 200 : 503 }),
      retry: retry({ backoff: { first: 0, longest: 0 } }),
    },
  )
  const headers = { ...Object(Object(givenKeys[key]).headers), ...Object(Object(givenGuards[guard]).headers) }
  const input = { ...givenKeys[key], ...givenGuards[guard], headers, ...asked }
  const end = (api.call as (input: object) => Promise<{ status: unknown }>)(input)
  return { ended: await end.then(({ status }) => status).catch((error: Error) => error.message), sent }
}

it('retries exactly where the type allows it', async () => {
  const seen = new Set<string>()
  const counts = { allowed: 0, refused: 0, stricter: 0 }
  for (let round = 0; round < 600; round++) {
    const method = pickRarely(usable, (name) => methods[name].idempotent)
    const claim = pickRarely(namesOf(claims), (name) => claims[name])
    const key = pickRarely(namesOf(keys), (name) => keys[name])
    const guard = pickRarely(namesOf(guards), (name) => guards[name])
    const name = `${method}, idempotent: ${claim}, idempotency-key: ${key}, if-match: ${guard}`
    const allowed = methods[method].idempotent || claims[claim] || keys[key] || guards[guard]
    const repeats = allowed || guard === unseen
    seen.add(name)
    counts[allowed ? 'allowed' : repeats ? 'stricter' : 'refused']++

    const unasked = await attempts(method, claim, key, guard, {})
    expect([name, unasked.sent.length, unasked.ended]).toEqual([name, repeats ? 2 : 1, repeats ? 200 : 'breach'])
    const asked = await attempts(method, claim, key, guard, { retry: 1 })
    const refusal = expect.stringMatching(`^${method} is not idempotent and should not be retried \\(RFC 9110 §9\\.2\\.2\\)`)
    expect([name, asked.sent.length, asked.ended]).toEqual([name, repeats ? 2 : 0, repeats ? 200 : refusal])
    // An attempt that is repeated is the same one: its method, and the key that tells the server so.
    for (const { method: sent, headers } of asked.sent) expect([sent, headers]).toEqual([method, asked.sent[0]!.headers])
    if (keys[key]) expect(asked.sent[0]!.headers).toHaveProperty('idempotency-key')
    const never = await attempts(method, claim, key, guard, { retry: false })
    expect([name, never.sent.length]).toEqual([name, 1])
    const unsafely = await attempts(method, claim, key, guard, { unsafelyRetry: 1 })
    expect([name, unsafely.sent.length]).toEqual([name, 2])
  }
  const all = usable.length * namesOf(claims).length * namesOf(keys).length * namesOf(guards).length
  console.log(
    `retries: ${seen.size} of ${all} combinations of ${usable.length} methods, claims, keys and preconditions; calls allowed ` +
      `${counts.allowed}, refused ${counts.refused}, repeated though the type is stricter (If-Match among the fields) ${counts.stricter}`,
  )
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(0)
})
