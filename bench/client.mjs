/**
 * What a client costs at run time: its bundle, its import, and a GET over bare fetch.
 *
 *   node bench/client.mjs            measure and print
 *   node bench/client.mjs --check    the same, and fail where a figure is over its limit
 *
 * The bundle is that of bundle.mjs, to which `test/client/bundle.test.ts` holds the sources too; the GET is a median, over a fetch that
 * answers from memory, in turns with the same GET by hand (fetch, JSON), which holds its content to no schema.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { z } from 'zod'
import { bundle, limit as bytes } from './bundle.mjs'
import { importing } from './importing.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = `${root}dist/src`
const limits = { bundle: bytes, import: 15, overhead: 1.2 }
if (!existsSync(`${dist}/client/index.js`)) {
  console.error('dist/ is missing: npm run build first')
  process.exit(2)
}
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

const plain = await bundle()
const retrying = await bundle(', retry', ', retry: retry()')

const imported = importing(pathToFileURL(`${dist}/client/index.js`).href)

const { client } = await import(pathToFileURL(`${dist}/client/index.js`).href)
const { contract, get, json } = await import(pathToFileURL(`${dist}/index.js`).href)
const user = JSON.stringify({
  id: '42',
  name: 'Ada',
  email: 'ada@example.com',
  age: 36,
  role: 'admin',
  tags: ['a', 'b', 'c'],
  address: { street: '1 Main St', city: 'London', zip: 'N1' },
  bio: 'x'.repeat(400),
})
const headers = { 'content-type': 'application/json' }
const stub = async () => new Response(user, { status: 200, headers })
const User = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  age: z.number(),
  role: z.enum(['admin', 'user']),
  tags: z.array(z.string()),
  address: z.object({ street: z.string(), city: z.string(), zip: z.string() }),
  bio: z.string(),
})
const api = client(contract({ read: get('/users/:id', { responses: { 200: json(User) } }) }), { baseUrl: 'http://localhost', fetch: stub })
const ours = async () => (await api.read({ params: { id: '42' } })).body.name
const bare = async () => {
  const response = await stub('http://localhost/users/42', { method: 'GET', headers: {} })
  return (await response.json()).name
}
if ((await ours()) !== (await bare())) throw new Error('the client answers something else')

const round = async (call) => {
  const from = performance.now()
  for (let i = 0; i < 2000; i++) await call()
  return (performance.now() - from) / 2
}
for (let i = 0; i < 5; i++) for (const call of [bare, ours]) await round(call)
const rounds = Array.from({ length: 25 })
const times = []
for (const _ of rounds) times.push([await round(bare), await round(ours)])
const overhead = median(times.map(([theirs, own]) => own / theirs))

const figures = [
  ['bundle, one route, zod left out', plain.size, limits.bundle, 'bytes gzip'],
  ['bundle with retry', retrying.size, undefined, 'bytes gzip'],
  ['import, least', imported.least, limits.import, 'ms of the processor'],
  ['import, median', imported.median, undefined, 'ms of the processor'],
  ['import of an empty module', imported.empty, undefined, 'ms of the processor'],
  ['GET over bare fetch', overhead, limits.overhead, '×'],
]
const over = figures.filter(([, value, limit]) => !(limit === undefined || value <= limit))
for (const [name, value, limit, unit] of figures)
  console.log(`${name.padEnd(34)} ${value.toLocaleString('en', { maximumFractionDigits: 2 })} ${unit}${limit ? ` (limit ${limit})` : ''}`)
console.log(
  `microseconds a GET                 bare ${median(times.map(([b]) => b)).toFixed(1)}, client ${median(times.map(([, o]) => o)).toFixed(1)}`,
)
console.log(`prose of rows and rules            ${plain.prose.length ? plain.prose.join(', ') : 'none'}`)
if (process.argv.includes('--check') && (over.length || plain.prose.length)) {
  for (const [name] of over) console.error(`over the limit: ${name}`)
  if (plain.prose.length) console.error(`the bundle holds prose: ${plain.prose.join(', ')}`)
  process.exit(1)
}
