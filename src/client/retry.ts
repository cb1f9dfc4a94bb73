/** Trying again, where the law allows it: a request that may be repeated without a second effect. */
import type { IdempotentMethod } from '../../types/brands.js'
import type { Attempt, Retrying, RetryPolicy } from '../../types/client.js'
import type { Law, Rules } from '../../types/law.js'

type Rule = Rules['no-auto-retry-non-idempotent']
/** The rule's own words; the compiler compares them. */
const words: `${Rule['words']} (${Rule['cite']}): ${Rule['fix']} [${Rule['id']}]` =
  '<method> is not idempotent and should not be retried (RFC 9110 §9.2.2): drop retry, or declare idempotent with its basis [no-auto-retry-non-idempotent]'

/** Column `idempotent`, held to the registry by the compiler. */
const idempotent: Readonly<Record<string, unknown>> = {
  ACL: 1,
  'BASELINE-CONTROL': 1,
  BIND: 1,
  CHECKIN: 1,
  CHECKOUT: 1,
  COPY: 1,
  DELETE: 1,
  GET: 1,
  HEAD: 1,
  LABEL: 1,
  LINK: 1,
  MERGE: 1,
  MKACTIVITY: 1,
  MKCALENDAR: 1,
  MKCOL: 1,
  MKREDIRECTREF: 1,
  MKWORKSPACE: 1,
  MOVE: 1,
  OPTIONS: 1,
  ORDERPATCH: 1,
  PROPFIND: 1,
  PROPPATCH: 1,
  PUT: 1,
  QUERY: 1,
  REBIND: 1,
  REPORT: 1,
  SEARCH: 1,
  TRACE: 1,
  UNBIND: 1,
  UNCHECKOUT: 1,
  UNLINK: 1,
  UNLOCK: 1,
  UPDATE: 1,
  UPDATEREDIRECTREF: 1,
  'VERSION-CONTROL': 1,
} satisfies Record<IdempotentMethod, 1>

const isIdempotent = (method: string, law: Law | undefined): boolean =>
  law ? law.methods[method]?.idempotent === true : Object.hasOwn(idempotent, method)

/** Failures that pass: the request was not understood as final by anybody. A 500 is a choice of the caller's. */
const passing = [408, 425, 429, 502, 503, 504]
const failing = 500

/**
 * Milliseconds that a Retry-After asks for, in seconds or until a date; `undefined` when it says neither.
 *
 * @example retryAfter('120') //=> 120000
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export const retryAfter = (value: string | null, now: number = Date.now()): number | undefined => {
  if (value === null) return undefined
  if (/^\d+$/.test(value)) return Number(value) * 1000
  // A date begins with the name of its day; Date.parse takes much that HTTP does not.
  const date = /^[A-Z][a-z]{2,8},? /.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

const wait = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      reject(signal!.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', end)
      resolve()
    }, milliseconds)
    if (signal?.aborted) end()
    else signal?.addEventListener('abort', end, { once: true })
  })

/** What a retried call has ended with: nobody tries that again. */
const spent = new WeakSet<object>()

/**
 * Retries for a client: lost connections, and failures that pass (408, 425, 429, 502, 503, 504).
 *
 * Only routes that may be repeated are: by their method, by a claim with its basis, by an Idempotency-Key, which is made once per
 * call, or by an If-Match. Retry-After is honoured, waits are random, content that was a stream is never sent twice.
 *
 * @example const api = client(todos, { baseUrl, retry: retry({ retries: 3, deadline: 10_000 }) })
 * @throws TypeError when a call asks for retries that the law advises against, and the compiler was not asked.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2
 */
export const retry =
  (policy: RetryPolicy = {}): Retrying =>
  async (send, { route, law, headers, input, body, signal, about, onRetry }) => {
    const spec = route.spec as unknown as { idempotent?: unknown; headers?: Record<string, unknown> }
    const keyed = Object.hasOwn(spec.headers ?? {}, 'idempotency-key')
    if (keyed && !headers['idempotency-key']) headers['idempotency-key'] = `"${crypto.randomUUID()}"`

    const asked = input.unsafelyRetry ?? input.retry
    const allowed = isIdempotent(route.method, law) || typeof spec.idempotent === 'string' || keyed || 'if-match' in headers
    if (input.retry && !allowed) throw new TypeError(words.replace('<method>', route.method))
    const {
      retries = 2,
      deadline,
      serverErrors,
      maxRetryAfter = 30_000,
      backoff,
    }: RetryPolicy = {
      ...policy,
      ...(typeof asked === 'number' ? { retries: asked } : (asked as RetryPolicy | undefined)),
    }
    const most = asked === false || body instanceof ReadableStream || !(allowed || input.unsafelyRetry) ? 0 : retries
    const end = deadline === undefined ? Number.POSITIVE_INFINITY : Date.now() + deadline
    const until = deadline === undefined ? signal : AbortSignal.any([AbortSignal.timeout(deadline), ...(signal ? [signal] : [])])
    const passes = (status: number) => passing.includes(status) || (serverErrors === true && status === failing)

    for (let attempt = 1; ; attempt++) {
      let delay = Math.random() * Math.min(backoff?.longest ?? 10_000, (backoff?.first ?? 300) * 2 ** (attempt - 1))
      let why: Attempt['cause']
      try {
        const outcome = await send(until)
        const { response } = outcome
        const asks = retryAfter(response.headers.get('retry-after'))
        delay = asks ?? delay
        if (
          !passes(response.status) ||
          attempt > most ||
          spent.has(response) ||
          delay > (asks === undefined ? delay : maxRetryAfter) ||
          Date.now() + delay > end
        ) {
          if (passes(response.status) && attempt > 1) spent.add(response)
          return outcome
        }
        response.body?.cancel().catch(() => {})
        why = { response }
      } catch (error) {
        const known = typeof error === 'object' && error !== null
        if (until?.aborted || attempt > most || (known && spent.has(error)) || Date.now() + delay > end) {
          if (known && attempt > 1) spent.add(error)
          throw error
        }
        why = { error }
      }
      onRetry?.({ attempt, delay, cause: why }, about)
      await wait(delay, until)
    }
  }
