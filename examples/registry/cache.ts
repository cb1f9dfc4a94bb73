/** A law of one's own: a method and a status that IANA does not know, held to everything else that it does. */
import { defineRegistry, empty, json, problem, rfc9110 } from 'statute'
import { z } from 'zod'

/** Rows are validated here, when the module is loaded: a row that breaks the law throws and says which. */
const { contract, get, method } = defineRegistry({
  extends: rfc9110,
  name: 'our cache',
  methods: {
    PURGE: {
      cite: 'ACME §3.1',
      safe: false,
      idempotent: true,
      content: 'never',
      purpose: 'Drops what the cache has stored for the target.',
    },
  },
  statuses: {
    299: {
      phrase: 'Stale And Known To Be',
      class: 'successful',
      cite: 'ACME §4.2',
      // The row refuses: a 299 without `age` does not compile, in the words of the rule `field-required`.
      requires: { age: 'field-required' },
      purpose: 'The answer is older than it should be, and still the best there is.',
    },
  },
})

const purge = method('PURGE')

const Page = z.object({ url: z.url(), html: z.string() })

export const cache = contract({
  page: get('/pages/:name', {
    responses: { 200: json(Page), 299: json(Page, { headers: { age: z.string() } }), 404: problem() },
  }),
  drop: purge('/pages/:name', { responses: { 204: empty(), 404: problem() } }),
})
