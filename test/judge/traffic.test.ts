/** Real traffic: a server of Node on the loopback, its answers read off the wire, and each exchange judged. */
import { request as ask, createServer, type IncomingMessage, type RequestOptions, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { judge } from '../../src/server/index.js'

const film = '0123456789'

/** What the server does, by path: some of it right, some of it wrong. */
const handlers: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  '/right': (_, response) => response.setHeader('content-type', 'text/plain').end('hello'),
  '/created': (_, response) => response.writeHead(201, { location: '/todos/8' }).end(),
  '/refused': (_, response) => response.writeHead(401).end(),
  '/bare-etag': (_, response) => response.writeHead(200, { etag: 'v1', 'content-type': 'text/plain' }).end('hello'),
  '/never-304': (_, response) => response.writeHead(200, { etag: '"v1"', 'content-type': 'text/plain' }).end('hello'),
  '/always-304': (_, response) => response.writeHead(304, { etag: '"v2"' }).end(),
  '/untimed': (_, response) => {
    response.sendDate = false
    response.setHeader('content-type', 'text/plain').end('hello')
  },
  '/part': (_, response) => response.writeHead(206, { 'content-type': 'text/plain', 'content-range': 'bytes 0-9/10' }).end(film),
  '/cookies': (_, response) => response.writeHead(204, { 'set-cookie': ['sid=1', 'sid=2'] }).end(),
  '/coded': (_, response) => response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end('hello'),
  '/zipped': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip', vary: 'accept-encoding' }).end(gzipSync('hello')),
  '/trailers': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain', trailer: 'x-sum' }).write('hello')
    response.addTrailers([['x-sum', '5']])
    response.end()
  },
  '/hints': (_, response) => {
    response.writeEarlyHints({ link: '</a.css>; rel=preload' })
    response.writeHead(200, { 'content-type': 'text/plain' }).end('hello')
  },
  '/wrong-problem': (_, response) =>
    response.writeHead(404, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ title: 'No', status: 400 })),
}

let server: Server
let port: number
const heard = new Map<string, IncomingMessage>()
beforeAll(async () => {
  server = createServer((request, response) => {
    heard.set(request.url!, request)
    handlers[request.url!]!(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
afterAll(() => new Promise((done) => server.close(done)))

/** One exchange off the wire: the request as the server has got it, the response as the client has. */
const exchange = async (path: string, options: RequestOptions = {}, content?: string) => {
  const interim: { status: number; rawHeaders: string[] }[] = []
  const answer = await new Promise<{ message: IncomingMessage; content: Buffer }>((done, fail) => {
    const asking = ask({ host: '127.0.0.1', port, path, agent: false, ...options }, async (message) => {
      const chunks: Buffer[] = []
      for await (const chunk of message) chunks.push(chunk)
      done({ message, content: Buffer.concat(chunks) })
    })
    asking.on('information', ({ statusCode, rawHeaders }) => interim.push({ status: statusCode, rawHeaders }))
    asking.on('error', fail).end(content)
  })
  const { statusCode: status = 0, rawHeaders, rawTrailers } = answer.message
  return judge(
    heard.get(path)!,
    { status, rawHeaders, rawTrailers, interim, content: answer.content },
    { content: { request: content ?? null } },
  )
}

it.each<[string, RequestOptions, string | undefined, string[]]>([
  ['/right', {}, undefined, []],
  ['/right', { method: 'HEAD' }, undefined, []],
  ['/created', { method: 'POST', headers: { 'content-type': 'text/plain', 'content-length': '5' } }, 'hello', []],
  ['/refused', {}, undefined, ['www-authenticate-401']],
  ['/bare-etag', {}, undefined, ['etag-grammar']],
  ['/never-304', { headers: { 'if-none-match': 'W/"v1"' } }, undefined, ['if-none-match-weak']],
  ['/always-304', { headers: { 'if-none-match': '"v1"' } }, undefined, ['precondition-order']],
  ['/untimed', {}, undefined, ['date-2xx-3xx-4xx']],
  ['/part', {}, undefined, ['partial-needs-range']],
  ['/part', { headers: { range: 'bytes=0-9', 'if-none-match': '"v1"' } }, undefined, []],
  ['/cookies', {}, undefined, ['set-cookie-unique-name']],
  ['/coded', {}, undefined, ['content-encoding-accurate']],
  ['/zipped', { headers: { 'accept-encoding': 'gzip' } }, undefined, []],
  ['/trailers', { headers: { te: 'trailers' } }, undefined, ['connection-lists-hop-fields']],
  ['/trailers', { headers: { te: 'trailers', connection: 'te' } }, undefined, []],
  ['/hints', {}, undefined, []],
  ['/wrong-problem', {}, undefined, ['problem-status-matches']],
])('%s %j', async (path, options, content, expected) => {
  const findings = await exchange(path, options, content)
  expect(findings.map(({ rule }) => rule)).toEqual(expected)
})
