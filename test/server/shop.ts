/** One node of a shop, over a Redis: started by the tests of recorded replies, as a process of its own. */
import { serve as listen } from '@hono/node-server'
import KeyvRedis, { createClient } from '@keyv/redis'
import Keyv from 'keyv'
import { contract, json, post, problem } from 'statute'
import { type IdempotencyStore, reply, serve } from 'statute/server'
import { z } from 'zod'

const [url, kind] = process.argv.slice(2) as [string, 'keyv' | 'atomic']
const redis = createClient({ url })
redis.on('error', () => {})
await redis.connect()

/** Redis as it is, for a set that is one step. */
const atomic: IdempotencyStore = {
  get: (key) => redis.get(key),
  set: (key, value, milliseconds) => redis.set(key, value, { PX: milliseconds }),
  delete: (key) => redis.del(key),
  add: async (key, value, milliseconds) => (await redis.set(key, value, { NX: true, PX: milliseconds })) === 'OK',
}
const keyv = new Keyv(new KeyvRedis(url), { throwOnErrors: true })
keyv.on('error', () => {})

const shop = contract({
  order: post('/orders', {
    headers: { 'idempotency-key': z.string() },
    body: json(z.object({ item: z.string(), wait: z.number().optional() })),
    responses: {
      201: json(z.object({ item: z.string(), sold: z.number(), by: z.number() }), { headers: { location: z.string() } }),
      400: problem(),
      409: problem(),
      422: problem(),
      500: problem(),
    },
  }),
})
const handle = serve(
  shop,
  {
    order: async ({ body: { item, wait = 0 } }) => {
      const sold = await redis.incr(`sold:${item}`)
      await new Promise((resolve) => setTimeout(resolve, wait))
      return reply(201, { item, sold, by: process.pid }, { location: `/orders/${item}` })
    },
  },
  { idempotency: { store: kind === 'keyv' ? keyv : atomic, lock: 1500 }, onError: () => {} },
)

const server = listen({ fetch: (request) => handle(request), hostname: '127.0.0.1', port: 0 }, ({ port }) => console.log(port))
// Longer than the tests wait between two requests of a connection.
Object.assign(server, { keepAliveTimeout: 120_000 })
