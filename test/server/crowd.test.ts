/** Ten thousand requests at once over real connections, most of which go away: nothing of them is kept. */
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Mounted, mount } from '../adapters/mount.js'

let mounted: Mounted
beforeAll(async () => {
  mounted = await mount(process.execPath, ['--expose-gc', 'node_modules/jiti/lib/jiti-cli.mjs', 'test/server/crowd.ts'])
})
afterAll(() => mounted?.stop())

interface Held {
  readonly handlers: number
  readonly streams: number
  readonly aborted: number
  readonly waiting: number
  readonly connections: number
  readonly heap: number
}
const held = async (): Promise<Held> =>
  (await fetch(`${mounted.baseUrl}/held`, { headers: { connection: 'close' } })).json() as Promise<Held>
/** Asks until it is so, or for half a minute; gives what was last held. */
const until = async (so: (now: Held) => boolean): Promise<Held> => {
  const end = performance.now() + 30_000
  for (;;) {
    const now = await held()
    if (so(now) || performance.now() > end) return now
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const requests = 10_000
/** Of five requests two are waited for; of the others one goes away while it is handled, one in the middle of its content, one in a stream. */
const kinds = ['stays', 'stays', 'leaves', 'breaks', 'streams'] as const
type Kind = (typeof kinds)[number]
const messageOf = (kind: Kind, n: number): string => {
  if (kind === 'streams') return 'GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n'
  const content = JSON.stringify({ n })
  const head = `POST /wait HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${content.length}\r\nConnection: close\r\n\r\n`
  return head + (kind === 'breaks' ? content.slice(0, -1) : content)
}
/** The limit on open files is that of each process; half of it is left to the rest. */
const most = (): number => {
  const { soft } = (process.report.getReport() as unknown as { userLimits: { open_files: { soft: number | string } } }).userLimits
    .open_files
  return Math.min(requests, typeof soft === 'number' ? Math.floor(soft / 2) : requests)
}

interface Guest {
  readonly kind: Kind
  readonly n: number
  readonly socket: Socket
  readonly over: Promise<string>
}
const arrive = (n: number): Promise<Guest> =>
  new Promise((resolve, reject) => {
    const kind = kinds[n % kinds.length]!
    let answer = ''
    const socket = connect(Number(new URL(mounted.baseUrl).port), '127.0.0.1')
    const over = new Promise<string>((ended) => socket.setEncoding('latin1').on('close', () => ended(answer)))
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.once('error', reject)
    socket.once('connect', () => socket.write(messageOf(kind, n), () => resolve({ kind, n, socket, over })))
  })

/** A wave of requests, all there before the first of them is answered. */
const wave = async (size: number): Promise<Held> => {
  const before = await held()
  const guests: Guest[] = []
  // No more at a time than the system lets wait for a connection.
  for (let n = 0; n < size; n += 200)
    guests.push(...(await Promise.all(Array.from({ length: Math.min(200, size - n) }, (_, i) => arrive(n + i)))))
  const of = (...which: Kind[]) => guests.filter(({ kind }) => which.includes(kind))
  const there = await until(({ handlers, streams }) => handlers === of('stays', 'leaves').length && streams === of('streams').length)
  expect(there).toMatchObject({ handlers: of('stays', 'leaves').length, streams: of('streams').length })
  expect(there.connections).toBeGreaterThanOrEqual(size)

  for (const { socket } of of('leaves', 'breaks', 'streams')) socket.destroy()
  const left = await until(
    ({ handlers, streams, connections }) => handlers === of('stays').length && streams === 0 && connections <= handlers + 1,
  )
  expect(left).toMatchObject({ handlers: of('stays').length, streams: 0, waiting: of('stays').length })
  expect(left.aborted - before.aborted).toBe(of('leaves').length)

  await fetch(`${mounted.baseUrl}/go`, { method: 'POST', headers: { connection: 'close' } })
  for (const { n, over } of of('stays')) {
    const answer = await over
    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
    expect(answer.endsWith(JSON.stringify({ n }))).toBe(true)
  }
  await Promise.all(guests.map(({ over }) => over))
  // The connection that asks is the one that is left.
  const after = await until(({ connections }) => connections <= 1)
  expect(after).toMatchObject({ handlers: 0, streams: 0, waiting: 0 })
  expect(after.connections).toBeLessThanOrEqual(1)
  return after
}

it('ten thousand at once are answered or aborted, and leave nothing behind', async () => {
  const size = most()
  const heaps: number[] = []
  const start = performance.now()
  // What a server grows to once is no leak.
  const { heap } = await wave(1000)
  for (let done = 0; done < requests; done += size) heaps.push((await wave(size)).heap)
  const seconds = (performance.now() - start) / 1000
  console.log(
    `${requests} requests, ${size} at once, in ${seconds.toFixed(1)} s: heap of the server ${[heap, ...heaps].map((each) => each.toFixed(1)).join(', then ')} MiB`,
  )
  expect(heaps.at(-1)! - heap).toBeLessThan(20)
  expect(mounted.said(), 'nothing is reported as an error of the server').toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/)
}, 120_000)
