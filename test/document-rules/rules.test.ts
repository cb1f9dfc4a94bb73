/** Every rule of this room speaks where it should, in its words, and is silent where it should be. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coverage, unshowable } from '../../src/rules/coverage.js'
import type { Description } from '../../src/rules/description.js'
import type { Finding } from '../../src/rules/finding.js'
import { rules } from '../../src/rules/index.js'
import { judge } from '../../src/rules/judge.js'
import type { Rule } from '../../src/rules/rule.js'
import { cases } from './cases.js'
import { json, problem, sample } from './sample.js'

const book: Readonly<Record<string, Rule>> = rules
const judged = (id: string, description: Description): Finding[] => [...judge(description, [book[id]!])]
const ids = (description: Description): string[] => [...judge(description)].map(({ rule }) => rule)

describe.each(Object.entries(cases))('%s', (id, { bad, says, good }) => {
  it('reports', () => {
    const findings = judged(id, bad)
    expect(findings.map(({ message }) => message)).toEqual([says].flat())
    for (const { cite, message, fix, pointer } of findings) {
      const sentence = `${message} (${cite}): ${fix} [${id}]`
      expect(sentence, 'a placeholder without a value').not.toMatch(/<[a-z]+>/)
      expect(sentence.length, sentence).toBeLessThanOrEqual(160)
      expect(pointer.length).toBeGreaterThan(0)
    }
  })
  it('accepts', () => {
    expect(judged(id, good)).toEqual([])
  })
})

describe('what one response is reported for', () => {
  const reported = (key: string, method = 'PUT') =>
    ids(sample({ [`${method} /todos`]: { content: json, responses: { 200: { content: json }, [key]: {} } } }))

  it.each([
    ['404', 'error-content-explains'],
    ['409', 'explain-409'],
    ['428', 'explain-428'],
    ['4XX', 'error-content-explains'],
    ['5XX', 'error-content-explains'],
  ])('%s without content: %s and no other', (key, rule) => {
    expect(reported(key).filter((id) => /explain/.test(id))).toEqual([rule])
  })
  it('default and HEAD need not explain', () => {
    expect(reported('default')).not.toContain('error-content-explains')
    expect(reported('404', 'HEAD')).not.toContain('error-content-explains')
  })
  it('content on 204 by the rule of HTTP alone', () => {
    const found = ids(sample({ 'PUT /todos': { content: json, responses: { 204: { content: json } } } }))
    expect(found.filter((id) => /content/.test(id))).toEqual(['no-content-204'])
  })
  it('206 without Content-Range once', () => {
    const found = ids(sample({ 'GET /todos': { fields: { Range: [] }, responses: { 206: { content: json } } } }))
    expect(found.filter((id) => /206/.test(id))).toEqual(['content-range-or-multipart-206'])
  })
  it('a document key that is no status once, whatever it is', () => {
    for (const key of ['600', '6XX', '20X', '4xx', 'ok'])
      expect(
        ids(sample({ 'GET /todos': { responses: { [key]: { content: problem }, 200: { content: json } } } })).filter((id) =>
          /status-code|response-key/.test(id),
        ),
        key,
      ).toHaveLength(1)
  })
  it('an operation without responses once', () => {
    const found = ids(sample({ 'GET /todos': {} }))
    expect(found).toEqual(['openapi-at-least-one-response'])
  })
  it('a 415 without Accept by the field of the method', () => {
    const found = (method: string) =>
      ids(
        sample({
          [`${method} /todos`]: {
            content: json,
            responses: { 200: { content: json }, 415: { content: problem }, 400: { content: problem } },
          },
        }),
      )
    expect(found('POST')).toContain('accept-415')
    expect(found('PATCH')).toContain('accept-patch-415')
    expect(found('PATCH')).not.toContain('accept-415')
  })
})

describe('values', () => {
  it('shared by reference are reported once, with the first operation', () => {
    const one = sample({ 'GET /a': { responses: { 200: { fields: { ETag: ['v1'] } } } }, 'GET /b': { responses: { 200: {} } } })
    const [a, b] = one.operations
    const shared = {
      ...one,
      operations: [a!, { ...b!, responses: b!.responses.map((response) => ({ ...response, fields: a!.responses[0]!.fields })) }],
    }
    const findings = judged('etag-grammar', shared)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      method: 'GET',
      path: '/a',
      status: 200,
      pointer: ['paths', '/a', 'get', 'responses', '200', 'headers', 'ETag'],
    })
    expect(judged('etag-grammar', shared), 'a second judgement sees the same').toEqual(findings)
  })
  it('count by a format that fixes their syntax', () => {
    const declared = (format: string) =>
      sample({ 'GET /a': { responses: { 200: { fields: { 'Last-Modified': { schema: { type: 'string', format } } } } } } })
    expect(judged('http-date-imf-fixdate', declared('date-time'))[0]?.message).toBe('Last-Modified is an HTTP-date, not format: date-time')
    expect(judged('http-date-imf-fixdate', declared('http-date'))).toEqual([])
  })
  it('are cut to fit the sentence', () => {
    const [finding] = judged('etag-grammar', sample({ 'GET /a': { responses: { 200: { fields: { ETag: ['x'.repeat(5000)] } } } } }))
    expect(finding?.message).toHaveLength('ETag is a tag in double quotes, not '.length + 40)
  })
})

describe('a contract', () => {
  it('declares the fields of the 200 once, for its 304 and 206 too', () => {
    const sketch = { 'GET /todos': { responses: { 200: { content: json, fields: { etag: [] } }, 304: {} } } }
    expect(judged('not-modified-mirrors-200-fields', sample(sketch, { source: 'contract' }))).toEqual([])
    expect(judged('not-modified-mirrors-200-fields', sample(sketch))).toHaveLength(1)
  })
  it('is not judged by the rules about documents', () => {
    const contract = sample(
      { 'GET /todos/{id}': { params: [], fields: { authorization: [] }, responses: { '4xx': { content: problem } } } },
      { source: 'contract' },
    )
    expect(ids(contract).filter((id) => /^openapi-|^path-param/.test(id))).toEqual([])
  })
  it('may give two routes of different methods different names, but not two of one', () => {
    const two = (method: string) =>
      judged('path-templates-collide', sample({ 'GET /todos/{id}': {}, [`${method} /todos/{name}`]: {} }, { source: 'contract' }))
    expect(two('PUT')).toEqual([])
    expect(two('GET').map(({ message }) => message)).toEqual(['GET /todos/{name} has the same shape as GET /todos/{id}'])
  })
})

const facts = new URL('../../../shared/facts/rules.json', import.meta.url)
const present = existsSync(facts)
if (!present) console.log('skipped: ../shared/facts/rules.json is not beside the repository')

describe.skipIf(!present)('coverage of the catalogue in ../shared/facts', () => {
  interface Fact {
    readonly id: string
    readonly enforceableAt: readonly string[]
  }
  const catalogue: readonly Fact[] = present ? JSON.parse(readFileSync(facts, 'utf8')).rules : []
  const openapi = catalogue.filter(({ enforceableAt }) => enforceableAt.includes('openapi'))

  it('accounts for all 96 rules that a document could break', () => {
    expect(openapi).toHaveLength(96)
    const accounts = openapi.map(({ id }) => [id, book[id] && coverage(book[id])] as const)
    expect(accounts.filter(([, account]) => account === undefined)).toEqual([])
    expect(accounts.filter(([, account]) => account === 'judged')).toHaveLength(96 - Object.keys(unshowable).length)
  })
  it('gives reasons only for rules that are not judged', () => {
    expect(Object.keys(unshowable).filter((id) => book[id] === undefined || coverage(book[id]) === 'judged')).toEqual([])
    expect(Object.keys(unshowable).filter((id) => !openapi.some((fact) => fact.id === id))).toEqual([])
  })
  it('has a case here for each of them that types do not know', () => {
    // The conditions of statuses that only another role generates are tested with the other conditions.
    const elsewhere = ['proxy-only-407', 'gateway-only-502-504', 'transformed-203-proxy-only', 'network-auth-511-not-origin']
    const mine = openapi.filter(
      ({ id, enforceableAt }) => !enforceableAt.includes('compile-time') && !(id in unshowable) && !elsewhere.includes(id),
    )
    expect(mine).toHaveLength(36)
    expect(mine.filter(({ id }) => !(id in cases))).toEqual([])
  })
})
