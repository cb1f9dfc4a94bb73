/**
 * What a server costs at run time: requests in memory, in one process, in turns with the same handlers by hand.
 *
 *   node bench/server.mjs            measure and print
 *   node bench/server.mjs --check    the same, and fail where a figure is under its limit
 *
 * 200 routes. Every turn makes its Request and reads the whole answer. `floor` is written by hand: a switch over the URL, zod's safeParse,
 * Response.json. Figures are its time over ours: processor time, out of the least of many rounds, so that other processes count little.
 * Where `STATUTE_BENCH_PEERS` names a folder of adapters (`name.mjs` with `server()`), they take their turns too.
 */
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { z } from 'zod'
import { importing } from './importing.mjs'

process.env.NODE_ENV = 'production'
const root = fileURLToPath(new URL('..', import.meta.url))
const dist = `${root}dist/src`
if (!existsSync(`${dist}/server/index.js`)) {
  console.error('dist/ is missing: npm run build first')
  process.exit(2)
}
const { contract, del, empty, get, json, patch, post, put } = await import(pathToFileURL(`${dist}/index.js`).href)
const { reply, serve } = await import(pathToFileURL(`${dist}/server/index.js`).href)

const User = z.object({
  name: z.string(),
  email: z.string(),
  age: z.number(),
  role: z.enum(['admin', 'user', 'guest']),
  tags: z.array(z.string()),
  address: z.object({ street: z.string(), city: z.string(), zip: z.string(), geo: z.object({ lat: z.number(), lng: z.number() }) }),
  ref: z.union([z.string(), z.object({ kind: z.string(), id: z.string() })]),
  bio: z.string(),
})
const UserOut = z.object({ id: z.string(), name: z.string(), email: z.string(), age: z.number() })
const Created = User.extend({ id: z.string() })
const Params = z.object({ id: z.string() })
const Small = z.object({ name: z.string(), n: z.number() })
const Ok = z.object({ ok: z.boolean() })
const userOut = (id) => ({ id, name: 'Ada Lovelace', email: 'ada@example.org', age: 36 })
const user = {
  name: 'Ada Lovelace',
  email: 'ada@example.org',
  age: 36,
  role: 'admin',
  tags: ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta'],
  address: { street: '12 St James Square', city: 'London', zip: 'SW1Y 4JH', geo: { lat: 51.5, lng: -0.13 } },
  ref: { kind: 'external', id: 'x-81723' },
  bio: '',
}
user.bio = 'x'.repeat(1024 - JSON.stringify(user).length)
const good = JSON.stringify(user)
const bad = JSON.stringify({ ...user, age: 'thirty-six', tags: 'alpha' })

// --- the floor ----------------------------------------------------------------------------------------------------------------------

const groups = Array.from({ length: 33 }, (_, g) => g)
const kinds = [
  ['create', 'POST', false, true],
  ['list', 'GET', false, false],
  ['get', 'GET', true, false],
  ['replace', 'PUT', true, true],
  ['patch', 'PATCH', true, true],
  ['delete', 'DELETE', true, false],
]
const floor = () => {
  const table = new Map()
  for (const g of groups)
    for (const [, method, item, body] of kinds)
      table.set(`${method} thing${g} ${item ? 1 : 0}`, async (request, id) => {
        if (item && !Params.safeParse({ id }).success) return Response.json({ code: 'bad_request' }, { status: 400 })
        if (body) {
          const parsed = Small.safeParse(await request.json())
          if (!parsed.success) return Response.json(parsed.error.issues, { status: 400 })
        }
        return Response.json({ ok: true })
      })
  return async (request) => {
    const { url } = request
    const start = url.indexOf('/', 8) + 1
    let end = url.indexOf('?', start)
    if (end < 0) end = url.length
    const slash = url.indexOf('/', start)
    const inside = slash > 0 && slash < end
    const segment = url.slice(start, inside ? slash : end)
    const id = inside ? decodeURIComponent(url.slice(slash + 1, end)) : undefined
    if (segment === 'users') {
      if (id !== undefined && request.method === 'GET') {
        const parsed = Params.safeParse({ id })
        if (!parsed.success) return Response.json({ code: 'bad_request', issues: parsed.error.issues }, { status: 400 })
        return Response.json(userOut(parsed.data.id))
      }
      if (id === undefined && request.method === 'POST') {
        let content
        try {
          content = await request.json()
        } catch {
          return Response.json({ code: 'bad_request' }, { status: 400 })
        }
        const parsed = User.safeParse(content)
        if (!parsed.success) return Response.json({ code: 'bad_request', issues: parsed.error.issues }, { status: 400 })
        return Response.json({ id: 'u1', ...parsed.data }, { status: 201 })
      }
    }
    const handler = table.get(`${request.method} ${segment} ${id === undefined ? 0 : 1}`)
    return handler ? handler(request, id) : Response.json({ code: 'not_found' }, { status: 404 })
  }
}

// --- ours ---------------------------------------------------------------------------------------------------------------------------

const makers = { POST: post, GET: get, PUT: put, PATCH: patch, DELETE: del }
const things = Object.fromEntries(
  groups.flatMap((g) =>
    kinds.map(([kind, method, item, body]) => [
      `${kind}Thing${g}`,
      makers[method](`/thing${g}${item ? '/:id' : ''}`, {
        ...(item && { params: Params }),
        ...(body && { body: json(Small) }),
        responses: { 200: json(Ok), 204: empty() },
      }),
    ]),
  ),
)
const users = contract({
  createUser: post('/users', { body: json(User), responses: { 201: json(Created) } }),
  ...things,
  getUser: get('/users/:id', { params: Params, responses: { 200: json(UserOut, { headers: { etag: z.string().optional() } }) } }),
})
const ours = (judge) =>
  serve(
    users,
    {
      createUser: ({ body }) => reply(201, { id: 'u1', ...body }),
      ...Object.fromEntries(Object.keys(things).map((name) => [name, () => reply(200, { ok: true })])),
      getUser: ({ params }) => reply(200, userOut(params.id)),
    },
    { judge },
  )

// --- the turns ------------------------------------------------------------------------------------------------------------------------

const posted = (body) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body })
const work = {
  'GET through 200 routes': [() => new Request('http://localhost/users/42'), [200]],
  'POST with a validated body': [() => new Request('http://localhost/users', posted(good)), [201]],
  'unknown path': [() => new Request('http://localhost/nope/42'), [404]],
  'invalid body': [() => new Request('http://localhost/users', posted(bad)), [400, 422]],
}
const limits = { statute: [0.9, 0.9, 1, 0.8], 'statute, replies judged': [0.8, 0.8, undefined, undefined] }
const servers = { floor: floor(), statute: ours('off'), 'statute, replies judged': ours('throw') }
const peers = process.env.STATUTE_BENCH_PEERS
for (const file of peers ? readdirSync(peers).filter((name) => name.endsWith('.mjs') && !/^(_|floor)/.test(name)) : []) {
  const { server } = await import(pathToFileURL(`${peers}/${file}`).href)
  if (server) servers[file.slice(0, -4)] = await server()
}

const names = Object.keys(servers)
const rounds = 30
const size = 300
const results = {}
for (const [what, [make, statuses]] of Object.entries(work)) {
  const turn = async (name) => {
    const handle = servers[name]
    const from = process.cpuUsage()
    for (let i = 0; i < size; i++) await (await handle(make())).text()
    const { user, system } = process.cpuUsage(from)
    return (user + system) / size
  }
  for (const name of names) {
    const { status } = await servers[name](make())
    if (!statuses.includes(status)) throw new Error(`${name} answers ${what} with ${status}`)
    for (let i = 0; i < 5; i++) await turn(name)
  }
  const least = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY]))
  for (let round = 0; round < rounds; round++)
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round) % names.length]
      least[name] = Math.min(least[name], await turn(name))
    }
  results[what] = least
}

const failures = []
console.log(`times of the floor over ours (processor time in microseconds), node ${process.version}, least of ${rounds} rounds of ${size}:`)
for (const name of names) {
  const cells = Object.entries(results).map(([what, least], i) => {
    const ratio = least.floor / least[name]
    const limit = limits[name]?.[i]
    if (limit !== undefined && ratio < limit) failures.push(`${name}: ${what} ${ratio.toFixed(2)} is under ${limit}`)
    return `${what} ${ratio.toFixed(2)} (${least[name].toFixed(1)})${limit === undefined ? '' : ` of ${limit}`}`
  })
  console.log(`  ${name.padEnd(24)} ${cells.join(' · ')}`)
}

const imported = importing(pathToFileURL(`${dist}/server/index.js`).href)
const milliseconds = (value) => value.toFixed(1)
console.log(
  `import of statute/server         ${milliseconds(imported.median)} ms of the processor, least ${milliseconds(imported.least)} (limit 40); an empty module ${milliseconds(imported.empty)}`,
)
if (imported.least > 40) failures.push('the import takes longer than 40 ms')
if (process.argv.includes('--check')) {
  for (const failure of failures) console.error(failure)
  if (failures.length) process.exit(1)
}
