/** On Node's own server, by the adapter of Hono: `npx jiti examples/mount/node.ts`. */
import { serve } from '@hono/node-server'
import { todoServer } from '../todos/server.js'

const handle = todoServer()
serve({ fetch: (request) => handle(request), hostname: '127.0.0.1', port: Number(process.env.PORT ?? 3000) }, ({ port }) =>
  console.log(`http://127.0.0.1:${port}/todos`),
)
