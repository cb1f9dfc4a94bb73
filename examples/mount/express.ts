/** In an Express 5 application, beside its own routes: `npx jiti examples/mount/express.ts`. */
import { getRequestListener } from '@hono/node-server'
import express from 'express'
import { todoServer } from '../todos/server.js'

const handle = todoServer()
const listener = getRequestListener((request) => handle(request))

const app = express()
app.disable('x-powered-by')
app.get('/health', (_, response) => {
  response.send('ok')
})
// Before any parser of bodies: what one has read is gone. Not under app.use('/todos'), which would cut the path.
app.all(/^\/todos(\/|$)/, (request, response) => listener(request, response))

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  const { port } = server.address() as { port: number }
  console.log(`http://127.0.0.1:${port}/todos`)
})
