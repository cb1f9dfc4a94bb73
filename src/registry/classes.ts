/** The five classes of status codes: what holds for a whole class holds for a range such as `1xx` too. */
import type { ClassFacts } from './facts.js'

/** Rows of the classes, by the range key that a contract writes. */
export const classes = {
  /** Interim: the request was received, the final response is yet to come (RFC 9110 §15.2). */
  '1xx': { name: 'informational', cite: 'RFC 9110 §15.2', content: 'never', contentRule: 'no-content-1xx' },
  /** The request was received, understood and accepted (RFC 9110 §15.3). */
  '2xx': { name: 'successful', cite: 'RFC 9110 §15.3', content: 'may' },
  /** Further action is needed to complete the request (RFC 9110 §15.4). */
  '3xx': { name: 'redirection', cite: 'RFC 9110 §15.4', content: 'may' },
  /** The client seems to have erred (RFC 9110 §15.5). */
  '4xx': { name: 'client error', cite: 'RFC 9110 §15.5', content: 'may' },
  /** The server knows that it has erred, or cannot do what was asked (RFC 9110 §15.6). */
  '5xx': { name: 'server error', cite: 'RFC 9110 §15.6', content: 'may' },
} as const satisfies Record<string, ClassFacts>
