/** What is said to a mounted server: the typed client first, then messages that no client of ours would send. */
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { client } from 'statute/client'
import { todos } from '../../examples/todos/contract.js'

/** A message over a socket of its own, as it stands on the wire. */
export const raw = (baseUrl: string, message: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(baseUrl)
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(message))
    socket.setEncoding('latin1').setTimeout(10_000, () => socket.destroy(new Error(`no end to ${JSON.stringify(answer)}`)))
    socket.on('data', (chunk) => {
      answer += chunk
      // Some servers wait with the closing for content that never comes: the message is whole when its length says so.
      const [head, content] = answer.split('\r\n\r\n')
      const length = /\r\ncontent-length: (\d+)/i.exec(head!)?.[1]
      if (length !== undefined && content?.length === Number(length)) socket.destroy()
    })
    socket.on('error', reject).on('close', () => resolve(answer))
  })

const id = '8e03978e-40d5-43e8-bc93-6894a57f9324'
const json = { 'content-type': 'application/json' }

/** The checks, each by its name; a check that fails throws. */
export const conversation = (baseUrl: string): Readonly<Record<string, () => Promise<void>>> => {
  const api = client(todos, { baseUrl })
  const ask = async (method: string, path: string, init: RequestInit = {}) => {
    const response = await fetch(baseUrl + path, { method, ...init })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text }
  }
  const problem = async (expected: number, method: string, path: string, init?: RequestInit) => {
    const { status, headers, text } = await ask(method, path, init)
    assert.equal(status, expected, text)
    assert.equal(headers.get('content-type'), 'application/problem+json')
    assert.equal((JSON.parse(text) as { status: number }).status, expected)
    return headers
  }

  return {
    'create, list, read, rename, remove': async () => {
      const created = await api.create({ body: { title: 'wäscht 🧺', done: false } })
      assert.equal(created.status, 201)
      const { location } = created.headers
      assert.equal(location, `/todos/${created.body.id}`)
      const params = { id: created.body.id }

      const listed = await api.list({ query: { done: 'false' } })
      assert.equal(listed.status, 200)
      assert.ok(listed.body.some((todo) => todo.title === 'wäscht 🧺'))

      const read = await api.read({ params })
      assert.equal(read.status, 200)
      const unmodified = await api.read({ params, ifNoneMatch: read.headers.etag })
      assert.equal(unmodified.status, 304)

      const renamed = await api.rename({ params, body: { title: 'dries' } })
      assert.equal(renamed.status, 200)
      assert.equal((await api.read({ params, ifNoneMatch: read.headers.etag })).status, 200)

      const stale = await api.replace({ params, body: { ...params, title: 'irons', done: true }, ifMatch: read.headers.etag })
      assert.equal(stale.status, 412)
      assert.equal((await api.replace({ params, body: { ...params, title: 'irons', done: true } })).status, 200)

      assert.equal((await api.remove({ params })).status, 204)
      assert.equal((await api.remove({ params })).status, 404)
      assert.equal((await api.read({ params })).status, 404)
    },
    'PUT creates': async () => {
      const made = await api.replace({ params: { id }, body: { id, title: 'made', done: false } })
      assert.equal(made.status, 201)
    },
    'HEAD is GET without content': async () => {
      const [get, head] = [await ask('GET', `/todos/${id}`), await ask('HEAD', `/todos/${id}`)]
      assert.deepEqual([head.status, head.text, head.headers.get('etag')], [200, '', get.headers.get('etag')])
      assert.equal(head.headers.get('content-type'), get.headers.get('content-type'))
      assert.deepEqual([(await ask('HEAD', '/todos/none')).text, (await ask('HEAD', `/todos/${crypto.randomUUID()}`)).status], ['', 404])
    },
    'a 304 is over with its fields': async () => {
      const { etag } = Object.fromEntries((await ask('GET', `/todos/${id}`)).headers)
      const answer = await raw(
        baseUrl,
        `GET /todos/${id} HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: ${etag}\r\nConnection: close\r\n\r\n`,
      )
      assert.match(answer, /^HTTP\/1\.1 304 /)
      assert.match(answer, /\r\n\r\n$/)
      assert.doesNotMatch(answer, /content-type|transfer-encoding/i)
    },
    'a 204 has no length': async () => {
      const made = await api.create({ body: { title: 'x', done: false } })
      assert.equal(made.status, 201)
      const answer = await raw(baseUrl, `DELETE /todos/${made.body.id} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
      assert.match(answer, /^HTTP\/1\.1 204 /)
      assert.doesNotMatch(answer, /content-length|transfer-encoding/i)
    },
    'what can be done': async () => {
      const { status, headers } = await ask('OPTIONS', '/todos')
      assert.deepEqual([status, headers.get('allow')?.split(', ').sort().join()], [204, 'GET,HEAD,OPTIONS,POST'])
      const refused = await problem(405, 'DELETE', '/todos')
      assert.equal(refused.get('allow')?.split(', ').sort().join(), 'GET,HEAD,OPTIONS,POST')
    },
    'nothing there': async () => {
      await problem(404, 'GET', '/todos/1/2')
      await problem(404, 'GET', '/todos/')
    },
    'content that is refused': async () => {
      await problem(415, 'POST', '/todos', { body: 'title=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } })
      await problem(422, 'POST', '/todos', { body: '{"title":""}', headers: json })
      await problem(400, 'POST', '/todos', { body: '{"title"', headers: json })
      // Refused by what it says of itself, before any of it is read.
      const message =
        'POST /todos HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1100000\r\nConnection: close\r\n\r\n'
      assert.match(await raw(baseUrl, message), /^HTTP\/1\.1 413 /)
    },
    'what is broken off leaves the server well': async () => {
      await Promise.all(
        Array.from({ length: 20 }, async () => {
          const abort = new AbortController()
          const lost = fetch(`${baseUrl}/todos`, {
            method: 'POST',
            headers: json,
            body: '{"title":"lost","done":false}',
            signal: abort.signal,
          })
          abort.abort()
          await assert.rejects(lost)
        }),
      )
      assert.equal((await api.list({ query: {} })).status, 200)
    },
  }
}
