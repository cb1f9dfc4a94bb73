/** Exhaustive matching over replies: ts-pattern's own functions, under types that stay cheap where a pattern is no more than a status. */
import { match as begin, P as patterns } from 'ts-pattern'
import type { ByStatus, ClassName, ClassPattern, Matching, WithStatus } from '../../types/match.js'

export {
  /**
   * What `.exhaustive()` and `.run()` throw for a reply that no pattern matches.
   *
   * The compiler sees to it that this happens only to a value that its type did not tell of.
   *
   * @example
   * try {
   *   match({ status: 200 }).run()
   * } catch (error) {
   *   if (error instanceof NonExhaustiveError) console.error(error.input)
   * }
   */
  NonExhaustiveError,
  /**
   * The patterns of ts-pattern: `P.union`, `P.when`, `P.select` and the rest.
   *
   * What is said of the content of a reply, and not of its status alone, is said with them.
   *
   * @example
   * match({ status: 422, body: { code: 'dup' } } as { status: 409 | 422; body: { code: string } })
   *   .with({ status: P.union(422, 409), body: { code: P.select() } }, (code) => code)
   *   .exhaustive() //=> 'dup'
   * @see https://github.com/gvergnaud/ts-pattern#patterns
   */
  P,
} from 'ts-pattern'

/**
 * Matches a reply by its status, or by anything deeper, until nothing is left.
 *
 * A status that is forgotten does not compile: `.exhaustive` then is no function, and its type names what is missing.
 *
 * @example
 * match({ status: 404, title: 'No such todo' } as { status: 200; id: string } | { status: 404; title: string })
 *   .with({ status: 200 }, ({ id }) => id)
 *   .with({ status: 404 }, ({ title }) => title)
 *   .exhaustive() //=> 'No such todo'
 * @throws NonExhaustiveError from `.exhaustive()`, for a reply that no pattern matches: one that its type did not tell of.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15
 */
export const match: <const R extends WithStatus>(reply: R) => Matching<ByStatus<R>, R['status'], never, unknown, never> = begin as never

const ofClass = <const Class extends ClassName>(range: Class): ClassPattern<Class> => {
  const matches = (value: unknown): boolean => {
    const status = typeof value === 'object' && value !== null && 'status' in value ? value.status : value
    return /^[1-5](?:\d\d|xx)$/.test(String(status)) && String(status)[0] === range[0]
  }
  return { ...patterns.when(matches), range } as never
}

/**
 * The pattern for interim replies.
 *
 * @example
 * match({ status: 103 }).with(is1xx, () => 'not yet').exhaustive() //=> 'not yet'
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.2
 */
export const is1xx: ClassPattern<'1xx'> = /* @__PURE__ */ ofClass('1xx')
/**
 * The pattern for replies that say success.
 *
 * It stands for the whole reply or for its status, and handles every status of its class that the reply can have.
 *
 * @example
 * match({ status: 204 }).with({ status: is2xx }, () => 'done').exhaustive() //=> 'done'
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.3
 */
export const is2xx: ClassPattern<'2xx'> = /* @__PURE__ */ ofClass('2xx')
/**
 * The pattern for replies that call for further action.
 *
 * @example
 * match({ status: 303 }).with(is3xx, () => 'elsewhere').exhaustive() //=> 'elsewhere'
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.4
 */
export const is3xx: ClassPattern<'3xx'> = /* @__PURE__ */ ofClass('3xx')
/**
 * The pattern for replies that lay the fault with the client.
 *
 * @example
 * match({ status: 404 }).with(is4xx, () => 'your fault').exhaustive() //=> 'your fault'
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.5
 */
export const is4xx: ClassPattern<'4xx'> = /* @__PURE__ */ ofClass('4xx')
/**
 * The pattern for replies that lay the fault with the server.
 *
 * @example
 * match({ status: '5xx', code: 507 }).with(is5xx, () => 'its fault').exhaustive() //=> 'its fault'
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-15.6
 */
export const is5xx: ClassPattern<'5xx'> = /* @__PURE__ */ ofClass('5xx')
