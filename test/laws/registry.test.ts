/** Laws over the whole registry: what must hold for every row, whatever is added. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { citation, citeUrl } from '../../src/registry/cite.js'
import { classes } from '../../src/registry/classes.js'
import { facets } from '../../src/registry/facets.js'
import type { Law } from '../../src/registry/facts.js'
import { article, ordinaryMethod, ordinaryStatus, problemsOf, rfc9110, webdav } from '../../src/registry/index.js'
import { rules } from '../../src/rules/index.js'

const laws: readonly Law[] = [rfc9110, article, webdav]

describe.each(laws)('the law $name', (law) => {
  test('stands: every row has its shape and keeps every law', () => {
    expect(problemsOf(law)).toEqual([])
  })

  test('every citation has the one form, and leads somewhere', () => {
    const cites = [law.methods, law.statuses, law.fields].flatMap((rows) => Object.values<{ cite: string }>(rows).map(({ cite }) => cite))
    expect(cites.length).toBeGreaterThan(200)
    expect(cites.filter((cite) => !citation.test(cite))).toEqual([])
    expect(cites.filter((cite) => !URL.canParse(citeUrl(cite) ?? ''))).toEqual([])
  })

  test('a safe method is idempotent', () => {
    const safe = Object.entries(law.methods).filter(([, { safe }]) => safe)
    expect(safe.length).toBeGreaterThan(5)
    expect(safe.filter(([, { idempotent }]) => !idempotent)).toEqual([])
  })

  test('the first digit is the class', () => {
    for (const [code, row] of Object.entries(law.statuses)) expect(row.class).toBe(classes[`${code[0]}xx` as keyof typeof classes].name)
  })

  test('a status without content names the rule that says so, and no other does', () => {
    const never = Object.entries(law.statuses).filter(([, { content }]) => content === 'never')
    expect(never.map(([code]) => Number(code))).toEqual([100, 101, 102, 103, 104, 204, 205, 304])
    for (const row of Object.values(law.statuses)) expect(row.contentRule !== undefined).toBe(row.content === 'never')
  })

  test('every field that a row names has a row', () => {
    const named = new Set([
      ...Object.values(law.methods).flatMap(({ wantsFields, refusesFields, recommends }) => [
        ...Object.keys({ ...wantsFields, ...refusesFields }),
        ...Object.values(recommends ?? {}).flatMap((fields) => Object.keys(fields)),
      ]),
      ...Object.values(law.statuses).flatMap(({ requires, recommends, forbids, wants }) => [
        ...Object.keys({ ...requires, ...recommends, ...forbids }),
        ...(wants?.fields ?? []),
      ]),
    ])
    expect(named.size).toBeGreaterThan(15)
    expect([...named].filter((field) => !Object.hasOwn(law.fields, field))).toEqual([])
  })

  test('prose is a sentence', () => {
    for (const rows of [law.methods, law.statuses, law.fields])
      for (const { purpose } of Object.values<{ purpose: string }>(rows)) expect(purpose).toMatch(/^[A-Z].*[^.\s]\.$/)
  })
})

/** Every value of a row that names a rule, wherever it stands. */
const ruleNames = (row: object): string[] => {
  const id = /^[a-z0-9]+(?:-[a-z0-9]+)+$/
  const columns: readonly string[] = [
    'contentRule',
    'answersRule',
    'wantsFields',
    'refusesFields',
    'recommends',
    'completes',
    'creates',
    'mirrors',
    'range',
    'notModified',
    'precondition',
    'reset',
    'delta',
    'explains',
    'never',
    'requires',
    'forbids',
    'wants',
    'effect',
    'judgesContent',
    'deprecated',
    'rewrites',
    'neverStored',
    'inRule',
    'only',
    'needsContent',
  ]
  const names = (value: unknown, key: string): string[] =>
    typeof value === 'string'
      ? id.test(value)
        ? [value]
        : []
      : typeof value === 'object' && value !== null && key !== 'fields' && key !== 'roles' && key !== 'methods'
        ? Object.entries(value).flatMap(([inner, each]) => names(each, inner))
        : []
  return Object.entries(row).flatMap(([column, value]) => (columns.includes(column) ? names(value, column) : []))
}

test('every rule that a row names is in the book', () => {
  const named = new Set(
    [
      ordinaryMethod,
      ordinaryStatus,
      ...laws.flatMap((law) => [law.methods, law.statuses, law.fields].flatMap((rows) => Object.values<object>(rows))),
    ].flatMap(ruleNames),
  )
  expect(named.size).toBeGreaterThan(50)
  expect([...named].filter((name) => !Object.hasOwn(rules, name)).sort()).toEqual([])
})

test('every facet is a column of every method, and cites', () => {
  for (const [facet, { cite }] of Object.entries(facets)) {
    expect(cite).toMatch(citation)
    for (const method of Object.values<object>(rfc9110.methods)) expect(method).toHaveProperty(facet)
  }
})

test('every method and status of the founding article is here', () => {
  expect(Object.keys(rfc9110.methods)).toEqual(
    expect.arrayContaining(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'CONNECT', 'TRACE']),
  )
  expect(Object.keys(rfc9110.statuses).map(Number)).toEqual(
    expect.arrayContaining([100, 101, 200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 500, 501, 503]),
  )
})

test('the registry holds what IANA does: 40 methods, the name *, and 64 statuses', () => {
  expect(Object.keys(rfc9110.methods)).toHaveLength(41)
  expect(Object.keys(rfc9110.statuses)).toHaveLength(64)
})

test('the law article differs from RFC 9110 in PATCH alone, and says so', () => {
  expect(rfc9110.methods.PATCH.idempotent).toBe(false)
  expect(article.methods.PATCH).toEqual({ ...rfc9110.methods.PATCH, idempotent: true, departs: article.methods.PATCH.departs })
  expect(article.methods.PATCH.departs).toMatch(/article.*RFC 5789 §2/)
  expect({ ...article.methods, PATCH: 0 }).toEqual({ ...rfc9110.methods, PATCH: 0 })
  expect([article.statuses, article.fields]).toEqual([rfc9110.statuses, rfc9110.fields])
})

describe('the comment that an editor shows over a row is its purpose and its citation', () => {
  const folder = new URL('../../src/registry/', import.meta.url)
  const rows: Readonly<
    Record<string, { readonly [key: string]: { readonly cite: string; readonly purpose: string; readonly phrase?: string } }>
  > = {
    'methods.ts': rfc9110.methods,
    'statuses.ts': rfc9110.statuses as unknown as (typeof rows)[string],
    'fields.ts': rfc9110.fields,
    'webdav.ts': webdav.fields,
  }

  test('in every file that holds rows', () => {
    const holding = readdirSync(folder).filter((file) =>
      /purpose: (?:\/\*.*\*\/ )?text\(/.test(readFileSync(new URL(file, folder), 'utf8')),
    )
    expect(holding.sort()).toEqual(Object.keys(rows).sort())
  })

  test.each(Object.entries(rows))('%s', (file, held) => {
    const source = readFileSync(new URL(file, folder), 'utf8')
    const found = [...source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:'([^'\n]+)'|([\w$]+)): \{/g)]
    const shown = found.map(
      ([, comment = '', quoted, bare]) => [quoted ?? bare ?? '', comment.replace(/\s*\n\s*\*?\s*/g, ' ').trim()] as const,
    )
    const purposes = source.match(/purpose: (?:\/\*.*\*\/ )?text\(/g)
    expect(shown).toHaveLength(purposes?.length ?? 0)
    for (const [key, comment] of shown) {
      const row = held[key]
      const name = row?.phrase === undefined ? '' : `${row.phrase}. `
      expect(comment, `${file}, ${key}`).toBe(`${name}${row?.purpose.slice(0, -1)} (${row?.cite}).`)
    }
  })
})
