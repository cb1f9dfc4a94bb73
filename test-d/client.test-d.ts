/** What calls take and give back. */
import { bytes, contract, empty, get, json, patch, post, problem, put } from 'statute'
import {
  type Attempt,
  type Breach,
  type Client,
  client,
  type Hooked,
  type InputOf,
  type Lifecycle,
  type Link,
  lifecycle,
  mutationOptions,
  queryOptions,
  type ReplyOf,
  retry,
} from 'statute/client'
import { expectError, expectType } from 'tsd'
import { z } from 'zod'

const Todo = z.object({ id: z.string(), title: z.string() })
const todos = contract(
  {
    read: get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: z.string() } }), 304: empty(), '4xx': problem() } }),
    list: get('/todos', { query: z.object({ q: z.string().optional() }), responses: { 200: json(z.array(Todo)) } }),
    create: post('/todos', { body: json(Todo), responses: { 201: json(Todo) } }),
    replace: put('/todos/:id', { body: json(Todo), responses: { 204: empty() } }),
    edit: patch('/todos/:id', {
      headers: { 'if-match': z.string().optional() },
      body: json(Todo),
      responses: { 200: json(Todo), 412: problem() },
    }),
  },
  { common: { 503: problem() } },
)
const api = client(todos, { baseUrl: '', retry: retry() })
const params = { id: '7' }
const body = { id: '7', title: 'write' }

const reply = await api.read({ params })
expectType<200 | '4xx' | 503 | 'breach'>(reply.status)
if (reply.status === 200) {
  expectType<string>(reply.body.title)
  expectType<string>(reply.headers.etag)
  expectType<true>(reply.ok)
}
if (reply.status === '4xx') expectType<number>(reply.code)
if (reply.status === 'breach') expectType<Breach>(reply)
expectType<200 | 304 | '4xx' | 503 | 'breach'>((await api.read({ params, ifNoneMatch: '"1"' })).status)
const replaced = await api.replace({ params, body })
if (replaced.status === 204) expectType<undefined>(replaced.body)
expectType<200 | 503>((await client(todos, { baseUrl: '', breach: 'throw' }).list()).status)

// What a call takes and gives back has a name.
declare const created: InputOf<typeof api.create>
expectType<string>(created.body.title)
expectType<Promise<ReplyOf<typeof api.create>>>(api.create(created))
declare const todo: ReplyOf<typeof api.read, 200>
expectType<{ id: string; title: string }>(todo.body)
expectType<304>((undefined as unknown as ReplyOf<Client<typeof todos>['read'], 304>).status)
expectType<never>(undefined as unknown as ReplyOf<typeof api.read, 204>)

expectError(api.read())
expectError(api.read({ params: { ident: '7' } }))
expectError(api.replace({ params }))
expectError(api.list({ ifNoneMatch: '"1"' }))

await api.replace({ params, body, retry: 2 })
await api.edit({ params, body, ifMatch: '"1"', retry: 2 })
await api.create({ body, unsafelyRetry: 2 })
expectError(api.create({ body, retry: 2 }))
expectError(api.edit({ params, body, retry: 2 }))
expectError(client(todos, { baseUrl: '' }).list({ retry: 2 }))

queryOptions(api.read, { params })
mutationOptions(api.create)
expectError(queryOptions(api.create, { body }))
expectError(mutationOptions(api.list))

// Part of a representation: only where 206 is declared.
const octets = { headers: { 'content-range': z.string() } }
const files = contract({
  whole: get('/whole', { responses: { 200: bytes() } }),
  part: get('/part', { headers: { range: z.string().optional() }, responses: { 200: bytes(), 206: bytes(octets) } }),
  old: get('/old', { responses: { 200: json(Todo), 302: empty({ headers: { location: z.string() } }) } }),
})
const store = client(files, { baseUrl: '' })
const part = await store.part({ range: 'bytes=0-1', ifRange: '"1"' })
expectType<200 | 206 | 'breach'>(part.status)
if (part.status === 206) {
  expectType<string>(part.headers['content-range'])
  expectType<Uint8Array>(part.body)
  expectType<true>(part.ok)
}
expectType<200 | 'breach'>((await store.whole()).status)
expectError(store.whole({ range: 'bytes=0-1' }))
expectError(store.whole({ ifRange: '"1"' }))
expectError(store.part({ range: 0 }))

// A redirect that was declared is an answer like any other.
const moved = await store.old()
expectType<200 | 302 | 'breach'>(moved.status)
if (moved.status === 302) {
  expectType<string>(moved.headers.location)
  expectType<undefined>(moved.body)
  expectType<false>(moved.ok)
}
expectError(moved.headers.location)

// What an answer says of its resource, whichever answer it is.
expectType<Lifecycle>(lifecycle(reply))
const { deprecation, sunset, links } = lifecycle(moved)
expectType<Date | undefined>(deprecation)
expectType<Date | undefined>(sunset)
expectType<readonly Link[]>(links)
expectError(lifecycle({ status: 200 }))

// Hooks are told what they are told, and cannot be asked for more.
client(todos, {
  baseUrl: '',
  retry: retry(),
  headers: (call) => {
    expectType<Hooked>(call)
    return { authorization: call.method }
  },
  onBreach: (breach, call) => {
    expectType<Breach>(breach)
    expectType<number>(breach.code)
    expectType<Hooked>(call)
  },
  onRetry: (attempt, call) => {
    expectType<Attempt>(attempt)
    expectType<number>(attempt.delay)
    if ('response' in attempt.cause) expectType<Response>(attempt.cause.response)
    else expectType<unknown>(attempt.cause.error)
    expectType<Hooked>(call)
  },
  onResponse: (response, call) => {
    expectType<Response>(response)
    expectType<string>(call.method)
    expectType<string>(call.path)
    expectType<readonly string[]>(call.name)
  },
})
expectError(client(todos, { baseUrl: '', onBreach: (breach: string) => breach }))
expectError(client(todos, { baseUrl: '', onRetry: (attempt: number) => attempt }))
expectError(client(todos, { baseUrl: '', onResponse: (response: Request) => response }))

// A status that is declared on a condition may come, and only as it is declared.
declare const isOn: boolean
const conditional = contract({
  read: get('/todos/:id', { responses: { 200: json(Todo), ...(isOn && { 404: json(Todo) }), ...(isOn ? { '5xx': problem() } : {}) } }),
})
const maybe = await client(conditional, { baseUrl: '' }).read({ params: { id: '7' } })
expectType<200 | 404 | '5xx' | 'breach'>(maybe.status)
if (maybe.status === 404) expectType<{ id: string; title: string }>(maybe.body)
expectError(get('/todos', { responses: { 200: json(Todo), ...(isOn && { 204: json(Todo) }) } }))
