/** What calls take and give back. */
import { contract, empty, get, json, patch, post, problem, put } from 'statute'
import { type Breach, client, mutationOptions, queryOptions, retry } from 'statute/client'
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
