/**
 * The built client against a real server, as a plain script for any runtime that has `node:http`:
 *
 *   node test/runtimes/client.mjs        bun test/runtimes/client.mjs        deno run -A test/runtimes/client.mjs
 *
 * Build first. It ends with the number of checks, or with the first that failed and exit code 1.
 */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { z } from 'zod'
import { client, retry } from '../../dist/src/client/index.js'
import { contract, del, empty, get, head, json, multipart, post, problem, put } from '../../dist/src/index.js'

const Todo = z.object({ id: z.string(), title: z.string() })
const todo = { id: '7', title: 'write' }
const todos = contract({
  read: get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: z.string() } }), 304: empty(), 404: problem() } }),
  peek: head('/todos/:id', { responses: { 200: empty({ headers: { etag: z.string() } }) } }),
  create: post('/todos', { body: json(Todo), responses: { 201: json(Todo) } }),
  replace: put('/todos/:id', { body: json(Todo), responses: { 200: json(Todo) } }),
  remove: del('/todos/:id', { responses: { 204: empty() } }),
  upload: post('/files', { body: multipart(z.object({ file: z.file() })), responses: { 204: empty() } }),
  moved: get('/old', { responses: { 302: empty({ headers: { location: z.string() } }) } }),
})

let answer = () => {}
const seen = []
const server = createServer(async (request, response) => {
  const parts = []
  for await (const part of request) parts.push(part)
  seen.push({ url: request.url, headers: request.headers, body: Buffer.concat(parts).toString() })
  answer(response, seen.length)
})
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const baseUrl = `http://127.0.0.1:${server.address().port}`
const api = client(todos, { baseUrl, retry: retry({ backoff: { first: 2, longest: 4 } }) })
const params = { id: '7' }
const send =
  (status, value, headers = {}) =>
  (response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(value === undefined ? undefined : JSON.stringify(value))
const rejects = (call) => assert.rejects(Promise.race([call(), new Promise((resolve) => setTimeout(resolve, 5000, 'hangs'))]))

const checks = {
  'a reply': async () => {
    answer = send(200, todo, { etag: '"1"' })
    const reply = await api.read({ params: { id: 'a/b ü' } })
    assert.deepEqual([reply.status, reply.body, reply.headers.etag], [200, todo, '"1"'])
    assert.equal(seen.at(-1).url, '/todos/a%2Fb%20%C3%BC')
  },
  'a 304 where it was asked for': async () => {
    answer = (response) => response.writeHead(304).end()
    assert.equal((await api.read({ params, ifNoneMatch: '"1"' })).status, 304)
    assert.equal((await api.read({ params })).status, 'breach')
  },
  'HEAD and 204': async () => {
    answer = (response) => response.writeHead(200, { etag: '"1"' }).end()
    assert.equal((await api.peek({ params })).headers.etag, '"1"')
    answer = (response) => response.writeHead(204).end()
    assert.equal((await api.remove({ params })).status, 204)
    assert.equal(seen.at(-1).headers['content-type'], undefined)
  },
  breaches: async () => {
    answer = send(200, { id: 7 }, { etag: '"1"' })
    assert.equal((await api.read({ params })).reason, 'body')
    answer = (response) => response.writeHead(200, { 'content-type': 'application/json', etag: '"1"' }).end('{')
    assert.equal((await api.read({ params })).reason, 'body')
    answer = (response) => response.writeHead(200, { 'content-type': 'application/json', etag: '"1"' }).end(Buffer.from([34, 255, 34]))
    assert.equal((await api.read({ params })).reason, 'body')
    answer = send(418, {})
    assert.equal((await api.read({ params })).reason, 'status')
  },
  parts: async () => {
    answer = (response) => response.writeHead(204).end()
    await api.upload({ body: { file: new File(['data'], 'a.txt') } })
    assert.match(seen.at(-1).body, /filename="a\.txt"[\s\S]*data/)
  },
  'a redirect that was declared': async () => {
    answer = (response) => response.writeHead(302, { location: '/new' }).end()
    assert.equal((await api.moved()).headers.location, '/new')
  },
  'retries, and none for POST': async () => {
    const first = seen.length
    answer = (response, count) => (count < first + 3 ? response.writeHead(503).end() : send(200, todo)(response))
    assert.equal((await api.replace({ params, body: todo })).status, 200)
    assert.equal(seen.length, first + 3)
    answer = (response) => response.writeHead(503).end()
    assert.equal((await api.create({ body: todo })).code, 503)
    assert.equal(seen.length, first + 4)
  },
  'a server that dies in the middle': async () => {
    answer = (response) => {
      response.writeHead(200, { 'content-type': 'application/json', etag: '"1"', 'content-length': '100' })
      response.write('{"id":')
      setTimeout(() => response.socket.destroy(), 10)
    }
    await rejects(() => api.read({ params, retry: false }))
  },
  'a server that stalls': async () => {
    answer = () => {}
    await rejects(() => api.read({ params, signal: AbortSignal.timeout(50) }))
  },
  'what cannot be sent': async () => {
    await rejects(() => api.read({ params: { id: '..' } }))
    await rejects(() => api.read({ params, ifNoneMatch: 'a\r\nx: y' }))
  },
}
for (const [name, check] of Object.entries(checks)) {
  try {
    await check()
  } catch (error) {
    console.error(`failed: ${name}`, error)
    process.exit(1)
  }
}
console.log(`${Object.keys(checks).length} checks of the client passed`)
process.exit(0)
