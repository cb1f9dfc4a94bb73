/** The API of `contract.ts`, served: to-dos in memory, as one function from a Request to its Response. */
import { reply, serve } from 'statute/server'
import { todos } from './contract.js'

interface Todo {
  readonly id: string
  readonly title: string
  readonly done: boolean
}
/** A to-do with its version: each change counts on, so that a validator says which one it is. */
interface Stored {
  readonly todo: Todo
  readonly version: number
}

/** A server with to-dos of its own. */
export const todoServer = (): ((request: Request) => Promise<Response>) => {
  const stored = new Map<string, Stored>()
  const tagOf = ({ version }: Stored): string => `"${version}"`
  let versions = 0
  const store = (todo: Todo): Stored => {
    const next = { todo, version: ++versions }
    stored.set(todo.id, next)
    return next
  }
  const missing = reply(404, { title: 'There is no such to-do.' })

  return serve(todos, {
    list: ({ query }) =>
      reply(
        200,
        [...stored.values()].map(({ todo }) => todo).filter(({ done }) => query.done === undefined || done === query.done),
      ),
    create: ({ body }) => {
      const { todo } = store({ id: crypto.randomUUID(), ...body })
      return reply(201, todo, { location: `/todos/${todo.id}` })
    },
    read: ({ params }) => {
      const found = stored.get(params.id)
      return found ? reply(200, found.todo, { etag: tagOf(found) }) : missing
    },
    replace: {
      // Asked before anything is replaced: an If-Match that does not hold is answered by 412.
      current: ({ params }) => {
        const found = stored.get(params.id)
        return found && { etag: tagOf(found) }
      },
      handle: ({ params, body }) => {
        const status = stored.has(params.id) ? 200 : 201
        return reply(status, store({ ...body, id: params.id }).todo)
      },
    },
    rename: ({ params, body }) => {
      const found = stored.get(params.id)
      return found ? reply(200, store({ ...found.todo, ...body }).todo) : missing
    },
    remove: ({ params }) => (stored.delete(params.id) ? reply(204) : missing),
  })
}
