/**
 * What `judge` cannot see in one exchange, and server or client keep: each rule by the octets that they send and take, over loopback.
 */
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { serve as listen } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { client } from '../../src/client/index.js'
import { bytes, contract, del, empty, get, head, json, post, problem, put, query, text } from '../../src/index.js'
import { elsewhere } from '../../src/rules/messages.js'
import { metadata } from '../../src/rules/not-modified-minimal.js'
import { mirrored } from '../../src/rules/not-modified-mirrors-200-fields.js'
import { reply, serve } from '../../src/server/index.js'
import { raw } from '../adapters/conversation.js'

/** The rules that somebody keeps: a name without a case, and a case without a name, do not compile. */
type KeptBy<Who> = { [Id in keyof typeof elsewhere as (typeof elsewhere)[Id]['by'] extends Who ? Id : never]: () => Promise<void> }

// --- the server -------------------------------------------------------------------------------------------------------------------

const Film = z.object({ title: z.string() })
const tags = z.string()
const films = contract({
  read: get('/films/:id', {
    responses: {
      200: json(Film, {
        headers: { etag: tags, 'cache-control': tags, 'content-location': tags, expires: tags, vary: tags, 'content-language': tags },
      }),
      304: empty(),
      404: problem(),
    },
  }),
  reel: get('/films/:id/reel', {
    headers: { range: tags.optional() },
    responses: {
      200: bytes({ type: 'video/mp4', headers: { etag: tags, 'accept-ranges': tags, 'cache-control': tags, 'content-language': tags } }),
      206: bytes({ type: 'video/mp4', headers: { 'content-range': tags } }),
    },
  }),
  replace: put('/films/:id', { headers: { 'if-match': tags.optional() }, body: json(Film), responses: { 204: empty(), 412: problem() } }),
  patch: put('/films/:id/title', {
    headers: { 'content-range': tags.optional() },
    body: text(),
    responses: { 204: empty() },
  }),
  remove: del('/films/:id', { responses: { 204: empty(), 404: problem() } }),
  find: query('/films', { body: json(Film), responses: { 200: json(z.array(Film)) } }),
})
const fields = {
  etag: '"1"',
  'cache-control': 'max-age=60',
  'content-location': '/films/7.en',
  expires: 'Sun, 06 Nov 2044 08:49:37 GMT',
  vary: 'Accept-Language',
  'content-language': 'en',
}
const reel = new TextEncoder().encode('0123456789')
let replaced = 0
const handle = serve(
  films,
  {
    read: ({ params }) => (params.id === '7' ? reply(200, { title: 'Metropolis' }, fields) : reply(404, {})),
    reel: () => reply(200, reel, { etag: '"1"', 'accept-ranges': 'bytes', 'cache-control': 'max-age=60', 'content-language': 'en' }),
    replace: {
      current: ({ params }) => (params.id === '7' ? { etag: '"1"' } : undefined),
      handle: () => {
        replaced++
        return reply(204)
      },
    },
    patch: () => {
      replaced++
      return reply(204)
    },
    remove: ({ params }) => (params.id === '7' ? reply(204) : reply(404, {})),
    find: ({ body }) => reply(200, [body]),
  },
  // What goes out is looked at here.
  { judge: 'off' },
)
const served = listen({ fetch: (request) => handle(request), hostname: '127.0.0.1', port: 0 })

interface Answer {
  readonly status: number
  readonly fields: ReadonlyMap<string, string>
  readonly content: string
}
/** What comes back, as it stood on the wire. */
const ask = async (line: string, lines: readonly string[] = [], content = ''): Promise<Answer> => {
  const length = content ? [`Content-Length: ${content.length}`] : []
  const sent = [`${line} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...lines, ...length, '', content].join('\r\n')
  const came = await raw(`http://127.0.0.1:${(served.address() as AddressInfo).port}`, sent)
  const end = came.indexOf('\r\n\r\n')
  const [status, ...rest] = came.slice(0, end).split('\r\n')
  return {
    status: Number(status!.split(' ')[1]),
    fields: new Map(rest.map((one) => [one.slice(0, one.indexOf(':')).toLowerCase(), one.slice(one.indexOf(':') + 1).trim()])),
    content: came.slice(end + 4),
  }
}
/** The fields of an answer by name, but for when it was made. */
const among = ({ fields }: Answer, names: readonly string[]) =>
  names.filter((name) => name !== 'date').map((name) => `${name}: ${fields.get(name)}`)
const said = ({ fields }: Answer, ...but: string[]) => [...fields.keys()].filter((name) => !['date', ...but].includes(name)).sort()
const framing = ['content-length', 'transfer-encoding']
/** The length that GET has; one that is not stated is that of the content. */
const lengthOf = ({ fields, content }: Answer) => Number(fields.get('content-length') ?? content.length)
const type = 'Content-Type: application/json'

const byServer: KeptBy<'server'> = {
  'content-length-head-equals-get': async () => {
    for (const path of ['/films/7', '/films/8', '/films/7/reel', '/nothing']) {
      const [whole, bare] = [await ask(`GET ${path}`), await ask(`HEAD ${path}`)]
      expect(bare.content, path).toBe('')
      expect([undefined, `${lengthOf(whole)}`], path).toContain(bare.fields.get('content-length'))
    }
  },
  'content-length-304-equals-200': async () => {
    const [whole, same] = [await ask('GET /films/7'), await ask('GET /films/7', ['If-None-Match: "1"'])]
    expect([same.status, same.content]).toEqual([304, ''])
    expect([undefined, `${lengthOf(whole)}`]).toContain(same.fields.get('content-length'))
  },
  'head-mirrors-get': async () => {
    for (const path of ['/films/7', '/films/8', '/films/7/reel', '/nothing']) {
      const [whole, bare] = [await ask(`GET ${path}`), await ask(`HEAD ${path}`)]
      expect(bare.status, path).toBe(whole.status)
      expect(said(bare, ...framing), path).toEqual(said(whole, ...framing))
      expect(among(bare, said(bare, ...framing)), path).toEqual(among(whole, said(whole, ...framing)))
    }
  },
  'not-modified-mirrors-200-fields': async () => {
    const [whole, same] = [await ask('GET /films/7'), await ask('GET /films/7', ['If-None-Match: "1"'])]
    expect([whole.status, same.status]).toEqual([200, 304])
    expect(among(same, mirrored)).toEqual(among(whole, mirrored))
    expect(among(whole, mirrored).join()).not.toContain('undefined')
    expect(same.fields.has('date')).toBe(whole.fields.has('date'))
  },
  'partial-mirrors-200-fields': async () => {
    const [whole, part] = [await ask('GET /films/7/reel'), await ask('GET /films/7/reel', ['Range: bytes=2-4'])]
    expect([whole.status, part.status, part.content, part.fields.get('content-range')]).toEqual([200, 206, '234', 'bytes 2-4/10'])
    expect(among(part, mirrored)).toEqual(among(whole, mirrored))
    expect(part.fields.has('date')).toBe(whole.fields.has('date'))
  },
  'partial-mirrors-representation-fields': async () => {
    const [whole, part] = [await ask('GET /films/7/reel'), await ask('GET /films/7/reel', ['Range: bytes=2-4'])]
    expect(part.status).toBe(206)
    // All that describes the representation, besides which part of it this is.
    const described = metadata.filter((name) => name !== 'content-range')
    expect(among(part, described)).toEqual(among(whole, described))
    expect(among(whole, described)).toContain('content-language: en')
  },
  'unknown-range-unit-ignored': async () => {
    for (const range of ['lines=0-1', 'x=', 'octets=2-4']) {
      const { status, content } = await ask('GET /films/7/reel', [`Range: ${range}`])
      expect([status, content], range).toEqual([200, '0123456789'])
    }
  },
  'query-unsupported-type-415': async () => {
    const { status, fields } = await ask('QUERY /films', ['Content-Type: text/csv'], 'title')
    expect([status, fields.get('accept-query')]).toEqual([415, 'application/json'])
    expect((await ask('QUERY /films', [type], '{"title":"M"}')).status).toBe(200)
  },
  'preconditions-after-other-checks': async () => {
    const before = replaced
    const statuses = [
      // Without its condition 404, 400, 415, 405: with it the same, and not 304 or 412.
      await ask('GET /films/8', ['If-None-Match: *']),
      await ask('PUT /films/7', [type, 'If-Match: "2"'], '{'),
      await ask('PUT /films/7', ['Content-Type: text/csv', 'If-Match: "2"'], 'a'),
      await ask('POST /films/7', ['If-Match: "2"']),
      await ask('DELETE /films/8', ['If-None-Match: *']),
      await ask('PUT /films/7', [type, 'If-Match: "2"'], '{"title":"M"}'),
    ].map(({ status }) => status)
    expect([statuses, replaced]).toEqual([[404, 400, 415, 405, 404, 412], before])
    expect([(await ask('PUT /films/7', [type, 'If-Match: "1"'], '{"title":"M"}')).status, replaced]).toEqual([204, before + 1])
  },
  'put-content-range-400': async () => {
    const before = replaced
    const part = 'Content-Range: bytes 0-12/500'
    const { status, content } = await ask('PUT /films/7', [type, part], '{"title":"M"}')
    expect([status, JSON.parse(content).detail, replaced]).toEqual([
      400,
      'the content is a part, which is not taken for the whole here',
      before,
    ])
    // A handler that knows what to do with one says so.
    const known = await ask('PUT /films/7/title', ['Content-Type: text/plain', part], 'M')
    expect([known.status, replaced]).toEqual([204, before + 1])
  },
  'prefer-ignored-if-unknown': async () => {
    const without = await ask('GET /films/7')
    for (const preference of ['unheard-of', 'respond-async, wait=0', 'return=minimal; x="y', '=']) {
      const answer = await ask('GET /films/7', [`Prefer: ${preference}`])
      expect([answer.status, answer.content], preference).toEqual([without.status, without.content])
    }
  },
}

// --- the client -------------------------------------------------------------------------------------------------------------------

/** A request as it came: its first line, its fields and its content. */
interface Seen {
  readonly line: string
  readonly fields: ReadonlyMap<string, string>
  readonly content: string
}
const seen: Seen[] = []
let answers: readonly string[] = []
const sockets = new Set<Socket>()
const scripted: Server = createServer((socket) => {
  sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => {}))
  let came = ''
  socket.setEncoding('latin1').on('data', (chunk) => {
    came += chunk
    const end = came.indexOf('\r\n\r\n')
    if (end < 0) return
    const [line, ...rest] = came.slice(0, end).split('\r\n')
    const fields = new Map(rest.map((one) => [one.slice(0, one.indexOf(':')).toLowerCase(), one.slice(one.indexOf(':') + 1).trim()]))
    const content = came.slice(end + 4)
    if (content.length < Number(fields.get('content-length') ?? 0)) return
    seen.push({ line: line!, fields, content })
    socket.end(answers[Math.min(seen.length, answers.length) - 1]!)
  })
})
beforeAll(() => new Promise<void>((resolve) => scripted.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  served.close()
  for (const socket of sockets) socket.destroy()
  scripted.close()
})

const note = { text: 'x' }
const Note = z.object({ text: z.string() })
const responses = { 200: text(), 204: empty() }
const notes = contract({
  read: get('/notes/:id', { responses }),
  look: head('/notes/:id', { responses: { 200: empty() } }),
  create: post('/notes', { body: json(Note), responses }),
  replace: put('/notes/:id', { body: json(Note), responses }),
  remove: del('/notes/:id', { responses }),
  find: query('/notes', { body: json(Note), responses }),
})
const api = () => client(notes, { baseUrl: `http://127.0.0.1:${(scripted.address() as AddressInfo).port}` })
const params = { id: '7' }
const calls = {
  GET: () => api().read({ params }),
  HEAD: () => api().look({ params }),
  POST: () => api().create({ body: note }),
  PUT: () => api().replace({ params, body: note }),
  DELETE: () => api().remove({ params }),
  QUERY: () => api().find({ body: note }),
}
const done = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok'
const bare = 'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n'
const moved = (status: number, to = '/there') =>
  `HTTP/1.1 ${status} Moved\r\nLocation: ${to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`
/** Calls, and gives what was sent after the redirect. */
const followed = async (method: keyof typeof calls, status: number): Promise<Seen & { readonly method: string }> => {
  seen.length = 0
  answers = [moved(status), method === 'HEAD' ? bare : done]
  const answer = await calls[method]()
  expect([answer.status, seen.length], `${method} ${status}`).toEqual([200, 2])
  const [first, second] = seen
  expect(first!.line).toMatch(new RegExp(`^${method} /notes`))
  expect(second!.line).toMatch(/^[A-Z]+ \/there HTTP/)
  return { ...second!, method: second!.line.split(' ')[0]! }
}
const content = JSON.stringify(note)

const byClient: KeptBy<'client'> = {
  'early-hints-hint-only': async () => {
    seen.length = 0
    answers = [`HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\nX-Hint: 1\r\nContent-Type: text/html\r\n\r\n${done}`]
    const answer = await calls.GET()
    expect(answer).toMatchObject({ status: 200, body: 'ok' })
    const { headers } = answer.response
    expect([headers.get('link'), headers.get('x-hint'), headers.get('content-type')]).toEqual([null, null, 'text/plain'])
  },
  'redirect-307-308-keep-method': async () => {
    for (const status of [307, 308])
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'QUERY'] as const) {
        const after = await followed(method, status)
        const sends = ['POST', 'PUT', 'QUERY'].includes(method) ? content : ''
        expect([after.method, after.content], `${method} ${status}`).toEqual([method, sends])
      }
  },
  'redirect-301-302-post-only': async () => {
    for (const status of [301, 302]) {
      for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'QUERY'] as const)
        expect((await followed(method, status)).method, `${method} ${status}`).toBe(method)
      expect((await followed('POST', status)).method).toBe('GET')
    }
  },
  'redirect-303-retrieval': async () => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'QUERY'] as const) {
      const after = await followed(method, 303)
      expect([after.method, after.content], method).toEqual(['GET', ''])
    }
    expect((await followed('HEAD', 303)).method).toBe('HEAD')
  },
  'redirect-query-keeps-method': async () => {
    for (const status of [301, 302, 307, 308]) {
      const after = await followed('QUERY', status)
      expect([after.method, after.content, after.fields.get('content-type')], `${status}`).toEqual(['QUERY', content, 'application/json'])
    }
  },
  'redirect-drop-content-fields': async () => {
    for (const [method, status] of [
      ['POST', 301],
      ['POST', 302],
      ['POST', 303],
      ['PUT', 303],
    ] as const) {
      const { fields } = await followed(method, status)
      const left = [...fields.keys()].filter((name) => name.startsWith('content-') || name === 'transfer-encoding')
      expect(left, `${method} ${status}`).toEqual([])
    }
  },
  'redirect-loop-detected': async () => {
    seen.length = 0
    answers = [moved(302, '/notes/7')]
    await expect(calls.GET()).rejects.toThrow('fetch failed')
    expect(seen.length).toBeLessThanOrEqual(21)
  },
  'redirect-fragment-inherited': async () => {
    seen.length = 0
    answers = [moved(302, '/there'), done]
    const urls: string[] = []
    const spied = client(notes, {
      baseUrl: `http://127.0.0.1:${(scripted.address() as AddressInfo).port}`,
      fetch: (url, init) => {
        urls.push(url)
        return fetch(url, init)
      },
    })
    await spied.read({ params: { id: 'a#b' } })
    expect(urls.map((url) => new URL(url).hash)).toEqual([''])
    expect(seen.map(({ line }) => line)).toEqual(['GET /notes/a%23b HTTP/1.1', 'GET /there HTTP/1.1'])
  },
}

describe.each([
  ['server', byServer],
  ['client', byClient],
] as const)('the %s keeps', (who, cases: Readonly<Record<string, () => Promise<void>>>) => {
  it('what the table says, rule by rule', () => {
    const ids = Object.entries(elsewhere).flatMap(([id, { by }]) => (by === who ? [id] : []))
    expect(Object.keys(cases).sort()).toEqual(ids.sort())
    expect(ids.length).toBeGreaterThan(0)
  })
  it.each(Object.keys(cases))('%s', (id) => cases[id]!())
})
