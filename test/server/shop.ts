/** One node of a shop, over a Redis: started by the tests of recorded replies, as a process of its own. */
import { createServer } from 'node:http'
import KeyvRedis, { createClient } from '@keyv/redis'
import Keyv from 'keyv'
import { type IdempotencyStore, idempotency } from '../../src/server/idempotency.js'

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
const keyv = new Keyv(new KeyvRedis(url))
keyv.on('error', () => {})
const once = idempotency({ store: kind === 'keyv' ? keyv : atomic, lock: 1500 })

const server = createServer(async (request, response) => {
  try {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const content = Buffer.concat(chunks)
    const { wait = 0, item } = JSON.parse(content.toString()) as { wait?: number; item: string }
    const kept = await once(
      {
        key: request.headers['idempotency-key'] as string,
        scope: [request.method!, request.url!, request.headers.authorization ?? null],
        content,
      },
      async () => {
        const sold = await redis.incr(`sold:${item}`)
        await new Promise((resolve) => setTimeout(resolve, wait))
        return Response.json({ item, sold, by: process.pid }, { status: 201, headers: { location: `/orders/${item}` } })
      },
    )
    if (kept.kind === 'refused') response.writeHead(kept.status).end(kept.because)
    else
      response
        .writeHead(kept.reply.status, { ...Object.fromEntries(kept.reply.headers), 'x-replayed': `${kept.replayed}` })
        .end(await kept.reply.text())
  } catch (error) {
    response.writeHead(500).end(`${error}`)
  }
})
// Longer than the tests wait between two requests of a connection.
server.keepAliveTimeout = 120_000
server.listen(0, '127.0.0.1', () => console.log((server.address() as { port: number }).port))
