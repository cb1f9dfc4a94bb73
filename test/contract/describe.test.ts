/** What a contract's description says of path parameters: the compiler refuses the same schemas (test/messages/cases/params.ts). */
import { type } from 'arktype'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { describe } from '../../src/contract/describe.js'
import { route } from '../../src/contract/route.js'
import { contract, json } from '../../src/index.js'
import { rules } from '../../src/rules/index.js'
import { judge } from '../../src/rules/judge.js'
import type { Schema } from '../../types/schema.js'

const said = (params: Schema): string[] => {
  const loose = route as unknown as (method: string, path: string, spec: object) => never
  const declared = contract({ read: loose('GET', '/todos/:id', { params, responses: { 200: json(z.string()) } }) })
  return judge(describe(declared, 'todos'), [rules['params-text']]).map(({ message }) => message)
}
const id = (schema: z.ZodType): Schema => z.object({ id: schema })

it.each<readonly [string, Schema]>([
  ['a number', id(z.number())],
  ['a boolean that may be absent', id(z.boolean().optional())],
  ['a literal number', id(z.literal(5))],
  ['a union without text', id(z.union([z.number(), z.boolean()]))],
  ['a number of arktype', type({ id: 'number' })],
])('%s takes no text', (_, schema) => {
  expect(said(schema)).toEqual(['id is text in the path, and its schema takes none'])
})

it.each<readonly [string, Schema]>([
  ['a number from text', id(z.coerce.number().min(1_000_000_000))],
  ['a number from text that may be absent', id(z.coerce.number().optional())],
  ['a number from text, piped', id(z.pipe(z.coerce.number(), z.number()))],
  ['a boolean in words', id(z.stringbool())],
  ['words', id(z.enum(['open', 'done']))],
  ['a literal of either kind', id(z.literal(['a', 5]))],
  ['a union with text', id(z.union([z.number(), z.string()]))],
  ['a codec from text', id(z.codec(z.string(), z.number(), { decode: Number, encode: String }))],
  ['anything', id(z.any())],
  ['text of arktype', type({ id: 'string' })],
  ['text of valibot', v.object({ id: v.string() })],
  // It does not say what it takes; the compiler refuses it.
  ['a number of valibot', v.object({ id: v.number() })],
])('%s takes text, or does not say', (_, schema) => {
  expect(said(schema)).toEqual([])
})
