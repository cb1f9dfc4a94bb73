/** Laws of one's own are held to the same law. */
import { defineRegistry, empty, json, rfc9110 } from 'statute'
import { z } from 'zod'

const Order = z.object({ id: z.string() })

const strict = defineRegistry({ extends: rfc9110, strict: true })

export const orders = strict.contract({
  place: strict.post('/orders', {
    body: json(Order),
    // ✗ 201 Created to POST should send Location (RFC 9110 §9.3.3): add headers: { location: … } [post-created-location]
    responses: { 201: json(Order) },
  }),
})

const ours = defineRegistry({
  extends: rfc9110,
  methods: { PURGE: { cite: 'ACME §3.1', safe: false, idempotent: true, content: 'never', purpose: 'Drops what is stored.' } },
  statuses: {
    299: { phrase: 'Stale', class: 'successful', cite: 'ACME §4.2', requires: { age: 'field-required' }, purpose: 'Old, and known to be.' },
  },
})

export const cache = ours.contract({
  drop: ours.route('PURGE', '/pages/:name', {
    // ✗ PURGE requests carry no content (ACME §3.1): remove body [method-content-never]
    body: json(Order),
    responses: {
      204: empty(),
      // ✗ 299 Stale must send age (ACME §4.2): add headers: { 'age': … } [field-required]
      299: json(Order),
    },
  }),
})

export const silent = defineRegistry({
  extends: rfc9110,
  // A row that is held already says where it departs, and why.
  // ✗ TS2322: Type '{ idempotent: true; }' is not assignable to type '{ readonly idempotent: true; } & { readonly departs: string; } & {}'.
  //   Property 'departs' is missing in type '{ idempotent: true; }' but required in type '{ readonly departs: string; }'.
  methods: { PATCH: { idempotent: true } },
})
