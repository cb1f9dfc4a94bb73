/** The law of the article that this project began with: RFC 9110, but for PATCH. */
import { extendLaw } from './define.js'
import { text } from './facts.js'
import { rfc9110 } from './rfc9110.js'

/**
 * RFC 9110 with PATCH counted as idempotent, for those who follow the article to the letter.
 *
 * It is named and never the default, and every message that rests on the row says so.
 *
 * @example toolkit(article).isIdempotent('PATCH') //=> true
 * @see {@link https://www.rfc-editor.org/rfc/rfc5789#section-2 | RFC 5789 §2}
 */
export const article = /* @__PURE__ */ extendLaw({
  extends: rfc9110,
  name: 'article',
  methods: {
    PATCH: {
      idempotent: true,
      departs: /* @__PURE__ */ text('The registry article counts PATCH as idempotent, although RFC 5789 §2 and IANA do not.'),
    },
  },
})
