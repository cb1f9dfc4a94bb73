/** Streams within content in parts: what is sent arrives, and what was a stream is sent once. */
import { openAsBlob } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { client, retry } from '../../src/client/index.js'
import { bytes, contract, empty, form, multipart, post, put } from '../../src/index.js'
import { type Loopback, loopback, type Seen } from './server.js'

const responses = { 204: empty() }
const parts = contract({
  files: put('/files', { body: multipart(z.object({ note: z.string(), file: z.array(z.instanceof(Blob)) })), responses }),
  form: put('/form', { body: multipart(z.instanceof(FormData)), responses }),
  fields: put('/fields', { body: form(z.instanceof(URLSearchParams)), responses }),
  written: put('/written', { body: bytes({ type: 'multipart/form-data; boundary=x' }), responses }),
  mixed: put('/mixed', { body: bytes({ type: 'multipart/mixed; boundary=x' }), responses }),
  once: post('/once', { body: bytes({ type: 'multipart/mixed; boundary=x' }), responses }),
})
const octets = new Uint8Array(300_000).map((_, index) => (index * 7) % 256)
const written = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n'

let server: Loopback
let folder: string
const repeated: number[] = []
const make = () =>
  client(parts, {
    baseUrl: server.baseUrl,
    retry: retry({ retries: 3, backoff: { first: 1, longest: 2 } }),
    onRetry: ({ attempt }) => repeated.push(attempt),
  })
const failing =
  (failures: number): Loopback['answer'] =>
  (response, _, count) =>
    void response.writeHead(count > failures ? 204 : 503).end()
const formOf = ({ body, headers }: Seen): Promise<FormData> =>
  new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type']! } }).formData()
/** A stream, and how much of it was taken. */
const counted = (chunks: readonly string[]) => {
  const taken: string[] = []
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = chunks[taken.length]
        if (chunk === undefined) return controller.close()
        taken.push(chunk)
        controller.enqueue(new TextEncoder().encode(chunk))
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, taken }
}

beforeAll(async () => {
  server = await loopback()
  folder = await mkdtemp(join(tmpdir(), 'statute-'))
  await writeFile(join(folder, 'a.bin'), octets)
})
beforeEach(() => {
  server.seen.length = 0
  repeated.length = 0
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

describe('a part that is a blob', () => {
  it('arrives octet by octet, streamed from its file, in every attempt', async () => {
    server.answer = failing(2)
    const file = await openAsBlob(join(folder, 'a.bin'))
    const small = new File(['é'], 'é.txt', { type: 'text/plain' })
    expect(await make().files({ body: { note: 'n', file: [file, small] } })).toMatchObject({ status: 204 })
    expect(server.seen.length).toBe(3)
    for (const seen of server.seen) {
      const form = await formOf(seen)
      const [first, second, ...others] = form.getAll('file') as File[]
      expect(others).toEqual([])
      expect(form.get('note')).toBe('n')
      expect(Buffer.from(await first!.arrayBuffer()).equals(octets)).toBe(true)
      expect([second!.name, second!.type, await second!.text()]).toEqual(['é.txt', 'text/plain', 'é'])
    }
  })
})

describe('a part that is a stream', () => {
  it('is refused by its place, before anything is sent or taken: FormData has none', async () => {
    const { stream, taken } = counted(['a'])
    await expect(make().files({ body: { note: 'n', file: [stream as never] } })).rejects.toThrow('body.file is no text, number or boolean')
    expect([server.seen.length, stream.locked, taken]).toEqual([0, false, []])
  })
})

describe('a form that is made already', () => {
  it('goes as it is, in parts or url-encoded', async () => {
    server.answer = failing(0)
    const body = new FormData()
    body.append('a', 'b')
    body.append('file', new Blob([octets]), 'a.bin')
    await make().form({ body })
    const arrived = await formOf(server.seen[0]!)
    expect(arrived.get('a')).toBe('b')
    expect(Buffer.from(await (arrived.get('file') as File).arrayBuffer()).equals(octets)).toBe(true)
    await make().fields({ body: new URLSearchParams('a=b&a=c') })
    expect(server.seen[1]!.body.toString()).toBe('a=b&a=c')
    expect(server.seen[1]!.headers['content-type']).toBe('application/x-www-form-urlencoded')
  })
})

describe('parts that are one stream', () => {
  it.each(['written', 'mixed'] as const)('arrive as they were written, under their own boundary (%s)', async (name) => {
    server.answer = failing(0)
    const { stream, taken } = counted([written.slice(0, 20), written.slice(20)])
    expect(await make()[name]({ body: stream })).toMatchObject({ status: 204 })
    expect(taken.join('')).toBe(written)
    expect(server.seen[0]!.body.toString()).toBe(written)
    expect(server.seen[0]!.headers['content-type']).toMatch(/^multipart\/(form-data|mixed); boundary=x$/)
    if (name === 'written') expect((await formOf(server.seen[0]!)).get('a')).toBe('b')
  })
  it.each(['written', 'mixed'] as const)('are sent once, whatever is asked; the same octets in a blob again (%s)', async (name) => {
    server.answer = failing(1)
    const { stream, taken } = counted([written])
    expect(await make()[name]({ body: stream, retry: 3 })).toMatchObject({ status: 'breach', code: 503 })
    expect([server.seen.length, taken.length, stream.locked]).toEqual([1, 1, true])
    server.seen.length = 0
    expect(await make()[name]({ body: new Blob([written]), retry: 3 })).toMatchObject({ status: 204 })
    expect(server.seen.map(({ body }) => body.toString())).toEqual([written, written])
  })
  it('are sent once even where repeats were asked for against the law', async () => {
    server.answer = failing(1)
    const { stream } = counted([written])
    expect(await make().once({ body: stream, unsafelyRetry: 3 })).toMatchObject({ status: 'breach', code: 503 })
    expect(server.seen.length).toBe(1)
  })
  it('that were consumed before are refused by fetch, and not tried again', async () => {
    server.answer = failing(0)
    const { stream } = counted([written])
    await make().mixed({ body: stream })
    await expect(make().mixed({ body: stream, retry: 3 })).rejects.toThrow(TypeError)
    expect([server.seen.length, repeated]).toEqual([1, []])
  })
  it('are given up with the connection', async () => {
    server.answer = (response) => void response.destroy()
    const { stream, taken } = counted([written])
    await expect(make().written({ body: stream, retry: 3 })).rejects.toThrow(TypeError)
    expect([server.seen.length, taken.length]).toEqual([1, 1])
  })
})
