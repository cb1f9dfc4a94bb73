/** On Deno: `deno run --unstable-sloppy-imports --allow-net --allow-env --allow-read examples/mount/deno.ts`. */
import { todoServer } from '../todos/server.js'

/** The part of Deno that is used: its types are not installed here. */
declare const Deno: {
  readonly env: { get(name: string): string | undefined }
  serve(
    options: { hostname: string; port: number; onListen: (address: { readonly port: number }) => void },
    handler: (request: Request) => Promise<Response>,
  ): unknown
}

const handle = todoServer()
Deno.serve(
  {
    hostname: '127.0.0.1',
    port: Number(Deno.env.get('PORT') ?? 3000),
    onListen: ({ port }) => console.log(`http://127.0.0.1:${port}/todos`),
  },
  (request) => handle(request),
)
