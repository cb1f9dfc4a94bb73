/** A contract of another package: the cases import what `tsc` emits of it. */
import { contract, del, empty, get, json, patch, problem } from 'statute'
import { z } from 'zod'

export const Todo = z.object({ id: z.string(), title: z.string() })

export const todos = contract(
  {
    list: get('/todos', { query: z.object({ done: z.string().optional() }), responses: { 200: json(z.array(Todo)) } }),
    read: get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: z.string() } }), 304: empty(), 404: problem() } }),
    one: {
      rename: patch('/todos/:id', {
        idempotent: 'value-setting',
        body: json(Todo, { type: 'application/merge-patch+json' }),
        responses: { 200: json(Todo), '4xx': problem() },
      }),
      remove: del('/todos/:id', { responses: { 204: empty(), 404: problem() } }),
    },
  },
  { common: { 401: problem({ headers: { 'www-authenticate': z.string() } }), 500: problem() }, role: 'origin' },
)

/** Responses that the package keeps for others to share. */
export const failures = { 404: problem(), 503: problem() } as const
