import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  type IdempotencyOptions,
  type IdempotencyStore,
  idempotency,
  type Kept,
  type Keyed,
  longestKey,
  memory,
} from '../../src/server/idempotency.js'
import { streaming } from '../../src/server/stream.js'
import { root } from '../compiler.js'

const keyed = (more: Partial<Keyed> = {}): Keyed => ({ key: '"1"', scope: ['POST', '/orders', null], content: '{"item":"tea"}', ...more })
const textOf = async (kept: Kept): Promise<unknown> =>
  kept.kind === 'refused' ? kept.status : [kept.reply.status, await kept.reply.text(), kept.replayed]
/** A handler that counts. */
const counter = (make = (count: number): Response => Response.json({ count }, { status: 201 })) => {
  const act = vi.fn(async () => make(act.mock.calls.length))
  return act
}
/** What Keyv has: no way to add. */
const plain = (): IdempotencyStore => {
  const { get, set, delete: drop } = memory()
  return {
    get: async (key) => get(key),
    set: async (key, value, milliseconds) => set(key, value, milliseconds),
    delete: async (key) => drop(key),
  }
}

describe.each([
  ['with add', memory],
  ['with what Keyv has', plain],
])('idempotency, a store %s', (_, store) => {
  const make = (options?: IdempotencyOptions) => idempotency({ store: store(), ...options })

  it('acts once and replays the reply, to the octet', async () => {
    const once = make()
    const octets = Uint8Array.from({ length: 70_000 }, () => Math.random() * 256)
    const act = counter(() => {
      const headers = new Headers({ 'content-type': 'image/png', location: '/orders/1', date: 'Sun, 06 Nov 1994 08:49:37 GMT' })
      headers.append('set-cookie', 'a=1')
      headers.append('set-cookie', 'b=2')
      return new Response(octets, { status: 201, headers })
    })
    const [first, again] = [await once(keyed(), act), await once(keyed(), act)]
    if (first.kind !== 'reply' || again.kind !== 'reply') throw new Error('refused')
    expect([first.replayed, again.replayed, act.mock.calls.length]).toEqual([false, true, 1])
    expect(Buffer.from(octets).equals(Buffer.from(await first.reply.arrayBuffer()))).toBe(true)
    expect(Buffer.from(octets).equals(Buffer.from(await again.reply.arrayBuffer()))).toBe(true)
    expect([again.reply.status, again.reply.headers.get('location'), again.reply.headers.getSetCookie()]).toEqual([
      201,
      '/orders/1',
      ['a=1', 'b=2'],
    ])
    expect(again.reply.headers.has('date'), 'the time of the first reply').toBe(false)
  })

  it('replays replies without content, and errors', async () => {
    const once = make()
    for (const [key, status] of [
      ['a', 204],
      ['b', 500],
      ['c', 409],
    ] as const) {
      const act = counter(() => new Response(null, { status }))
      await once(keyed({ key }), act)
      expect(await textOf(await once(keyed({ key }), act))).toEqual([status, '', true])
      expect(act).toHaveBeenCalledOnce()
    }
  })

  it('refuses what comes meanwhile with 409, and replays after', async () => {
    const once = make()
    let finish = (_: Response): void => {}
    const first = once(keyed(), () => new Promise((resolve) => (finish = resolve)))
    const act = counter()
    expect(await textOf(await once(keyed(), act))).toBe(409)
    await vi.waitFor(() => expect(finish.length).toBe(1))
    finish(new Response('done'))
    expect(await textOf(await first)).toEqual([200, 'done', false])
    expect(await textOf(await once(keyed(), act))).toEqual([200, 'done', true])
    expect(act).not.toHaveBeenCalled()
  })

  it('lets one of a thousand at once act', async () => {
    const once = make()
    const act = counter()
    const slow = () => new Promise<void>((resolve) => setTimeout(resolve, 200)).then(act)
    const all = await Promise.all(Array.from({ length: 1000 }, () => once(keyed(), slow)))
    expect(act).toHaveBeenCalledOnce()
    expect(all.filter(({ kind }) => kind === 'reply').map((kept) => kept.kind === 'reply' && kept.replayed)).toContain(false)
    expect(all.every((kept) => kept.kind === 'refused' || kept.replayed || kept.reply.status === 201)).toBe(true)
  })

  it('refuses other content with 422, answered or not', async () => {
    const once = make()
    let finish = (_: Response): void => {}
    const first = once(keyed(), () => new Promise((resolve) => (finish = resolve)))
    await vi.waitFor(() => expect(finish.length).toBe(1))
    expect(await textOf(await once(keyed({ content: '{}' }), counter()))).toBe(422)
    finish(new Response('done'))
    await first
    expect(await textOf(await once(keyed({ content: '{}' }), counter()))).toBe(422)
  })

  it('tells scopes apart: another method, target or client finds nothing', async () => {
    const once = make()
    const act = counter()
    const scopes = [
      ['POST', '/orders', null],
      ['PATCH', '/orders', null],
      ['POST', '/orders/1', null],
      ['POST', '/orders', 'Ann'],
      ['POST', '/orders', ''],
      ['POST', '/ord', 'ers', null],
    ]
    for (const scope of scopes) await once(keyed({ scope }), act)
    expect(act).toHaveBeenCalledTimes(scopes.length)
  })

  it('records nothing where the handler rejects, or says that nothing was done', async () => {
    const once = make({ acted: ({ status }) => status !== 503 })
    await expect(once(keyed(), () => Promise.reject(new Error('lost')))).rejects.toThrow('lost')
    expect(await textOf(await once(keyed(), async () => new Response('later', { status: 503 })))).toEqual([503, 'later', false])
    expect(await textOf(await once(keyed(), counter()))).toEqual([201, '{"count":1}', false])
  })

  it('passes on a reply that is too long, whole, and never acts again', async () => {
    const once = make({ most: 10 })
    const chunks = ['12345', '67890', 'abc', 'def']
    const act = counter(() => new Response(streaming(chunks)))
    expect(await textOf(await once(keyed(), act))).toEqual([200, chunks.join(''), false])
    expect(await textOf(await once(keyed(), act))).toBe(409)
    expect(act).toHaveBeenCalledOnce()
  })

  it('does not wait for the end of a stream of events', async () => {
    const once = make()
    const endless = new ReadableStream({ pull: () => new Promise(() => {}) })
    const kept = await once(keyed(), async () => new Response(endless, { headers: { 'content-type': 'text/event-stream' } }))
    expect(kept.kind).toBe('reply')
    expect(await textOf(await once(keyed(), counter()))).toBe(409)
  })

  it.each(['', 'a'.repeat(longestKey + 1)])('refuses a key of another length than is taken', async (key) => {
    expect(await textOf(await make()(keyed({ key }), counter()))).toBe(400)
  })

  it('forgets a reply when its time is over, and a claim whose node has died', async () => {
    const shared = store()
    const act = counter()
    const once = idempotency({ store: shared, keep: 400, lock: 400 })
    await once(keyed(), act)
    await new Promise((resolve) => setTimeout(resolve, 450))
    expect(await textOf(await once(keyed(), act))).toEqual([201, '{"count":2}', false])

    void idempotency({ store: shared, lock: 400 })(keyed({ key: 'dead' }), () => new Promise(() => {}))
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(await textOf(await once(keyed({ key: 'dead' }), act))).toBe(409)
    await new Promise((resolve) => setTimeout(resolve, 450))
    expect(await textOf(await once(keyed({ key: 'dead' }), act))).toEqual([201, '{"count":3}', false])
  })

  it('keeps no credentials and no key in the store', async () => {
    const shared = store()
    const seen: unknown[] = []
    const spied: IdempotencyStore = {
      get: (key) => shared.get(key),
      delete: (key) => shared.delete(key),
      set: (key, value, milliseconds) => {
        seen.push(key, value)
        return shared.set(key, value, milliseconds)
      },
    }
    await idempotency({ store: spied })(keyed({ key: 'the-key', scope: ['Bearer secret'] }), counter())
    expect(seen.length).toBeGreaterThan(1)
    expect(JSON.stringify(seen)).not.toMatch(/the-key|secret/)
  })
})

describe('a store that fails', () => {
  it('acts upon nothing where the store loses the claim, or cannot be reached', async () => {
    const act = counter()
    const losing: IdempotencyStore = { get: () => undefined, set: () => true, delete: () => true }
    await expect(idempotency({ store: losing })(keyed(), act)).rejects.toThrow('does not hold what it was given')
    const away = () => Promise.reject(new Error('no connection'))
    await expect(idempotency({ store: { get: away, set: away, delete: away } })(keyed(), act)).rejects.toThrow('no connection')
    expect(act).not.toHaveBeenCalled()
  })

  it('lets the reply go out where it fails afterwards, and says so', async () => {
    const { get, add, delete: drop } = memory()
    const onError = vi.fn()
    const set = () => Promise.reject(new Error('no connection'))
    const once = idempotency({ store: { get, add, set, delete: drop }, onError })
    expect(await textOf(await once(keyed(), counter()))).toEqual([201, '{"count":1}', false])
    expect(onError).toHaveBeenCalledOnce()
    expect(await textOf(await once(keyed(), counter())), 'the claim stands until its time is over').toBe(409)
  })
})

describe('memory', () => {
  it('keeps within its bounds, the oldest first', () => {
    const store = memory({ keys: 3, characters: 10 })
    for (const key of ['a', 'b', 'c', 'd']) store.set(key, key, 1000)
    expect(['a', 'b', 'c', 'd'].map((key) => store.get(key))).toEqual([undefined, 'b', 'c', 'd'])
    store.set('e', '12345678', 1000)
    expect(['b', 'c', 'd', 'e'].map((key) => store.get(key))).toEqual([undefined, 'c', 'd', '12345678'])
    store.set('e', '1', 1000)
    store.set('f', '1234567', 1000)
    expect(['c', 'd', 'e', 'f'].map((key) => store.get(key))).toEqual([undefined, 'd', '1', '1234567'])
  })

  it('holds what a hundred thousand keys leave of it', () => {
    const store = memory({ keys: 100, characters: 1e6 })
    for (let index = 0; index < 100_000; index++) store.add(`${index}`, 'x'.repeat(20_000), 60_000)
    expect([store.get('99999')?.length, store.get('99949'), store.get('0')]).toEqual([20_000, undefined, undefined])
  })
})

const found = spawnSync('redis-server', ['--version']).status === 0
if (!found) console.log('redis-server: absent, so two processes over a Redis are not shown (apt-get install redis-server)')

describe.skipIf(!found)('two processes over a Redis', () => {
  const started: ChildProcess[] = []
  const folder = mkdtempSync(path.join(tmpdir(), 'statute-redis-'))
  let redis: ChildProcess
  let url: string

  const freePort = (): Promise<number> =>
    new Promise((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as { port: number }
        server.close(() => resolve(port))
      })
    })
  const firstLine = (child: ChildProcess, pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      let said = ''
      const listen = (chunk: Buffer) => {
        said += chunk
        const [match] = pattern.exec(said) ?? []
        if (match !== undefined) resolve(match)
      }
      child.stdout!.on('data', listen)
      child.stderr!.on('data', listen)
      child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)))
    })
  const run = (command: string, args: readonly string[]): ChildProcess => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    started.push(child)
    return child
  }
  const shop = async (kind: 'keyv' | 'atomic') => {
    const child = run(process.execPath, ['node_modules/jiti/lib/jiti-cli.mjs', 'test/server/shop.ts', url, kind])
    const port = await firstLine(child, /^\d+(?=\n)/)
    const order = async (key: string, content: object, headers: Record<string, string> = {}) => {
      const [status, text, location] = await new Promise<readonly [number, string, string | undefined]>((resolve, reject) => {
        // One name for both, as behind whatever hands out the requests; fetch would say the port as well.
        const fields = { host: 'shop.example', 'content-type': 'application/json', 'idempotency-key': key, ...headers }
        const message = request({ host: '127.0.0.1', port, path: '/orders', method: 'POST', headers: fields }, (response) => {
          let said = ''
          response.setEncoding('utf8').on('data', (chunk) => (said += chunk))
          response.on('end', () => resolve([response.statusCode!, said, response.headers.location])).on('error', reject)
        })
        message.on('error', reject).end(JSON.stringify(content))
      })
      const { sold, by } = JSON.parse(text) as { sold?: number; by?: number }
      return { status, sold, by, location }
    }
    return { child, order }
  }
  type Shop = Awaited<ReturnType<typeof shop>>
  const shops = {} as Record<'keyv' | 'atomic', readonly [Shop, Shop]>

  beforeAll(async () => {
    const port = await freePort()
    url = `redis://127.0.0.1:${port}`
    redis = run('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder])
    await firstLine(redis, /Ready to accept connections/)
    for (const kind of ['keyv', 'atomic'] as const) shops[kind] = await Promise.all([shop(kind), shop(kind)])
  })
  afterAll(() => {
    for (const child of started) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  describe.each(['keyv', 'atomic'] as const)('by a store that is %s', (kind) => {
    it('what one has answered the other replays', async () => {
      const [one, other] = shops[kind]
      const first = await one.order('"1"', { item: `${kind}-tea` })
      const again = await other.order('"1"', { item: `${kind}-tea` })
      expect(first).toEqual({ status: 201, sold: 1, by: one.child.pid, location: `/orders/${kind}-tea` })
      expect(again).toEqual(first)
      // Somebody else's key is another key.
      expect(await other.order('"1"', { item: `${kind}-tea` }, { authorization: 'Ann' })).toMatchObject({ sold: 2, by: other.child.pid })
    })

    it('while one acts the other answers 409, and 422 to other content', async () => {
      const [one, other] = shops[kind]
      const first = one.order('"2"', { item: `${kind}-milk`, wait: 500 })
      await new Promise((resolve) => setTimeout(resolve, 150))
      expect((await other.order('"2"', { item: `${kind}-milk`, wait: 500 })).status).toBe(409)
      expect((await other.order('"2"', { item: `${kind}-bread` })).status).toBe(422)
      expect(await other.order('"2"', { item: `${kind}-milk`, wait: 500 })).toMatchObject({ status: 409 })
      expect(await first).toMatchObject({ status: 201, sold: 1 })
      expect(await other.order('"2"', { item: `${kind}-milk`, wait: 500 })).toEqual(await first)
    })
  })

  it('of a hundred at once on both, one acts where the store adds in one step; at most one a process where it cannot', async () => {
    const acted: Record<string, number[]> = { keyv: [], atomic: [] }
    for (const kind of ['keyv', 'atomic'] as const)
      for (let round = 0; round < 5; round++) {
        const item = `${kind}-${round}`
        const all = await Promise.all(Array.from({ length: 100 }, (_, index) => shops[kind][index % 2]!.order(`"3-${round}"`, { item })))
        acted[kind]!.push(new Set(all.flatMap(({ sold }) => sold ?? [])).size)
        expect(all.every(({ status }) => status === 201 || status === 409)).toBe(true)
      }
    console.log(
      `100 requests at once with one key, on two processes, five times. Acted upon: by Keyv ${acted.keyv}; by SET NX ${acted.atomic}`,
    )
    expect(acted.atomic).toEqual(Array(5).fill(1))
    expect(acted.keyv!.every((count) => count === 1 || count === 2)).toBe(true)
  })

  it('a claim outlives the process that made it no longer than its lock', async () => {
    const [, other] = shops.atomic
    const dying = await shop('atomic')
    const lost = dying.order('"4"', { item: 'eggs', wait: 60_000 }).catch(() => 'lost')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect((await other.order('"4"', { item: 'eggs', wait: 60_000 })).status).toBe(409)
    dying.child.kill('SIGKILL')
    expect(await lost).toBe('lost')
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(await other.order('"4"', { item: 'eggs' })).toMatchObject({ status: 201, sold: 2, by: other.child.pid })
  })

  it('without the Redis nothing is acted upon', async () => {
    redis.kill('SIGKILL')
    await new Promise((resolve) => redis.once('exit', resolve))
    const answers = await Promise.race([
      shops.keyv[0].order('"5"', { item: 'tea' }).then(({ status }) => status),
      new Promise((resolve) => setTimeout(() => resolve('waits'), 5000)),
    ])
    expect([500, 'waits']).toContain(answers)
  })
})
