import { expectAssignable, expectError, expectNotAssignable, expectType } from 'tsd'
import { z } from 'zod'
import { type Compatible, contract, del, empty, expectCompatible, get, json, problem, put } from '../src/index.js'

const Todo = z.object({ id: z.string(), title: z.string(), done: z.boolean() })

const v1 = contract({
  list: get('/todos', { query: z.object({ done: z.string().optional() }), responses: { 200: json(z.array(Todo)) } }),
  replace: put('/todos/:id', { body: json(Todo), responses: { 200: json(Todo), 404: problem() } }),
})

// Itself, more routes, more to send or to get at will: nobody breaks.
expectType<true>({} as Compatible<typeof v1, typeof v1>)
const more = contract({
  list: get('/todos', {
    query: z.object({ done: z.string().optional(), page: z.string().optional() }),
    responses: { 200: json(z.array(Todo.extend({ due: z.string() }))) },
  }),
  replace: put('/todos/:key', { body: json(Todo.partial({ done: true })), responses: { 200: json(Todo) } }),
  remove: del('/todos/:id', { responses: { 204: empty() } }),
})
expectType<true>({} as Compatible<typeof v1, typeof more>)
expectCompatible(v1, v1)
expectCompatible(v1, more)

// What breaks an exhaustive client is said, route, place and reason.
const added = contract({
  list: get('/todos', { query: z.object({ done: z.string().optional() }), responses: { 200: json(z.array(Todo)), 429: problem() } }),
  replace: put('/todos/:id', { body: json(Todo), responses: { 200: json(Todo), 404: problem() } }),
})
expectAssignable<`GET /todos: the response \`429\` was added: ${string}[response-status-added]\u200B`>(
  {} as Compatible<typeof v1, typeof added>,
)
expectNotAssignable<true>({} as Compatible<typeof v1, typeof added>)
expectError(expectCompatible(v1, added))

const gone = contract({ list: get('/todos', { responses: { 200: json(z.array(Todo.omit({ title: true }))) } }) })
expectAssignable<
  | `GET /todos: the query parameter \`done\` was removed: ${string}`
  | `GET /todos → 200: the required response property \`[].title\` was removed: ${string}`
  | `PUT /todos/:id: the operation was removed: ${string}`
>({} as Compatible<typeof v1, typeof gone>)
expectError(expectCompatible(v1, gone))

// A type that holds itself ends.
interface Node {
  readonly name: string
  readonly children: readonly Node[]
}
const tree: z.ZodType<Node, Node> = z.object({ name: z.string(), children: z.lazy(() => z.array(tree)) })
const trees = contract({ read: get('/tree', { responses: { 200: json(tree) } }) })
expectType<true>({} as Compatible<typeof trees, typeof trees>)
// Of what nobody said anything nobody has an opinion.
expectType<true>({} as Compatible<{ routes: {}; options: {} }, typeof v1>)
