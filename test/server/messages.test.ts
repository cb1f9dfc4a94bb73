/** What the compiler prints of a handler that does not keep its contract: where, and in which words. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compile, type Diagnostic } from '../compiler.js'
import { project } from '../readme/project.js'

const head = `import { z } from 'zod'
import { contract, empty, get, json, problem, put } from 'statute'
import { middleware, reply, serve } from 'statute/server'
const Todo = z.object({ id: z.string(), title: z.string() })
const one = { id: '7', title: 'x' }
const todos = contract({
  read: get('/todos/:id', { responses: { 200: json(Todo, { headers: { etag: z.string() } }), 404: problem() } }),
  replace: put('/todos/:id', { body: json(Todo), responses: { 204: empty(), 404: problem() } }),
})
const auth = middleware(() => reply(401, { title: 'Who?' }))
const replace = () => reply(204)
`
const cases = {
  'an undeclared status': [
    `serve(todos, { replace, read: async () => reply(418, {}) })`,
    'reply',
    `Type 'Promise<Sent<418, {}, {}>>' is not assignable to type`,
  ],
  'a missing field': [
    `serve(todos, { replace, read: () => reply(200, one) })`,
    'reply',
    `Property 'etag' is missing in type '{}' but required in type`,
  ],
  'wrong content': [
    `serve(todos, { replace, read: () => reply(200, { id: '7', titel: 'x' }, { etag: '"1"' }) })`,
    'reply',
    `Property 'title' is missing in type '{ id: "7"; titel: "x"; }' but required in type`,
  ],
  'a missing handler': [`serve(todos, { read: () => reply(404, {}) })`, '{ read', `Property 'replace' is missing in type`],
  'an unknown route': [`serve(todos, { replace, read: () => reply(404, {}), reed: replace })`, 'reed', `'reed' does not exist in type`],
  'a refusal that no client is told of': [
    `serve(todos, { replace, read: () => reply(404, {}) }, { use: [auth] })`,
    'auth',
    'middleware refuses with 401: declare it in common of the contract',
  ],
} as const

describe('the compiler says of', () => {
  const file = (index: number) => `case-${index}.ts`
  let diagnostics: readonly Diagnostic[] = []
  let close = (): void => {}
  beforeAll(async () => {
    const made = project([], Object.fromEntries(Object.values(cases).map(([code], index) => [file(index), `${head}${code}\n`])))
    close = made.close
    ;({ diagnostics } = await compile('7.0', made.config))
  })
  afterAll(() => close())
  it.each(Object.entries(cases).map(([what, one], index) => [what, index, one] as const))('%s', (_, index, [code, token, words]) => {
    const said = diagnostics.filter((one) => one.file.endsWith(file(index)))
    expect(said).toHaveLength(1)
    expect(said[0]!.line).toBe(head.split('\n').length)
    expect(code.slice(said[0]!.column - 1)).toMatch(new RegExp(`^${token.replace(/[{(]/g, '\\$&')}`))
    expect(said[0]!.message).toContain(words)
  })
  it('nothing else', () => {
    expect(diagnostics.filter((one) => !/case-\d+\.ts$/.test(one.file))).toEqual([])
  })
})
