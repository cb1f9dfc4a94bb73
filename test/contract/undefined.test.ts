/** A status that holds undefined, as a condition writes it where optional properties need not be exact. */
import { expect, it } from 'vitest'
import { z } from 'zod'
import { client } from '../../src/client/index.js'
import { describe } from '../../src/contract/describe.js'
import { contract, get, json, text } from '../../src/index.js'
import { toOpenAPI } from '../../src/openapi/index.js'
import { serve } from '../../src/server/index.js'

const gone = undefined as never
const said = json(z.object({ a: z.string() }))
const declared = (conditional: typeof said) =>
  contract({ read: get('/a', { responses: { 200: said, 404: conditional, 409: conditional } }) }, { common: { 409: text(), 410: text() } })

const keysOf = (conditional: typeof said) => {
  const { document } = toOpenAPI(declared(conditional))
  const written = (document.paths as { '/a': { get: { responses: object } } })['/a'].get.responses
  const described = describe(declared(conditional), 'a').operations[0]!.responses.map(({ key }) => key)
  return { written: Object.keys(written), described: described.toSorted() }
}
const answered = async (conditional: typeof said, status: number) => {
  const response = () => Promise.resolve(Response.json({ a: 'b' }, { status }))
  return (await client(declared(conditional), { baseUrl: 'http://a.example', fetch: response }).read()).status
}
const served = async (conditional: typeof said) => {
  const rules: string[] = []
  const answering = serve(
    declared(conditional),
    { read: () => ({ status: 404, body: { a: 'b' } }) },
    { onViolation: ({ rule }) => rules.push(rule) },
  )
  const { status } = await answering(new Request('http://a.example/a'))
  return { status, rules }
}

it('declares nothing, not even what is common', async () => {
  const keys = ['200', '410']
  expect(keysOf(gone)).toEqual({ written: keys, described: keys })
  expect(await answered(gone, 200)).toBe(200)
  expect([await answered(gone, 404), await answered(gone, 409)]).toEqual(['breach', 'breach'])
  expect(await served(gone)).toEqual({ status: 500, rules: ['undeclared-status'] })
})

it('declares what it holds otherwise', async () => {
  const keys = ['200', '404', '409', '410']
  expect(keysOf(said)).toEqual({ written: keys, described: keys })
  expect([await answered(said, 404), await answered(said, 409)]).toEqual([404, 409])
  expect(await served(said)).toEqual({ status: 404, rules: [] })
})
