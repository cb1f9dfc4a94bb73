/** A server on loopback that answers as it is told to, by name, and remembers what it was sent. */
import { createServer } from 'node:http'

const todo = { id: '7', title: 'write' }
const json =
  (status, value, headers = {}) =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
const bare =
  (status, headers = {}) =>
  (response) =>
    response.writeHead(status, headers).end()
const cut = (content) => (response) => response.writeHead(200, { 'content-type': 'application/json', etag: '"1"' }).end(content)

const answers = {
  todo: json(200, todo, { etag: '"1"' }),
  'not modified': bare(304),
  fields: bare(200, { etag: '"1"' }),
  'no content': bare(204),
  'another body': json(200, { id: 7 }, { etag: '"1"' }),
  'broken JSON': cut('{'),
  'invalid UTF-8': cut(Buffer.from([34, 255, 34])),
  undeclared: json(418, {}),
  moved: bare(302, { location: '/new' }),
  unavailable: bare(503),
  'unavailable twice': (response, since) => (since < 3 ? bare(503) : json(200, todo))(response),
  'death in the middle': (response) => {
    response.writeHead(200, { 'content-type': 'application/json', etag: '"1"', 'content-length': '100' })
    response.write('{"id":')
    setTimeout(() => response.socket.destroy(), 10)
  },
  silence: () => {},
}

/** Starts it; `files` are what it serves by itself, by path: a page and its program, for a browser. */
export const start = async (files = {}) => {
  let answer
  let seen = []
  const server = createServer(async (request, response) => {
    const file = files[request.url]
    if (file) return response.writeHead(200, { 'content-type': file.type }).end(file.content)
    const parts = []
    for await (const part of request) parts.push(part)
    seen.push({ url: request.url, headers: request.headers, body: Buffer.concat(parts).toString('latin1') })
    answers[answer](response, seen.length)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${server.address().port}`,
    /** Forgets what was sent, and answers by this name from now on. */
    say: async (name) => {
      if (!answers[name]) throw new Error(`there is no answer called ${name}`)
      answer = name
      seen = []
    },
    seen: async () => seen,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
