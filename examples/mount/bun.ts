/** On Bun: `bun examples/mount/bun.ts`. */
import { todoServer } from '../todos/server.js'

/** The part of Bun that is used: its types are not installed here. */
declare const Bun: {
  serve(options: { hostname: string; port: number; fetch: (request: Request) => Promise<Response> }): { readonly port: number }
}

const handle = todoServer()
const { port } = Bun.serve({ hostname: '127.0.0.1', port: Number(process.env.PORT ?? 3000), fetch: (request) => handle(request) })
console.log(`http://127.0.0.1:${port}/todos`)
