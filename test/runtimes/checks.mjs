/** The built client against that server: what every runtime has to get right, browsers too. */
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

const same = (given, wanted) => {
  const [one, other] = [JSON.stringify(given), JSON.stringify(wanted)]
  if (one !== other) throw new Error(`${one} is not ${other}`)
}
/** A call that must fail, and not hang. */
const rejects = async (call) => {
  const outcome = await Promise.race([
    call().then(
      () => 'resolves',
      () => 'rejects',
    ),
    new Promise((resolve) => setTimeout(resolve, 5000, 'hangs')),
  ])
  same(outcome, 'rejects')
}

/** Runs all checks and gives their names; throws at the first that fails. */
export const check = async ({ baseUrl, say, seen, inBrowser = false }) => {
  const api = client(todos, { baseUrl, retry: retry({ backoff: { first: 2, longest: 4 } }) })
  const params = { id: '7' }
  const checks = {
    'a reply': async () => {
      await say('todo')
      const reply = await api.read({ params: { id: 'a/b ü' } })
      same([reply.status, reply.body, reply.headers.etag], [200, todo, '"1"'])
      same((await seen()).at(-1).url, '/todos/a%2Fb%20%C3%BC')
    },
    'a 304 where it was asked for': async () => {
      await say('not modified')
      same((await api.read({ params, ifNoneMatch: '"1"' })).status, 304)
      same((await api.read({ params })).status, 'breach')
    },
    'HEAD and 204': async () => {
      await say('fields')
      same((await api.peek({ params })).headers.etag, '"1"')
      await say('no content')
      same((await api.remove({ params })).status, 204)
      same((await seen()).at(-1).headers['content-type'], undefined)
    },
    breaches: async () => {
      for (const answer of ['another body', 'broken JSON', 'invalid UTF-8']) {
        await say(answer)
        same((await api.read({ params })).reason, 'body')
      }
      await say('undeclared')
      same((await api.read({ params })).reason, 'status')
    },
    parts: async () => {
      await say('no content')
      await api.upload({ body: { file: new File(['data'], 'a.txt') } })
      same(/filename="a\.txt"[\s\S]*data/.test((await seen()).at(-1).body), true)
    },
    'a redirect that was declared': async () => {
      await say('moved')
      const reply = await api.moved()
      // The Fetch standard keeps from pages what a redirect says: they see that there was one, and no more.
      same(
        inBrowser ? [reply.status, reply.response.type] : [reply.status, reply.headers.location],
        inBrowser ? ['breach', 'opaqueredirect'] : [302, '/new'],
      )
    },
    'retries, and none for POST': async () => {
      await say('unavailable twice')
      same((await api.replace({ params, body: todo })).status, 200)
      same((await seen()).length, 3)
      await say('unavailable')
      same((await api.create({ body: todo })).code, 503)
      same((await seen()).length, 1)
    },
    'a server that dies in the middle': async () => {
      await say('death in the middle')
      await rejects(() => api.read({ params, retry: false }))
    },
    'a server that stalls': async () => {
      await say('silence')
      await rejects(() => api.read({ params, signal: AbortSignal.timeout(50) }))
    },
    'what cannot be sent': async () => {
      await rejects(() => api.read({ params: { id: '..' } }))
      await rejects(() => api.read({ params, ifNoneMatch: 'a\r\nx: y' }))
    },
  }
  for (const [name, run] of Object.entries(checks)) {
    try {
      await run()
    } catch (error) {
      throw new Error(`${name}: ${error.message}`)
    }
  }
  return Object.keys(checks)
}
