/** The law that everything else starts from: what IANA has registered, with the RFCs' own verdicts. */
import type { Law } from './facts.js'
import { type Fields, fields } from './fields.js'
import { type Methods, methods } from './methods.js'
import { type Statuses, statuses } from './statuses.js'

/** The type of `rfc9110`: an interface, so that other types print its name and not its rows. */
export interface Rfc9110 extends Law {
  readonly name: 'RFC 9110'
  readonly methods: Methods
  readonly statuses: Statuses
  readonly fields: Fields
  readonly strict: false
}

/**
 * HTTP as registered: all methods, all status codes, and the header fields that rules name.
 *
 * The default law of every contract and document. Extend it with `extendLaw`.
 *
 * @example rfc9110.statuses[204].content //=> 'never'
 * @see {@link https://www.rfc-editor.org/rfc/rfc9110 | RFC 9110}
 */
export const rfc9110: Rfc9110 = { name: 'RFC 9110', methods, statuses, fields, strict: false }
