/** What a server refuses by itself: in problem details, or as the user says it. */
import type { Sent, Served } from '../../types/server.js'
import type { Role } from '../registry/facts.js'
import type { Answers } from './answer.js'
import { unlawful } from './judge.js'
import type { Ground } from './plan.js'
import { type Fault, problemOf, problemResponse, problemType, type Reason, type Refusal, refusals } from './problem.js'
import { ViolationError } from './violation.js'

/** What is said of one refusal. */
export interface Said {
  readonly detail?: string
  readonly errors?: readonly Fault[]
  /** The fields that go out with it, whoever writes it. */
  readonly headers?: Readonly<Record<string, string>>
  /** What was thrown. */
  readonly error?: unknown
}

/** What is known of a request that is refused. */
interface Asked {
  readonly request: Request
  readonly accepted?: string | undefined
}

/** Refuses a request; never throws. */
export type Refuse = (exchange: Asked, said?: Said) => Response | Promise<Response>

/** What stands in reports for a request without a route. */
export const nowhere: Served = { method: '*', path: '*', name: ['refuse'] }

/** How the requests for one route are refused, or those for none. */
export class Refuser {
  readonly #ground: Ground
  readonly #answers: Answers
  readonly #route: Served | undefined
  readonly #role: Role | undefined
  /** The statuses that it refuses with, each with the reason and the fields that it always sends. */
  readonly #may = new Map<number, readonly [Reason, readonly string[]]>()

  constructor(ground: Ground, answers: Answers, route?: Served, role?: Role) {
    this.#ground = ground
    this.#answers = answers
    this.#route = route
    this.#role = role
  }

  /** What refuses for a reason, with fields that it always sends; `expected` where the contract lets one think of it. */
  for(reason: Reason, status: number = refusals[reason], sends: readonly string[] = [], expected = true): Refuse {
    if (expected) this.#may.set(status, [reason, sends])
    const { law, refuse } = this.#ground
    if (!refuse) return (_, said) => problemResponse(law, status, said)
    return async (exchange, said = {}) => {
      const { detail, errors = [], headers = {} } = said
      try {
        const route = this.#route
        const given = await refuse({
          status,
          reason,
          detail,
          errors,
          headers,
          error: said.error,
          request: exchange.request,
          route,
        } as Refusal)
        return await this.#written(given as Sent | Response | undefined, status, exchange, said)
      } catch (error) {
        const violation = error instanceof ViolationError
        if (violation) this.#ground.tell(error)
        else this.#ground.onError(error, this.#route)
        return violation ? problemResponse(law, refusals.failed) : problemResponse(law, status, said)
      }
    }
  }

  /** The message of what was given, with the fields that the law wants; held to the contract and the law, where somebody looks. */
  async #written(given: Sent | Response | undefined, status: number, { request, accepted }: Asked, said: Said): Promise<Response> {
    const { law, violated, lawful } = this.#ground
    const answers = this.#answers
    // One function speaks for every route: where its status is not declared, nobody reads what it says.
    const reply = given instanceof Response || (given?.status === status && !answers.of(status)) ? undefined : given
    if (reply && violated)
      await Promise.resolve()
        .then(() => answers.judge(reply, accepted))
        .catch(violated)
    // The fields of a message that was fetched cannot be changed.
    const response = reply
      ? answers.respond(reply, accepted)
      : given instanceof Response
        ? new Response(given.body, given)
        : problemResponse(law, status, said)
    for (const name in said.headers) response.headers.set(name, said.headers[name]!)
    if (violated && !reply) {
      const unlike = answers.unlike(response.status, response.headers.get('content-type') ?? '', [...response.headers.keys()])
      if (unlike) violated(new ViolationError(unlike.rule, this.#served, `refused with ${response.status}, and declares it ${unlike.how}`))
    }
    const broken = lawful && (await unlawful(law, this.#served, request, response, this.#role))
    if (broken) violated!(broken)
    return response
  }

  get #served(): Served {
    return this.#route ?? nowhere
  }

  /** Tells of what the contract declares in another format than problem details, where nobody says how it is written. */
  check(): void {
    const { law, refuse, violated } = this.#ground
    if (refuse || !violated) return
    for (const [status, [reason, sends]] of this.#may) {
      const content = problemOf(law, status, reason === 'failed' ? undefined : 'why')
      const unlike = this.#answers.unlike(status, problemType, sends, content)
      const what =
        unlike && `declares ${status} ${unlike.how}, and what serve refuses by itself is a problem: give it refuse, or declare problem()`
      if (what) violated(new ViolationError(unlike.rule, this.#served, what))
    }
  }
}
