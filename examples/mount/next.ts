/** In a Next.js application, as `app/todos/[[...rest]]/route.ts`: one function for every method. */
import { todoServer } from '../todos/server.js'

const handle = todoServer()

// Next gives the parameters of its own path as well; the contract has read the path already.
const route = (request: Request): Promise<Response> => handle(request)

export { route as DELETE, route as GET, route as HEAD, route as OPTIONS, route as PATCH, route as POST, route as PUT }
