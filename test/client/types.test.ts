/** Types of the client by `tsc` 7, which checks this file with the rest. */
import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import { type Breach, client, mutationOptions, queryOptions, retry } from '../../src/client/index.js'
import { article, contract, empty, get, head, json, patch, post, problem, toolkit } from '../../src/index.js'
import { Todo, todos } from './todos.js'

type Whole = z.infer<typeof Todo>
const fetch = async () =>
  new Response('{"id":"7","title":"x","done":true}', { headers: { 'content-type': 'application/json', etag: '"1"' } })
const options = { baseUrl: 'http://localhost', fetch }
const api = client(todos, options)
const bold = client(todos, { ...options, retry: retry() })
const params = { id: '7' }
const body = { id: '7', title: 'x', done: true }
/** Compiled and never run. */
const unsaid = (_: () => unknown) => expect(_).toBeTypeOf('function')

describe('the reply', () => {
  it('is told apart by status', async () => {
    const reply = await api.read({ params })
    expectTypeOf(reply.status).toEqualTypeOf<200 | 404 | 401 | 503 | 'breach'>()
    if (reply.status === 200) {
      expectTypeOf(reply.body).toEqualTypeOf<Whole>()
      expectTypeOf(reply.headers.etag).toEqualTypeOf<string>()
      expectTypeOf(reply.headers.age).toEqualTypeOf<string | undefined>()
      expectTypeOf(reply.ok).toEqualTypeOf<true>()
    } else if (reply.status === 'breach') expectTypeOf(reply).toEqualTypeOf<Breach>()
    else expectTypeOf(reply.ok).toEqualTypeOf<false>()
    expect(reply.status).toBe(200)
  })
  it('has 304 only where a validator was given', async () => {
    const reply = await api.read({ params, ifNoneMatch: '"1"' })
    expectTypeOf(reply.status).toEqualTypeOf<200 | 304 | 404 | 401 | 503 | 'breach'>()
    if (reply.status === 304) expectTypeOf(reply.body).toEqualTypeOf<undefined>()
    unsaid(() => {
      // @ts-expect-error the 200 declares no last-modified
      api.read({ params, ifModifiedSince: new Date() })
      // @ts-expect-error the 200 declares no validator
      api.list({ ifNoneMatch: '"1"' })
    })
  })
  it('has no breach where it is thrown', async () => {
    const reply = await client(todos, { ...options, breach: 'throw' }).read({ params })
    expectTypeOf(reply.status).toEqualTypeOf<200 | 404 | 401 | 503>()
  })
  it('is a number where a spread made it a string, a range where it was declared so', () => {
    const shared = { 404: problem(), 410: problem() } as const
    const own = client(
      contract({ read: get('/', { responses: { 200: json(Todo), '5xx': problem(), default: empty(), ...shared } }) }),
      options,
    )
    unsaid(async () => {
      const reply = await own.read()
      expectTypeOf(reply.status).toEqualTypeOf<200 | 404 | 410 | '5xx' | 'default' | 'breach'>()
      if (reply.status === '5xx') expectTypeOf(reply.code).toEqualTypeOf<number>()
      if (reply.status === '5xx') expectTypeOf(reply.ok).toEqualTypeOf<false>()
      if (reply.status === 'default') expectTypeOf(reply.ok).toEqualTypeOf<boolean>()
    })
  })
  it('has no content where there is none, whatever is common', () => {
    const own = client(contract({ peek: head('/', { responses: { 200: empty() } }) }, { common: { 500: problem() } }), options)
    unsaid(async () => {
      const reply = await own.peek()
      if (reply.status === 500) expectTypeOf(reply.body).toEqualTypeOf<undefined>()
      const removed = await api.remove({ params })
      if (removed.status === 204) expectTypeOf(removed.body).toEqualTypeOf<undefined>()
    })
  })
  it('takes the nearest declaration, through groups and contracts', () => {
    const inner = contract(
      { read: get('/', { responses: { 200: json(Todo), 503: empty() } }) },
      { common: { 500: json(z.literal('inner')) } },
    )
    const own = client(contract({ group: { inner } }, { common: { 500: json(z.literal('outer')), 429: empty(), 503: problem() } }), options)
    unsaid(async () => {
      const reply = await own.group.inner.read()
      expectTypeOf(reply.status).toEqualTypeOf<200 | 503 | 500 | 429 | 'breach'>()
      if (reply.status === 500) expectTypeOf(reply.body).toEqualTypeOf<'inner'>()
      if (reply.status === 503) expectTypeOf(reply.body).toEqualTypeOf<undefined>()
    })
  })
  it('says which type came', () => {
    unsaid(async () => {
      const reply = await api.files.either()
      if (reply.status === 200 && reply.type === 'text/csv') expectTypeOf(reply.body).toEqualTypeOf<string>()
      if (reply.status === 200 && reply.type === 'application/json') expectTypeOf(reply.body).toEqualTypeOf<Whole>()
    })
  })
})

describe('the input', () => {
  it('is what is needed, and no more', () => {
    unsaid(() => {
      api.list()
      api.list({ query: { tag: ['a'] } })
      // @ts-expect-error params are needed
      api.read()
      // @ts-expect-error by their names
      api.read({ params: { ident: '7' } })
      // @ts-expect-error the path alone says so too
      api.remove({})
      // @ts-expect-error content is needed
      api.replace({ params })
      // @ts-expect-error nothing else is taken
      api.remove({ params, body })
      // @ts-expect-error the key is needed where the client does not make it
      api.pay({ body: { sum: 1 } })
      bold.pay({ body: { sum: 1 } })
    })
  })
  it('is what schemas take in, or give out where values are encoded', () => {
    const coded = client(todos, { ...options, encode: z.encode })
    unsaid(() => {
      api.dated({ body: { at: '2026-01-02T03:04:05Z' } })
      coded.dated({ body: { at: new Date() } })
      // @ts-expect-error text goes where no value is encoded
      api.dated({ body: { at: new Date() } })
      // @ts-expect-error a date where it is
      coded.dated({ body: { at: '2026-01-02T03:04:05Z' } })
    })
  })
})

describe('retry', () => {
  it('is for what may be repeated', () => {
    unsaid(() => {
      bold.list({ retry: 2 })
      bold.replace({ params, body, retry: { retries: 1 } })
      bold.rename({ params, body, retry: 2 })
      bold.pay({ body: { sum: 1 }, retry: 2 })
      bold.edit({ params, body, ifMatch: '"1"', retry: 2 })
      bold.create({ body, unsafelyRetry: 2 })
      // @ts-expect-error POST is not idempotent
      bold.create({ body, retry: 2 })
      // @ts-expect-error PATCH is not, without a precondition
      bold.edit({ params, body, retry: 2 })
      // @ts-expect-error this client cannot
      api.list({ retry: 2 })
      // @ts-expect-error nor this, for another reason
      api.create({ body, retry: 2 })
    })
  })
  it('follows the law that it is given', () => {
    const own = toolkit(article)
    const edits = own.contract({ edit: own.patch('/', { body: json(Todo), responses: { 204: empty() } }) })
    unsaid(() => {
      client(edits, { ...options, law: article, retry: retry() }).edit({ body, retry: 1 })
      // @ts-expect-error by default PATCH is not idempotent
      client(edits, { ...options, retry: retry() }).edit({ body, retry: 1 })
    })
  })
})

it('queries are safe, mutations are not', () => {
  expectTypeOf(queryOptions(api.list).queryFn).returns.resolves.toHaveProperty('status')
  unsaid(() => {
    queryOptions(api.read, { params })
    mutationOptions(api.create)
    // @ts-expect-error POST is not safe
    queryOptions(api.create, { body })
    // @ts-expect-error GET is
    mutationOptions(api.read)
  })
})

it('declarations of others compile too', () => {
  const own = contract({
    make: post('/', { body: Todo, responses: { 201: Todo } }),
    set: patch('/:id', { body: Todo, responses: { 200: Todo } }),
  })
  unsaid(async () => {
    const reply = await client(own, options).set({ params, body })
    if (reply.status === 200) expectTypeOf(reply.body).toEqualTypeOf<Whole>()
  })
})
