/** What the examples of rules and docstrings take as given: the schemas of a small API, its contract and a client of it. */
import { z } from 'zod'
import { client } from '../../src/client/index.js'
import { contract, empty, get, json, post } from '../../src/index.js'

export const Todo = z.object({ id: z.uuid(), title: z.string().min(1), done: z.boolean() })
export const Todos = z.array(Todo)
export const NewTodo = Todo.omit({ id: true })
/** What a PATCH may change. */
export const Changes = NewTodo.partial()
/** Operations of a JSON Patch. */
export const Operations = z.array(z.object({ op: z.enum(['add', 'remove']), path: z.string() }))
export const Filter = z.object({ done: z.stringbool().optional() })
export const Ids = z.array(z.uuid())

export const User = z.object({ name: z.string() })
export const Order = z.object({ item: z.string(), count: z.int() })
export const Receipt = z.object({ number: z.string() })
export const Article = z.object({ title: z.string(), text: z.string() })
/** One representation of several. */
export const Variant = z.object({ type: z.string(), href: z.string() })
/** Problem details, as a schema that says nothing of their media type. */
export const Details = z.object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })
/** A text in XML. */
export const Xml = z.string()
/** A film in one piece, and parts of it in several. */
export const Film = z.file()
export const Parts = z.string()

/** A small contract. */
export const todos = contract({
  list: get('/todos', { responses: { 200: json(Todos) } }),
  read: get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: z.string() } }), 404: empty() } }),
  create: post('/todos', { body: json(NewTodo), responses: { 201: json(Todo) } }),
})
/** Its client; nobody is at home where it calls, except for one to-do. */
export const baseUrl = 'https://todos.example'
export const api = client(todos, {
  baseUrl,
  fetch: async (url) =>
    url.endsWith('/todos/7')
      ? Response.json({ id: '0190b2b0-7b5c-7000-8000-000000000007', title: 'write', done: false }, { headers: { etag: '"1"' } })
      : new Response('nobody', { status: 500 }),
})
/** An answer. */
export const answered = await api.read({ params: { id: '7' } })
/** What TanStack Query has, as far as an example goes. */
export const useQuery = <O>(options: O): O => options
export const useMutation = <O>(options: O): O => options
