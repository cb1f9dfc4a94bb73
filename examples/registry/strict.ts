/** RFC 9110 where `should` refuses too: what `statute check` reports elsewhere does not compile here. */
import { defineRegistry, json, problem, rfc9110 } from 'statute'
import { z } from 'zod'

const { contract, post } = defineRegistry({ extends: rfc9110, name: 'RFC 9110, strictly', strict: true })

const Order = z.object({ id: z.string(), total: z.number() })

export const orders = contract({
  // Without `location` this 201 would not compile; under the default law it would only be reported.
  place: post('/orders', {
    body: json(Order),
    responses: { 201: json(Order, { headers: { location: z.string() } }), 422: problem() },
  }),
})
