import { describe, expect, it } from 'vitest'
import { enforcement } from '../../src/rules/enforcement.js'
import { rules } from '../../src/rules/index.js'
import { judge } from '../../src/rules/judge.js'
import type { Rule } from '../../src/rules/rule.js'
import { cases } from './compile.cases.js'
import { sample } from './sample.js'

const book: readonly Rule[] = Object.values(rules)

describe.each(Object.entries(cases))('%s', (id, { wrong, right }) => {
  const rule: Rule = rules[id as keyof typeof rules]

  it('has a refused and an accepted case', () => {
    expect(rule).toBeDefined()
    expect(wrong.length).toBeGreaterThan(0)
    expect(right.length).toBeGreaterThan(0)
  })

  it.each(wrong)('finds what is wrong (%#)', (description, pointer, message) => {
    const findings = [...judge(description, [rule])]
    expect(findings.map((finding) => [finding.pointer, finding.message])).toEqual([[pointer, message]])
    expect(findings[0]).toMatchObject({ rule: id, level: rule.level, kind: rule.kind, refuses: rule.refuses })
    expect(`${findings[0]?.cite} ${findings[0]?.fix}`).not.toMatch(/<\w+>/)
  })

  it.each(right)('finds nothing in what is right (%#)', (description) => {
    expect([...judge(description, [rule])]).toEqual([])
  })
})

describe('one mistake, one sentence', () => {
  const said = (...args: Parameters<typeof sample>): string[] =>
    [...judge(sample(...args))].filter(({ rule }) => rule in cases).map(({ rule }) => rule)

  it.each([
    ['GET with content', { method: 'GET', body: {} }, ['get-content-discouraged']],
    ['412 for every route', { method: 'GET', responses: { 412: { common: true } } }, ['common-needs-route']],
    ['POST answered 206', { method: 'POST', body: {}, responses: { 206: {} } }, ['post-never-206-304-416']],
    ['POST answered 226', { method: 'POST', body: {}, responses: { 226: {} } }, ['im-used-needs-a-im']],
    ['POST created', { method: 'POST', body: {}, responses: { 201: {} } }, ['post-created-location']],
    ['GET answered 402', { method: 'GET', responses: { 402: {} } }, ['no-deprecated-status']],
    ['HEAD answered 204 with content', { method: 'HEAD', responses: { 204: { content: {} } } }, ['no-content-204']],
    ['CONNECT to a path', { method: 'CONNECT', path: '/tunnel' }, ['connect-authority-form']],
    ['get', { method: 'get' }, ['method-case-sensitive']],
    ['a parameter by another name', { method: 'GET', path: '/todos/:id', params: ['todoId'] }, ['params-wrong']],
    ['DELETE answered 201', { method: 'DELETE', responses: { 201: { fields: { location: true } } } }, ['delete-success-statuses']],
  ] as const)('%s', (_, route, expected) => {
    expect(said(route)).toEqual(expected)
  })

  it('finds nothing in a right route', () => {
    expect(
      said([
        { method: 'GET', path: '/todos/:id', responses: { 200: { content: {}, fields: { etag: true } }, 304: {} } },
        { method: 'PUT', path: '/todos/:id', body: {}, responses: { 201: { content: {} }, 204: {} } },
        { method: 'DELETE', path: '/todos/:id', responses: { 204: {} } },
      ]),
    ).toEqual([])
  })
})

describe('a waiver', () => {
  it('leaves the finding in place, with its reason', () => {
    const waive = { 'www-authenticate-401': 'the gateway adds it' }
    const [finding] = judge(sample({ method: 'GET', waive, responses: { 401: {} } }), [rules['www-authenticate-401']])
    expect(finding).toMatchObject({ rule: 'www-authenticate-401', waived: 'the gateway adds it' })
  })
})

describe('a strict law', () => {
  it('refuses what should not be', () => {
    const route = { method: 'POST', responses: { 201: {} } }
    const refuses = (strict: boolean) => {
      const description = sample(route)
      return [...judge({ ...description, law: { ...description.law, strict } }, [rules['post-created-location']])].map(
        (finding) => finding.refuses,
      )
    }
    expect(refuses(false)).toEqual([false])
    expect(refuses(true)).toEqual([true])
  })
})

describe('the cases', () => {
  it('cover every rule that types speak and that has a judge', () => {
    const spoken = Object.entries(enforcement).flatMap(([id, way]) => (typeof way === 'string' ? [id] : []))
    expect(spoken.filter((id) => !(id in cases))).toEqual([])
    const judged = book.filter((rule) => rule.response ?? rule.operation ?? rule.description)
    expect(judged.filter(({ id, refuses }) => (refuses || id in enforcement) && !(id in cases)).map(({ id }) => id)).toEqual([])
  })
})
