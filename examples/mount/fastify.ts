/** In a Fastify 5 application, beside its own routes: `npx jiti examples/mount/fastify.ts`. */
import { getRequestListener } from '@hono/node-server'
import { fastify } from 'fastify'
import { todoServer } from '../todos/server.js'

const handle = todoServer()
const listener = getRequestListener((request) => handle(request))

const app = fastify()
app.get('/health', async () => 'ok')
app.register(async (todos) => {
  // Content is left unread, for the server to read within its own limits.
  todos.removeAllContentTypeParsers()
  todos.addContentTypeParser('*', (_request, _content, done) => done(null))
  todos.all('/todos', (request, reply) => {
    reply.hijack()
    return listener(request.raw, reply.raw)
  })
  todos.all('/todos/*', (request, reply) => {
    reply.hijack()
    return listener(request.raw, reply.raw)
  })
})

await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT ?? 3000) })
const { port } = app.server.address() as { port: number }
console.log(`http://127.0.0.1:${port}/todos`)
