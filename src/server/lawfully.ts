/** What goes out, held to the law before it does. */
import type { Served } from '../../types/server.js'
import type { Law, Role } from '../registry/facts.js'
import { judge } from './judge.js'
import { ViolationError } from './violation.js'

/** The rule of the law that a response breaks by itself, as an error; `undefined` where it breaks none. */
export const unlawful = async (
  law: Law,
  served: Served,
  request: Request,
  response: Response,
  role?: Role,
): Promise<ViolationError | undefined> => {
  // The content of what is answered with fields alone is taken away at the end.
  const silent = law.methods[request.method]?.answers === 'fields'
  const findings = await judge(request, silent ? new Response(null, response) : response, { law, ...(role && { role }) })
  // What is wrong with the request is not the handler's doing.
  const broken = findings.find(({ level, pointer }) => level === 'must' && pointer[0] === 'response')
  return broken && new ViolationError(broken.rule, served, `answered ${response.status}: ${broken.message}`)
}
