/** In a Hono application, beside its own routes: `npx jiti examples/mount/hono.ts`. */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { todoServer } from '../todos/server.js'

const handle = todoServer()

const app = new Hono()
app.get('/health', (context) => context.text('ok'))
app.all('/todos/*', (context) => handle(context.req.raw))

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env.PORT ?? 3000) }, ({ port }) =>
  console.log(`http://127.0.0.1:${port}/todos`),
)
