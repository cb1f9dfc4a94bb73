/** The parameters of a path, and what `params` says of them. */
import { empty, get, json, put, route } from 'statute'
import { type } from 'arktype'
import * as v from 'valibot'
import { z } from 'zod'

const Todo = z.object({ id: z.string(), title: z.string() })
const word = z.string()

get('/todos/:id', {
  // @refused at "params": params has todoId, the path has :id (Statute): rename todoId to id [params-wrong]
  params: z.object({ todoId: word }),
  responses: { 200: json(Todo) },
})
get('/orgs/:org/todos/:id', {
  // @refused at "params": the path has :org, params has not (Statute): add org to params [params-missing]
  params: z.object({ id: word }),
  responses: { 200: json(Todo) },
})
get('/todos/:id', {
  // @refused at "params": params has page, the path has not (Statute): remove page, or write :page in the path [params-extra]
  params: z.object({ id: word, page: word }),
  responses: { 200: json(Todo) },
})
get('/todos', {
  // @refused at "params": params has id, the path has not (Statute): remove id, or write :id in the path [params-extra]
  params: z.object({ id: word }),
  responses: { 200: json(Todo) },
})
get('/todos/:id', {
  // @refused at "params": id is text in the path, and its schema takes none (RFC 3986 §3.3): use z.coerce, z.stringbool or a string [params-text]
  params: z.object({ id: z.number() }),
  responses: { 200: json(Todo) },
})
get('/orgs/:org/todos/:id', {
  // @refused at "params": params has Id, the path has :id (Statute): rename Id to id [params-wrong]
  params: z.object({ org: word, Id: word }),
  responses: { 200: json(Todo) },
})
// Names are asked for in an object; another kind of schema has none.
get('/todos/:id', {
  // @refused at "params": the path has :id, params has not (Statute): add id to params [params-missing]
  params: z.object({}),
  responses: { 200: json(Todo) },
})

// Other validators, other kinds of objects.
get('/todos/:id', {
  // @refused at "params": params has todoId, the path has :id (Statute): rename todoId to id [params-wrong]
  params: v.object({ todoId: v.string() }),
  responses: { 200: json(Todo) },
})
get('/todos/:id', {
  // @refused at "params": the path has :id, params has not (Statute): add id to params [params-missing]
  params: v.object({}),
  responses: { 200: json(Todo) },
})
get('/todos/:id', {
  // @refused at "params": id is text in the path, and its schema takes none (RFC 3986 §3.3): use z.coerce, z.stringbool or a string [params-text]
  params: v.object({ id: v.number() }),
  responses: { 200: json(Todo) },
})
get('/todos/:id', {
  // @refused at "params": params has page, the path has not (Statute): remove page, or write :page in the path [params-extra]
  params: type({ id: 'string', page: 'string' }),
  responses: { 200: json(Todo) },
})
put('/todos/:id', {
  // @refused at "params": params has todoId, the path has :id (Statute): rename todoId to id [params-wrong]
  params: z.strictObject({ todoId: word }).transform(({ todoId }) => ({ id: todoId })),
  body: Todo,
  responses: { 204: empty() },
})

// @accepted [params-wrong]
// @accepted [params-missing]
// @accepted [params-extra]
get('/orgs/:org/todos/:id', { params: z.object({ org: word, id: z.uuid() }), responses: { 200: json(Todo) } })
get('/orgs/:org/todos/:id', { params: v.object({ org: v.string(), id: v.pipe(v.string(), v.uuid()) }), responses: { 200: json(Todo) } })
get('/orgs/:org/todos/:id', { params: type({ org: 'string', id: 'string.uuid' }), responses: { 200: json(Todo) } })
get('/orgs/:org', { params: z.looseObject({ org: word }), responses: { 200: json(Todo) } })
get('/orgs/:org', { params: z.record(z.string(), z.string()), responses: { 200: json(Todo) } })
get('/todos', { params: z.object({}), responses: { 200: json(Todo) } })
// A colon within a segment names nothing.
get('/todos:batch', { responses: { 200: json(Todo) } })
// @accepted [params-text]
get('/todos/:id', { params: z.object({ id: z.coerce.number() }), responses: { 200: json(Todo) } })
// @accepted [params-text]
get('/todos/:done', { params: z.object({ done: z.stringbool() }), responses: { 200: json(Todo) } })
// @accepted [params-text]
get('/todos/:state', { params: z.object({ state: z.enum(['open', 'done']) }), responses: { 200: json(Todo) } })
// @accepted [params-wrong]
route('GET', '/todos/:id', { params: z.object({ id: word.optional() }), responses: { 200: json(Todo) } })

route('GET', '/todos/:id', {
  // @refused at "params": params has todoId, the path has :id (Statute): rename todoId to id [params-wrong]
  params: z.object({ todoId: word }),
  responses: { 200: json(Todo) },
})
