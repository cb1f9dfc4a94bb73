/** A server whose handlers wait until they are let go, and that counts what it holds: for `crowd.test.ts`, in a process of its own. */
import type { Server } from 'node:http'
import { serve as listen } from '@hono/node-server'
import { bytes, contract, get, json, post, text } from 'statute'
import { reply, serve, sse } from 'statute/server'
import { z } from 'zod'

const Count = z.object({ n: z.number() })
const crowd = contract({
  wait: post('/wait', { body: json(Count), responses: { 200: json(Count) } }),
  events: get('/events', { responses: { 200: bytes({ type: 'text/event-stream' }) } }),
  go: post('/go', { responses: { 200: text() } }),
  held: get('/held', { responses: { 200: json(z.record(z.string(), z.number())) } }),
})

let handlers = 0
let streams = 0
let aborted = 0
const waiting = new Set<() => void>()
/** Until somebody lets all of them go, or the client has gone. */
const turn = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      waiting.delete(go)
      signal.removeEventListener('abort', go)
      resolve()
    }
    waiting.add(go)
    signal.addEventListener('abort', go)
  })
async function* events(signal: AbortSignal) {
  streams++
  try {
    yield { data: 'first' }
    await turn(signal)
    yield { data: 'last' }
  } finally {
    streams--
  }
}

const handle = serve(
  crowd,
  {
    wait: async ({ body, request }) => {
      handlers++
      try {
        await turn(request.signal)
        if (request.signal.aborted) aborted++
        return reply(200, body)
      } finally {
        handlers--
      }
    },
    events: ({ request }) => reply(200, sse(events(request.signal))),
    go: () => {
      for (const go of waiting) go()
      return reply(200, 'go')
    },
    held: async () => {
      ;(globalThis as { gc?: () => void }).gc?.()
      const connections = await new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)))
      return reply(200, { handlers, streams, aborted, waiting: waiting.size, connections, heap: process.memoryUsage().heapUsed / 2 ** 20 })
    },
  },
  { judge: 'off' },
)

const server = listen({ fetch: (request) => handle(request), hostname: '127.0.0.1', port: 0 }, ({ port }) =>
  console.log(`http://127.0.0.1:${port}`),
) as Server
