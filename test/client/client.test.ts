/** The client against a real server on loopback: replies, breaches, what is sent, and servers that behave badly. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { BreachError, client, lifecycle, mutationOptions, queryOptions } from '../../src/client/index.js'
import { jsonly, type Loopback, loopback } from './server.js'
import { todos } from './todos.js'

const todo = { id: '7', title: 'write', done: false }
let server: Loopback
const make = () => client(todos, { baseUrl: server.baseUrl })
let api: ReturnType<typeof make>
beforeAll(async () => {
  server = await loopback()
  api = make()
})
beforeEach(() => {
  server.seen.length = 0
})
afterAll(() => server[Symbol.asyncDispose]())
const sent = () => server.seen.at(-1)!

describe('a reply', () => {
  it('is told apart by its status, with content and fields decoded', async () => {
    server.answer = jsonly(200, todo, { etag: '"1"' })
    const reply = await api.read({ params: { id: '7' } })
    expect(reply).toMatchObject({ status: 200, ok: true, body: todo, headers: { etag: '"1"' } })
    expect(reply).not.toHaveProperty('code')
    server.answer = jsonly(404, { title: 'no such todo' }, {}, 'application/problem+json')
    expect(await api.read({ params: { id: '8' } })).toMatchObject({ status: 404, ok: false, body: { title: 'no such todo' }, headers: {} })
  })

  it('takes what is common to the contract', async () => {
    server.answer = jsonly(401, { title: 'who' }, { 'www-authenticate': 'Basic' }, 'application/problem+json; charset=utf-8')
    expect(await api.list()).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Basic' }, body: { title: 'who' } })
  })

  it('keeps a range as its status, with the number in code', async () => {
    server.answer = jsonly(418, { title: 'tea' }, {}, 'application/problem+json')
    expect(await api.ranged()).toMatchObject({ status: '4xx', code: 418, ok: false, body: { title: 'tea' } })
    server.answer = (response) => void response.writeHead(299).end()
    expect(await api.ranged()).toMatchObject({ status: 'default', code: 299, ok: true, body: undefined })
  })

  it('has no content where there is none', async () => {
    server.answer = (response) => void response.writeHead(204).end()
    expect(await api.remove({ params: { id: '7' } })).toMatchObject({ status: 204, body: undefined })
    server.answer = (response) => void response.writeHead(200, { etag: '"1"', 'content-length': '999' }).end()
    const peeked = await api.peek({ params: { id: '7' } })
    expect(peeked).toMatchObject({ status: 200, body: undefined, headers: { etag: '"1"' } })
    expect(peeked.response.bodyUsed).toBe(false)
  })

  it('says which of several media types came', async () => {
    server.answer = jsonly(200, 'x', {}, 'text/csv')
    expect(await api.files.either()).toMatchObject({ status: 200, type: 'text/csv', body: '"x"' })
    server.answer = jsonly(200, todo)
    expect(await api.files.either()).toMatchObject({ status: 200, type: 'application/json', body: todo })
    expect(sent().headers.accept).toBe('application/json, text/csv, application/problem+json')
  })

  it('is a redirect as it was declared, not what it leads to', async () => {
    server.answer = (response) => void response.writeHead(302, { location: '/todos/7' }).end()
    expect(await api.moved()).toMatchObject({ status: 302, headers: { location: '/todos/7' } })
    expect(server.seen.length).toBe(1)
  })

  it('is followed where no redirect was declared', async () => {
    server.answer = (response, { url }, count) =>
      count === 1
        ? void response.writeHead(307, { location: '/elsewhere' }).end()
        : jsonly(200, [{ ...todo, title: url }])(response, sent(), count)
    expect(await api.list()).toMatchObject({ status: 200, body: [{ title: '/elsewhere' }] })
  })

  it('carries octets as they are', async () => {
    server.answer = (response) => void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(Buffer.from([0, 255, 1]))
    expect(await api.files.get({ params: { name: 'a' } })).toMatchObject({ status: 200, body: new Uint8Array([0, 255, 1]) })
  })
})

describe('a breach', () => {
  const reasons: [string, Parameters<typeof jsonly>, string, RegExp][] = [
    ['a status that was not declared', [418, {}], 'status', /418 is not declared/],
    ['another media type', [200, todo, { etag: '"1"' }, 'text/html'], 'content-type', /expected application\/json, got text\/html/],
    ['a field that is missing', [200, todo], 'headers', /expected string/],
    ['content that its schema does not take', [200, { id: 7 }, { etag: '"1"' }], 'body', /expected string/],
  ]
  it.each(reasons)('is %s', async (_, answer, reason, message) => {
    server.answer = jsonly(...answer)
    const reply = await api.read({ params: { id: '7' } })
    expect(reply).toMatchObject({ status: 'breach', ok: false, reason, code: answer[0], class: answer[0] === 418 ? '4xx' : '2xx' })
    if (reply.status !== 'breach') throw new Error('no breach')
    expect(reply.issues.map((issue) => issue.message).join()).toMatch(message)
    expect(await reply.response.json()).toEqual(answer[1])
  })

  it('names the field that is missing', async () => {
    server.answer = jsonly(200, todo)
    const reply = await api.read({ params: { id: '7' } })
    expect(reply.status === 'breach' && reply.issues[0]?.path).toEqual(['etag'])
  })

  it('is thrown where that was asked for, and told either way', async () => {
    const told: string[] = []
    const onBreach = ({ reason }: { reason: string }) => void told.push(reason)
    server.answer = jsonly(418, {})
    const strict = client(todos, { baseUrl: server.baseUrl, breach: 'throw', onBreach })
    const error = await strict.list().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(BreachError)
    expect((error as BreachError).breach).toMatchObject({ reason: 'status', code: 418 })
    expect((error as BreachError).message).toBe('GET /todos broke its contract with 418: 418 is not declared')
    await client(todos, { baseUrl: server.baseUrl, onBreach }).list()
    expect(told).toEqual(['status', 'status'])
  })

  it.each([
    ['invalid JSON', '{"id":', 'application/json'],
    ['no content at all', '', 'application/json'],
    ['octets that are no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'application/json'],
  ])('is %s', async (_, content, type) => {
    server.answer = (response) => void response.writeHead(200, { 'content-type': type, etag: '"1"' }).end(content)
    expect(await api.read({ params: { id: '7' } })).toMatchObject({ status: 'breach', reason: 'body' })
  })

  it('is text in another charset than it says', async () => {
    server.answer = (response) => void response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(Buffer.from([0xff]))
    expect(await api.files.note({ body: 'x' })).toMatchObject({ status: 'breach', reason: 'body' })
    server.answer = (response) =>
      void response.writeHead(200, { 'content-type': 'text/plain; charset=iso-8859-1' }).end(Buffer.from([0xe9]))
    expect(await api.files.note({ body: 'x' })).toMatchObject({ status: 200, body: 'é' })
  })
})

describe('a condition', () => {
  it('brings 304, with nothing read', async () => {
    server.answer = (response) => void response.writeHead(304, { etag: '"1"' }).end()
    expect(await api.read({ params: { id: '7' }, ifNoneMatch: '"1"' })).toMatchObject({ status: 304, ok: false, body: undefined })
    expect(sent().headers['if-none-match']).toBe('"1"')
  })
  it('makes a breach of a 304 that nobody asked for', async () => {
    server.answer = (response) => void response.writeHead(304).end()
    expect(await api.read({ params: { id: '7' } })).toMatchObject({ status: 'breach', reason: 'status', code: 304 })
  })
  it('guards a change', async () => {
    server.answer = jsonly(412, { title: 'changed' }, {}, 'application/problem+json')
    expect(await api.replace({ params: { id: '7' }, body: todo, ifMatch: '"1"' })).toMatchObject({ status: 412 })
    expect(sent().headers['if-match']).toBe('"1"')
  })
  it('asks for a part', async () => {
    server.answer = (response) =>
      void response.writeHead(206, { 'content-type': 'application/octet-stream', 'content-range': 'bytes 0-0/9' }).end('a')
    expect(await api.files.get({ params: { name: 'a' }, range: 'bytes=0-0' })).toMatchObject({ status: 206, body: new Uint8Array([97]) })
    expect(sent().headers.range).toBe('bytes=0-0')
  })
})

describe('what is sent', () => {
  const nothing = () => {
    server.answer = (response) => void response.writeHead(204).end()
  }
  it('is JSON, of the declared type', async () => {
    server.answer = jsonly(200, todo)
    await api.rename({ params: { id: 'a/b c?#é' }, body: { title: 'x' } })
    expect(sent()).toMatchObject({ method: 'PATCH', url: '/todos/a%2Fb%20c%3F%23%C3%A9' })
    expect(sent().headers['content-type']).toBe('application/merge-patch+json')
    expect(sent().body.toString()).toBe('{"title":"x"}')
  })
  it('has no Content-Type without content', async () => {
    nothing()
    await api.remove({ params: { id: '7' } })
    expect(sent().headers).not.toHaveProperty('content-type')
  })
  it('repeats a query field for an array, and leaves out what is undefined', async () => {
    server.answer = jsonly(200, [])
    await api.list({ query: { tag: ['a&b', 'c d'], q: undefined } })
    expect(sent().url).toBe('/todos?tag=a%26b&tag=c%20d')
  })
  it('is a form', async () => {
    server.answer = jsonly(200, [])
    await api.search({ body: { q: 'a b&c', tag: ['x', 'y'] } })
    expect(sent().headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(sent().body.toString()).toBe('q=a+b%26c&tag=x&tag=y')
  })
  it('is a form in parts, files included', async () => {
    nothing()
    await api.files.upload({ body: { note: 'n', file: new File(['data'], 'a.txt', { type: 'text/plain' }) } })
    const form = await new Response(new Uint8Array(sent().body), {
      headers: { 'content-type': sent().headers['content-type']! },
    }).formData()
    expect(form.get('note')).toBe('n')
    const file = form.get('file') as File
    expect([file.name, file.type, await file.text()]).toEqual(['a.txt', 'text/plain', 'data'])
  })
  it('is octets, whole or streamed', async () => {
    nothing()
    await api.files.raw({ params: { name: 'a' }, body: new Uint8Array([1, 2]) })
    expect([...sent().body]).toEqual([1, 2])
    await api.files.raw({ params: { name: 'a' }, body: new Blob(['ab']).stream() as ReadableStream<Uint8Array> })
    expect(sent().body.toString()).toBe('ab')
    expect(sent().headers['content-type']).toBe('application/octet-stream')
  })
  it('is text', async () => {
    server.answer = (response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('é')
    expect(await api.files.note({ body: 'é' })).toMatchObject({ status: 200, body: 'é' })
    expect(sent().body.toString()).toBe('é')
  })
  it('carries the fields of the client, those of the call on top', async () => {
    server.answer = jsonly(200, todo)
    const known = client(todos, {
      baseUrl: `${server.baseUrl}/`,
      headers: async ({ path }) => ({ authorization: 'Bearer x', 'x-path': path }),
    })
    await known.replace({ params: { id: '7' }, headers: { 'if-match': '"2"' }, body: todo })
    expect(sent().url).toBe('/todos/7')
    expect(sent().headers).toMatchObject({ authorization: 'Bearer x', 'x-path': '/todos/:id', 'if-match': '"2"' })
  })
  it('speaks codecs, dates on both ends', async () => {
    server.answer = (response, { body }) => void response.writeHead(200, { 'content-type': 'application/json' }).end(body)
    const coded = client(todos, { baseUrl: server.baseUrl, encode: z.encode })
    const at = new Date('2026-01-02T03:04:05.000Z')
    const reply = await coded.dated({ body: { at } })
    expect(sent().body.toString()).toBe('{"at":"2026-01-02T03:04:05.000Z"}')
    expect(reply.status === 200 && reply.body.at).toEqual(at)
    const plain = await api.dated({ body: { at: '2026-01-02T03:04:05.000Z' } })
    expect(plain.status === 200 && plain.body.at).toEqual(at)
  })
})

describe('what cannot be sent', () => {
  it.each(['', '.', '..'])('is a segment %j', async (id) => {
    await expect(api.remove({ params: { id } })).rejects.toThrow(`params.id of /todos/:id cannot be '${id}'`)
    expect(server.seen.length).toBe(0)
  })
  it.each(['a\r\nx: y', 'a\n', '\r', 'a\u0000', '…'])('is a field value %j', async (tag) => {
    await expect(api.replace({ params: { id: '7' }, body: todo, ifMatch: tag })).rejects.toThrow(
      /^headers\.if-match cannot be sent by fetch/,
    )
    expect(server.seen.length).toBe(0)
  })
  it('is half a character, or an object in a query', async () => {
    await expect(api.remove({ params: { id: '\uD800' } })).rejects.toThrow(/params\.id .* is no text/)
    await expect(api.list({ query: { q: {} as string } })).rejects.toThrow('query.q is no text')
  })
})

describe('a server that behaves badly', () => {
  const read = (signal?: AbortSignal) => api.read({ params: { id: '7' }, signal })
  const fields = { 'content-type': 'application/json', etag: '"1"' }
  it('dies in the middle: the call rejects', async () => {
    server.answer = (response) => {
      response.writeHead(200, { ...fields, 'content-length': '100' })
      response.write('{"id":', () => response.destroy())
    }
    await expect(read()).rejects.toThrow(TypeError)
  })
  it('says a greater length than it sends: the call rejects', async () => {
    server.answer = (response) => {
      response.socket!.end('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nEtag: "1"\r\nContent-Length: 50\r\n\r\n{}')
    }
    await expect(read()).rejects.toThrow(TypeError)
  })
  it('says a smaller length than it sends: what was cut is a breach', async () => {
    server.answer = (response) => {
      response.socket!.end(
        'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nEtag: "1"\r\nContent-Length: 3\r\nConnection: close\r\n\r\n{"id":"7"}',
      )
    }
    expect(await read()).toMatchObject({ status: 'breach', reason: 'body' })
  })
  it('stalls before or within its answer: the signal ends the call', async () => {
    server.answer = () => {}
    await expect(read(AbortSignal.timeout(50))).rejects.toMatchObject({ name: 'TimeoutError' })
    server.answer = (response) => void response.writeHead(200, fields).write('{')
    await expect(read(AbortSignal.timeout(50))).rejects.toMatchObject({ name: 'TimeoutError' })
  })
  it('is not there: the call rejects', async () => {
    await expect(client(todos, { baseUrl: 'http://127.0.0.1:1' }).list()).rejects.toThrow(TypeError)
  })
  it('sends very much: it is read', async () => {
    server.answer = jsonly(200, { ...todo, title: 'x'.repeat(32 << 20) }, { etag: '"1"' })
    const reply = await read()
    expect(reply.status === 200 && reply.body.title.length).toBe(32 << 20)
  })
  it('sends it in pieces, and parts a character: it is put together', async () => {
    const octets = Buffer.from(JSON.stringify({ ...todo, title: '…' }))
    const middle = octets.indexOf(0xe2) + 1
    server.answer = (response) => {
      response.writeHead(200, { ...fields, etag: '"1"' }).write(octets.subarray(0, middle))
      setTimeout(() => response.end(octets.subarray(middle)), 50)
    }
    expect(await read()).toMatchObject({ status: 200, body: { title: '…' } })
  })
  it('is stood in for by something without streams: content is read all the same', async () => {
    const whole = Object.defineProperty(Response.json(todo, { headers: { etag: '"1"' } }), 'body', { value: undefined })
    const answered = client(todos, { baseUrl: '', fetch: async () => whole }).read({ params: { id: todo.id } })
    expect(await answered).toMatchObject({ status: 200, body: todo })
  })
  it('sends content that nobody declared, without end: it is not read', async () => {
    let open = true
    server.answer = (response) => {
      response.writeHead(200, { etag: '"1"', location: '/', 'content-type': 'text/plain' })
      response.on('close', () => {
        open = false
      })
      const more = () => open && response.write('x'.repeat(65_536), () => setImmediate(more))
      more()
    }
    expect(await api.ranged()).toMatchObject({ status: 'breach', reason: 'content-type' })
    server.answer = (response) => {
      response.writeHead(299)
      response.on('close', () => {
        open = false
      })
      const more = () => open && response.write('x'.repeat(65_536), () => setImmediate(more))
      open = true
      more()
    }
    expect(await api.ranged()).toMatchObject({ status: 'default', body: undefined })
    await expect.poll(() => open).toBe(false)
  })
})

describe('beside the reply', () => {
  it('Deprecation, Sunset and Link are dates and links', async () => {
    server.answer = jsonly(200, [], {
      deprecation: '@1688169599',
      sunset: 'Sun, 30 Jun 2024 23:59:59 GMT',
      link: '</v2>; rel="successor-version deprecation"; title="a, \\"b\\"", <next?p=2>; rel=next',
    })
    expect(lifecycle(await api.list())).toEqual({
      deprecation: new Date(1688169599000),
      sunset: new Date('2024-06-30T23:59:59Z'),
      links: [
        { target: '/v2', rel: ['successor-version', 'deprecation'], params: { title: 'a, "b"' } },
        { target: 'next?p=2', rel: ['next'], params: {} },
      ],
    })
    server.answer = jsonly(200, [], { deprecation: 'true', sunset: 'soon' })
    expect(lifecycle(await api.list())).toEqual({ links: [] })
  })
  it('onResponse is told of the answer', async () => {
    const told: unknown[] = []
    server.answer = jsonly(200, [])
    await client(todos, { baseUrl: server.baseUrl, onResponse: ({ status }, { name, method }) => told.push([status, name, method]) }).list()
    expect(told).toEqual([[200, ['list'], 'GET']])
  })
  it('queries and mutations have their options', async () => {
    server.answer = jsonly(200, todo, { etag: '"1"' })
    const options = queryOptions(api.read, { params: { id: '7' } })
    expect(options.queryKey).toEqual(['read', { params: { id: '7' } }])
    expect(await options.queryFn({ signal: new AbortController().signal })).toMatchObject({ status: 200 })
    await expect(options.queryFn({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
    server.answer = (response) => void response.writeHead(204).end()
    const removal = mutationOptions(api.remove)
    expect(removal.mutationKey).toEqual(['remove'])
    expect(await removal.mutationFn({ params: { id: '7' } })).toMatchObject({ status: 204 })
  })
})
