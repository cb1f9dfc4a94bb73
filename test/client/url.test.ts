/** What stands in a URI, by the public suite for URI templates where it is there. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { encodeLiteral, pathOf, percentEncode, queryOf } from '../../src/client/url.js'

// Read in place from beside the repository; without it, the cases below it stand alone.
const suite = new URL('../../../shared/suites/uritemplate-test/', import.meta.url)
const present = existsSync(suite)
if (!present) console.log(`URI template suite not found at ${suite.pathname}: skipped`)

interface Group {
  readonly variables: Readonly<Record<string, unknown>>
  readonly testcases: readonly (readonly [string, string | readonly string[] | false])[]
}
const groups: Group[] = present
  ? ['spec-examples.json', 'spec-examples-by-section.json', 'extended-tests.json', 'negative-tests.json'].flatMap((file) =>
      Object.values(JSON.parse(readFileSync(new URL(file, suite), 'utf8')) as Record<string, Group>),
    )
  : []
/** Level 1: literals and expressions without operator or modifier. A list or a map is its encoded items between commas. */
const plain = groups.flatMap(({ variables, testcases }) =>
  testcases
    .filter(([template]) => [...template.matchAll(/\{([^}]*)\}/g)].every(([, names]) => /^[\w%][\w.%,]*$/.test(names!)))
    .map(([template, expected]) => [template, expected, variables] as const),
)
const expand = (template: string, variables: Group['variables']): string =>
  template
    .split(/(\{[^}]*\})/)
    .map((part) =>
      part.startsWith('{')
        ? part
            .slice(1, -1)
            .split(',')
            .map((name) => variables[name])
            .filter((value) => value !== undefined && value !== null)
            .flatMap((value) => (typeof value === 'object' && value && !Array.isArray(value) ? Object.entries(value).flat() : value))
            .map((item) => percentEncode(String(item)))
            .join(',')
        : encodeLiteral(part),
    )
    .join('')

describe.skipIf(!present)('the suite for URI templates', () => {
  it('has its level-1 cases', () => expect(plain.length).toBe(37))
  it.each(plain.filter(([, expected]) => expected !== false))('%s becomes %s', (template, expected, variables) => {
    expect([expected].flat()).toContain(expand(template, variables))
  })
  // What is no template there is no parameter here: braces are literals, and a URI has none.
  it.each(plain.filter(([, expected]) => expected === false))('%s names no parameter', (template) => {
    expect(pathOf(`/${template.replace(/^\//, '')}`)({})).toMatch(/^[^{}]*$/)
  })
})

describe('a path', () => {
  it('takes values into its segments', () => {
    expect(pathOf('/orgs/:org/todos/:id')({ org: 'a b', id: '50%/x' })).toBe('/orgs/a%20b/todos/50%25%2Fx')
    expect(pathOf('/café/a%20b/:n')({ n: 7 })).toBe('/caf%C3%A9/a%20b/7')
  })
  it('is never another path', () => {
    for (const id of ['../x', '..\\x', '%2e%2e', './x', 'x/..', '?a=b', '#f', '//evil', '\t..'])
      expect(new URL(pathOf('/todos/:id')({ id }), 'http://h').pathname.split('/').length).toBe(3)
    for (const id of ['..', '.', '']) expect(() => pathOf('/todos/:id')({ id })).toThrow(TypeError)
  })
  it('is refused where fetch cannot send it', () => expect(() => pathOf('*')).toThrow('* cannot be sent by fetch'))
})

it('a query says what it can', () => {
  expect(queryOf({})).toBe('')
  expect(queryOf({ a: 1, b: true, c: 10n, d: new Date(0), e: [], 'f g': ['x', undefined, 'y'] })).toBe(
    '?a=1&b=true&c=10&d=1970-01-01T00%3A00%3A00.000Z&f%20g=x&f%20g=y',
  )
  expect(() => queryOf({ a: { b: 1 } })).toThrow('query.a is no text')
})
