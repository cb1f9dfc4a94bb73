/** Errors that every route answers alike stand once, in what the contract has in common; others stay where they are. */
import { describe, expect, it } from 'vitest'
import { describe as describeContract } from '../../src/contract/describe.js'
import { compare } from '../../src/diff/index.js'
import { modelOf, parse, toContract, toOpenAPI } from '../../src/openapi/index.js'
import type { Contract } from '../../types/route.js'
import { compile } from '../compiler.js'
import { project } from '../readme/project.js'
import { load } from './sample.js'

const broken = { $ref: '#/components/responses/Broken' }
const apiOf = (responses: object, more: object = {}) =>
  modelOf(
    parse(
      JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'To-dos', version: '1' },
        paths: {
          '/todos': { get: { operationId: 'list', responses: { 200: { description: 'All of them' }, 500: broken } }, ...more },
          '/todos/{id}': { delete: { operationId: 'remove', responses } },
        },
        components: { responses: { Broken: { description: 'It broke', content: { 'text/plain': { schema: { type: 'string' } } } } } },
      }),
      'api.json',
    ),
  )
const gone = { 204: { description: 'Gone' } }

describe('what an import has in common', () => {
  it('is what every route answers alike, and goes back to the same document', { timeout: 60_000 }, async () => {
    const api = apiOf({ ...gone, 500: broken })
    const { text } = toContract(api)
    expect(text).toMatch(/common: \{\s+\/\*\* It broke \*\/\s+500: broken,?\s+\}|common: \{ 500: broken \}/)
    expect(text.match(/500:/g)).toHaveLength(1)
    const { config, close } = project([], { 'contract.ts': text })
    expect((await compile('7.0', config).finally(close)).diagnostics).toEqual([])
    const contract = load(text).api as Contract
    expect(describeContract(contract, 'api').operations.map(({ responses }) => responses.map(({ key }) => key))).toEqual([
      ['200', '500'],
      ['204', '500'],
    ])
    const { document } = toOpenAPI(contract)
    expect(compare(api, modelOf(parse(JSON.stringify(document), 'again.json')))).toEqual([])
  })

  it.each([
    ['a route does not have it', apiOf(gone)],
    ['a route has another', apiOf({ ...gone, 500: { description: 'Otherwise' } })],
    ['a route would have nothing of its own', apiOf({ 500: broken })],
    [
      'a method is answered with fields alone',
      apiOf({ ...gone, 500: broken }, { head: { operationId: 'look', responses: { 200: { description: 'OK' }, 500: broken } } }),
    ],
  ])('is nothing where %s', (_, api) => expect(toContract(api).text).not.toContain('common:'))
})
