/** What makers make, of options as people give them. */
import { expect, it } from 'vitest'
import { z } from 'zod'
import { describe } from '../../src/contract/describe.js'
import { contract, empty, get, json, media } from '../../src/index.js'

/** An option that is there and says nothing, which plain JavaScript and looser compilers allow. */
const nothing = { headers: undefined } as object

it.each([
  ['json', json(z.string(), nothing)],
  ['empty', empty(nothing)],
  ['media', media({ 'text/csv': z.string() }, nothing)],
])('%s has no fields where none are given', (_, made) => {
  const [operation] = describe(contract({ read: get('/', { responses: { 200: made } }) }), 'it').operations
  expect(operation?.responses[0]?.fields).toEqual(new Map())
})

it('is what its maker says, whatever else an option is called', () => {
  const options = { kind: 'empty', schema: z.number(), description: 'A word.' } as object
  expect(json(z.string(), options)).toMatchObject({ kind: 'content', description: 'A word.', schema: { type: 'string' } })
  expect(empty({ ...options, kind: 'content' } as object)).toMatchObject({ kind: 'empty' })
})
