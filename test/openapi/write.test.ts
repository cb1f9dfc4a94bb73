/** Contracts written as OpenAPI: the examples whole, by two or three validators that are not ours and by our own lint; then place by place. */
import { validate as validate31 } from '@hyperjump/json-schema/openapi-3-1'
import { validate as validate32 } from '@hyperjump/json-schema/openapi-3-2'
import { validate } from '@readme/openapi-parser'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { files } from '../../examples/files/contract.js'
import { passwords } from '../../examples/registry/article.js'
import { cache } from '../../examples/registry/cache.js'
import { todos } from '../../examples/todos/contract.js'
import { dav } from '../../examples/webdav/contract.js'
import { describe as describeContract } from '../../src/contract/describe.js'
import { lint, modelOf, parse, toOpenAPI } from '../../src/openapi/index.js'
import { judge } from '../../src/rules/judge.js'
import type { Contract } from '../../types/route.js'

const info = { title: 'An API', version: '1.0.0' }
const examples: Readonly<Record<string, Contract>> = { todos, files, dav, passwords, cache }
const versions = ['3.1', '3.2'] as const

describe.each(Object.entries(examples))('the example %s', (name, example) => {
  describe.each(versions)('as OpenAPI %s', (openapi) => {
    const { document, notes } = toOpenAPI(example, info, { openapi })
    const text = JSON.stringify(document)

    it('is valid to @seriousme/openapi-schema-validator', async () => {
      expect(await new Validator().validate(JSON.parse(text))).toEqual({ valid: true })
    })
    it('is valid to @hyperjump/json-schema, its schemas too', async () => {
      const check = openapi === '3.1' ? validate31 : validate32
      expect(await check(`https://spec.openapis.org/oas/${openapi}/schema-base`, JSON.parse(text))).toEqual({ valid: true })
    })
    // It does not know 3.2.
    it.runIf(openapi === '3.1')('is valid to @readme/openapi-parser', async () => {
      expect(await validate(JSON.parse(text))).toMatchObject({ valid: true })
    })

    it('is read back as the contract that it was', () => {
      const { operations } = modelOf(parse(text, 'written.json'))
      const contract = new Map(describeContract(example, name).operations.map((operation) => [operation.name, operation]))
      expect(operations.length).toBe((text.match(/"operationId"/g) ?? []).length)
      for (const operation of operations) {
        const route = contract.get(operation.id!)!
        expect(operation.method).toBe(route.method)
        expect([...operation.responses.keys()].sort()).toEqual(route.responses.map(({ key }) => key).sort())
        expect([...(operation.body?.content.keys() ?? [])]).toEqual(route.content.map(({ type }) => type))
        expect(operation.sunset).toBe(typeof route.deprecated === 'object' ? route.deprecated.sunset : undefined)
        for (const { key, content } of route.responses)
          expect([...operation.responses.get(key)!.content.keys()]).toEqual(content.map(({ type }) => type))
      }
    })

    it('is written the same again', () => {
      expect(JSON.stringify(toOpenAPI(example, info, { openapi }).document)).toBe(text)
    })

    it('says every route, or a note says that it is left out', () => {
      const { operations } = describeContract(example, name)
      const written = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id)
      const left = operations.filter(({ name }) => notes.some((note) => note.startsWith(`${name} (`) && / \S+\) is left out: /.test(note)))
      expect(operations.length).toBeGreaterThan(0)
      expect([...written, ...left.map(({ name }) => name)].sort()).toEqual(operations.map(({ name }) => name).sort())
    })

    it('breaks no rule that the contract keeps', () => {
      const contract = describeContract(example, name)
      const key = (finding: { rule: string; route: string | null; status: string | number | null }) =>
        `${finding.rule} ${finding.route} ${finding.status}`.toLowerCase()
      const known = new Set(judge(contract).map(key))
      const count = (text.match(/"operationId"/g) ?? []).length
      if (count === 0) return expect(notes.length).toBe(contract.operations.length)
      const { operations, findings } = lint(parse(text, 'written.json'), contract.law)
      expect(operations).toBe(count)
      expect(
        findings.filter((finding) => !known.has(key(finding))).map(({ message, rule, route }) => `${rule} ${route}: ${message}`),
      ).toEqual([])
    })
  })
})
