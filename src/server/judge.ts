/** One exchange, judged by the law. */
import type { Served } from '../../types/server.js'
import type { Law, Role } from '../registry/facts.js'
import type { Finding } from '../rules/finding.js'
import type { RequestParts, ResponseParts } from './exchange.js'
import type { JudgeOptions } from './verdict.js'
import { ViolationError } from './violation.js'

/** The rules are many files: they are loaded by the first exchange that is judged. */
let loading: Promise<typeof import('./verdict.js')> | undefined

/**
 * Judges a request with its response by every rule that one exchange can show.
 *
 * The compiler sees what is declared, and this what was sent: a handler that forgets WWW-Authenticate, an ETag without quotes, a
 * 304 that nobody asked for. Bodies are never read; give `content` where its octets are to be judged too.
 *
 * @example
 * const request = new Request('https://todos.example/todos/7')
 * const [finding] = await judge(request, new Response(null, { status: 401 }))
 * return [finding?.rule, 'www-authenticate-401']
 * @throws TypeError for a request without a method, a response without a status, or a route that the contract does not have.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-2.2
 */
export const judge = async (
  request: Request | RequestParts,
  response: Response | ResponseParts,
  options: JudgeOptions = {},
): Promise<readonly Finding[]> => {
  loading ??= import('./verdict.js')
  return (await loading).verdict(request, response, options)
}

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
