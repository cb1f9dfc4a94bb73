/** What a client weighs in a browser: a contract of one route and its client, zod left out, minified by rolldown and gzipped. */
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { rolldown } from 'rolldown'

/** Bytes that it may weigh. */
export const limit = 3000

/** Words of the rows and of the rules: a bundle that holds one has brought them all. */
const prose = ['Not Found', 'Retrieves', 'RFC 9110', 'idempotent']

const source = fileURLToPath(new URL('../src', import.meta.url))
const entry = (imports, options) => `import { client${imports} } from '${source}/client/index.ts'
import { contract, get, json } from '${source}/index.ts'
import { z } from 'zod'
export const api = client(contract({ read: get('/users/:id', { responses: { 200: json(z.object({ name: z.string() })) } }) }), { baseUrl: ''${options} })
`

/** Bundles the sources; `imports` and `options` are what the client imports besides and is given. */
export const bundle = async (imports = '', options = '') => {
  const built = await rolldown({
    input: 'entry',
    external: ['zod'],
    logLevel: 'silent',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    plugins: [
      { name: 'entry', resolveId: (id) => (id === 'entry' ? id : null), load: (id) => (id === 'entry' ? entry(imports, options) : null) },
    ],
  })
  const { output } = await built.generate({ format: 'esm', minify: true })
  await built.close()
  const code = output.map((chunk) => chunk.code).join('')
  return { size: gzipSync(code, { level: 9 }).length, prose: prose.filter((words) => code.includes(words)) }
}
