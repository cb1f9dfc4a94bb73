/** A small API, whole: every route here obeys RFC 9110, or it would not compile. */
import { contract, del, empty, get, json, patch, post, problem, put } from 'statute'
import { z } from 'zod'

const Todo = z.object({ id: z.uuid(), title: z.string().min(1), done: z.boolean() })

/** What each request on one to-do names. The names are held against the path. */
const params = z.object({ id: z.uuid() })

export const todos = contract(
  {
    list: get('/todos', {
      query: z.object({ done: z.stringbool().optional() }),
      responses: { 200: json(z.array(Todo)) },
    }),
    create: post('/todos', {
      body: json(Todo.omit({ id: true })),
      responses: {
        // A POST that creates says where; without `location`, `statute check` reports it.
        201: json(Todo, { headers: { location: z.string() } }),
        422: problem(),
      },
    }),
    read: get('/todos/:id', {
      params,
      responses: {
        200: json(Todo, { headers: { etag: z.string() } }),
        // A 304 needs a validator on the 200: take `etag` away, and this line does not compile.
        304: empty(),
        404: problem(),
      },
    }),
    replace: put('/todos/:id', {
      params,
      // A 412 needs a precondition in the request: take `if-match` away, and the 412 does not compile.
      headers: { 'if-match': z.string().optional() },
      body: json(Todo),
      responses: { 200: json(Todo), 201: json(Todo), 412: problem() },
    }),
    rename: patch('/todos/:id', {
      params,
      // PATCH is not idempotent. This route says that it is, and why: a merge patch sets values.
      idempotent: 'value-setting',
      body: json(z.object({ title: z.string().min(1) }), { type: 'application/merge-patch+json' }),
      responses: { 200: json(Todo), 404: problem() },
    }),
    remove: del('/todos/:id', { params, responses: { 204: empty(), 404: problem() } }),
  },
  {
    // What any of them may answer. A 401 without `www-authenticate` does not compile.
    common: { 401: problem({ headers: { 'www-authenticate': z.string() } }), 500: problem() },
  },
)
