/** The API with its page, on http://127.0.0.1:3000 unless PORT says otherwise: `npm run demo`. */
import { readFile } from 'node:fs/promises'
import { serve } from '@hono/node-server'
import { rolldown } from 'rolldown'
import { todoServer } from './server.js'

const here = (file: string): string => new URL(file, import.meta.url).pathname

const bundle = await rolldown({ input: here('page.ts'), platform: 'browser', logLevel: 'silent' })
const { output } = await bundle.generate({ format: 'esm', minify: true })

const policy = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; img-src data:"
const pages: Readonly<Record<string, { readonly type: string; readonly text: string }>> = {
  '/': { type: 'text/html;charset=utf-8', text: await readFile(here('page.html'), 'utf8') },
  '/page.js': { type: 'text/javascript;charset=utf-8', text: output[0].code },
}

const handle = todoServer()
const fetch = (request: Request): Response | Promise<Response> => {
  const page = pages[new URL(request.url).pathname]
  return page && request.method === 'GET'
    ? new Response(page.text, { headers: { 'content-type': page.type, 'content-security-policy': policy } })
    : handle(request)
}

for (const title of ['read RFC 9110', 'declare a contract', 'serve it', 'call it'])
  await handle(
    new Request('http://localhost/todos', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title, done: title.startsWith('read') }),
    }),
  )

const server = serve({ fetch, hostname: '127.0.0.1', port: Number(process.env.PORT ?? 3000) }, ({ port }) =>
  console.log(`http://127.0.0.1:${port}/`),
)
server.on('error', (error) => {
  console.error(`${error.message}: another port? PORT=3001 npm run demo`)
  process.exit(1)
})
