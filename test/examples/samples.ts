/** What the examples of rules and docstrings take as given: the schemas of a small API. */
import { z } from 'zod'

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
