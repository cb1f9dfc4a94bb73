/**
 * Five minutes of good, wrong and broken requests to the to-dos of the examples, on Node over loopback:
 *
 *   npm run -s build && node bench/soak.mjs [seconds] [connections]
 *
 * It ends with what was answered and what the server holds, minute by minute; with exit code 1 where a reply was not as expected, an error
 * was reported, or memory has grown from the second sample to the last by more than 20 MiB. The server keeps no to-do beyond its request,
 * so whatever grows is a leak.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'

if (process.argv[2] === 'serve') {
  const { createJiti } = await import('jiti')
  const { serve } = await import('@hono/node-server')
  const { todoServer } = await createJiti(import.meta.url).import('../examples/todos/server.ts')
  const handle = todoServer()
  const server = serve({ fetch: (message) => handle(message), hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send({ port }))
  process.on('message', async () => {
    for (let index = 0; index < 3; index++) {
      globalThis.gc()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const { heapUsed, external, rss } = process.memoryUsage()
    server.getConnections((_, connections) => process.send({ heap: heapUsed + external, rss, connections }))
  })
} else {
  const seconds = Number(process.argv[2] ?? 300)
  const connections = Number(process.argv[3] ?? 32)
  const child = spawn(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), 'serve'], {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors = (errors + chunk).slice(0, 2000)
  })
  const [{ port }] = await once(child, 'message')
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const json = { 'content-type': 'application/json' }

  /** One request, answered by status and text; `breakOff` destroys it after so many milliseconds. */
  const ask = (method, path, { headers = {}, body, breakOff } = {}) =>
    new Promise((resolve, reject) => {
      const message = request({ host: '127.0.0.1', port, agent, method, path, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk) => {
          text += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }))
        response.on('error', () => resolve({ status: 0 }))
      })
      message.on('error', (error) => (breakOff === undefined && error.code !== 'ECONNRESET' ? reject(error) : resolve({ status: 0 })))
      if (breakOff !== undefined) setTimeout(() => message.destroy(), breakOff)
      message.end(body)
    })
  const broken = () =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write('POST /todos HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n{"title":')
        setTimeout(() => socket.destroy(), Math.random() * 10)
      })
      socket.on('error', () => {}).on('close', () => resolve({ status: 0 }))
    })

  const counts = {}
  const wrong = []
  const expected = async (name, wanted, asked) => {
    const { status, headers, text } = await asked
    counts[name] = (counts[name] ?? 0) + 1
    // 0: the connection went away, which happens to those beside one that was broken off.
    if (status !== 0 && !wanted.includes(status) && wrong.length < 20) wrong.push(`${name}: ${status}`)
    return { status, headers, text }
  }
  const cycles = [
    async () => {
      const body = JSON.stringify({ title: 'soak', done: false })
      const made = await expected('create', [201], ask('POST', '/todos', { headers: json, body }))
      if (made.status !== 201) return
      const { location } = made.headers
      const read = await expected('read', [200], ask('GET', location))
      await expected('unmodified', [304], ask('GET', location, { headers: { 'if-none-match': read.headers?.etag ?? '*' } }))
      const todo = JSON.stringify({ ...JSON.parse(made.text), done: true })
      await expected('stale', [412], ask('PUT', location, { headers: { ...json, 'if-match': '"0"' }, body: todo }))
      await expected('replace', [200], ask('PUT', location, { headers: json, body: todo }))
      // The to-do goes, whatever happens to one request.
      while ((await expected('remove', [204, 404], ask('DELETE', location))).status === 0);
    },
    () => expected('list', [200], ask('GET', '/todos?done=true')),
    () => expected('head', [200], ask('HEAD', '/todos')),
    () => expected('options', [204], ask('OPTIONS', '/todos')),
    () => expected('nothing there', [404], ask('GET', `/nothing/${Math.random()}`)),
    () => expected('not done here', [405], ask('DELETE', '/todos')),
    () => expected('invalid', [422], ask('POST', '/todos', { headers: json, body: '{"title":1,"done":"x"}' })),
    () => expected('malformed', [400], ask('POST', '/todos', { headers: json, body: '{"title"' })),
    () => expected('no such type', [415], ask('POST', '/todos', { headers: { 'content-type': 'text/plain' }, body: 'x' })),
    () => expected('too long', [413], ask('POST', '/todos', { headers: { ...json, 'content-length': 2_000_000 }, breakOff: 50 })),
    () => expected('aborted', [0, 200], ask('GET', '/todos', { breakOff: Math.random() * 3 })),
    () => expected('broken off', [0], broken()),
  ]

  const start = Date.now()
  const samples = []
  const sample = async () => {
    child.send('memory')
    const [{ heap, rss, connections: open }] = await once(child, 'message')
    samples.push(heap / 2 ** 20)
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
    console.log(
      `${`${Math.round((Date.now() - start) / 1000)}`.padStart(4)} s ${`${total}`.padStart(9)} requests, heap and buffers ${(heap / 2 ** 20).toFixed(1)} MiB, resident ${(rss / 2 ** 20).toFixed(0)} MiB, ${open} connections`,
    )
  }
  await sample()
  let until = start
  const pieces = 5
  for (let piece = 0; piece < pieces; piece++) {
    until += (seconds * 1000) / pieces
    await Promise.all(
      Array.from({ length: connections }, async (_, index) => {
        for (let turn = index; Date.now() < until; turn++) await cycles[turn % cycles.length]()
      }),
    )
    await sample()
  }
  agent.destroy()
  const left = await fetch(`http://127.0.0.1:${port}/todos`).then((response) => response.json())
  child.kill()
  console.log(
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', '),
  )
  const grown = samples.at(-1) - samples[1]
  console.log(
    `grown by ${grown.toFixed(1)} MiB; ${left.length} to-dos left; ${wrong.length} wrong answers; ${errors ? `reported: ${errors}` : 'nothing reported'}`,
  )
  for (const one of wrong) console.log(`  ${one}`)
  if (wrong.length || errors || grown > 20) process.exitCode = 1
}
