/** The contract that the client's tests call. */
import { z } from 'zod'
import {
  bytes,
  contract,
  del,
  empty,
  form,
  get,
  head,
  json,
  media,
  multipart,
  patch,
  post,
  problem,
  put,
  query,
  text,
} from '../../src/index.js'

export const Todo = z.object({ id: z.string(), title: z.string(), done: z.boolean() })
export const Dated = z.object({
  at: z.codec(z.iso.datetime(), z.date(), { decode: (text) => new Date(text), encode: (date) => date.toISOString() }),
})

export const todos = contract(
  {
    list: get('/todos', {
      query: z.object({ tag: z.array(z.string()).optional(), q: z.string().optional() }),
      responses: { 200: json(z.array(Todo)) },
    }),
    read: get('/todos/:id', {
      params: z.object({ id: z.string() }),
      responses: {
        200: json(Todo, { headers: { etag: z.string(), age: z.string().optional() } }),
        304: empty(),
        404: problem(),
      },
    }),
    peek: head('/todos/:id', { responses: { 200: empty({ headers: { etag: z.string() } }), 404: empty() } }),
    create: post('/todos', {
      body: json(Todo.omit({ id: true })),
      responses: { 201: json(Todo, { headers: { location: z.string() } }), 422: problem() },
    }),
    pay: post('/payments', {
      headers: { 'idempotency-key': z.string() },
      body: json(z.object({ sum: z.number() })),
      responses: { 204: empty() },
    }),
    replace: put('/todos/:id', {
      headers: { 'if-match': z.string().optional() },
      body: json(Todo),
      responses: { 200: json(Todo), 412: problem() },
    }),
    rename: patch('/todos/:id', {
      idempotent: 'value-setting',
      body: json(z.object({ title: z.string() }), { type: 'application/merge-patch+json' }),
      responses: { 200: json(Todo) },
    }),
    edit: patch('/todos/:id', {
      headers: { 'if-match': z.string().optional() },
      body: json(z.object({ title: z.string() })),
      responses: { 200: json(Todo), 412: problem() },
    }),
    remove: del('/todos/:id', { responses: { 204: empty(), 404: problem() } }),
    search: query('/search', {
      body: form(z.object({ q: z.string(), tag: z.array(z.string()) })),
      responses: { 200: json(z.array(Todo)) },
    }),
    files: {
      upload: post('/files', { body: multipart(z.object({ note: z.string(), file: z.file() })), responses: { 204: empty() } }),
      raw: put('/files/:name', { body: bytes(), responses: { 204: empty() } }),
      get: get('/files/:name', {
        headers: { range: z.string().optional() },
        responses: { 200: bytes(), 206: bytes({ headers: { 'content-range': z.string() } }) },
      }),
      note: put('/notes', { body: text(), responses: { 200: text() } }),
      either: get('/either', { responses: { 200: media({ 'application/json': Todo, 'text/csv': z.string() }) } }),
    },
    moved: get('/old', { responses: { 200: json(Todo), 302: empty({ headers: { location: z.string() } }) } }),
    dated: put('/dated', { body: json(Dated), responses: { 200: json(Dated) } }),
    ranged: get('/ranged', { responses: { 200: json(Todo), '4xx': problem(), default: empty() } }),
  },
  { common: { 401: problem({ headers: { 'www-authenticate': z.string() } }), 503: problem() } },
)
