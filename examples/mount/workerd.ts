/** On workerd, or Cloudflare Workers: the module is the server. `node test/runtimes/server.mjs workerd` bundles it and starts it. */
import { todoServer } from '../todos/server.js'

const handle = todoServer()

export default {
  fetch: (request: Request): Promise<Response> => handle(request),
}
