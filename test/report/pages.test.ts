import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { methods } from '../../src/registry/methods.js'
import { statuses } from '../../src/registry/statuses.js'
import { changesPage, registryPage, rulesPage } from '../../src/report/pages.js'
import { changeKinds, levelOf } from '../../src/rules/changes.js'
import { rules } from '../../src/rules/index.js'

const written = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
const firstCells = (page: string): string[] => [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, cell]) => cell!)

describe('docs/registry.md', () => {
  it('is what the rows say now (else: npm run docs)', () => expect(written('registry.md')).toBe(registryPage()))

  it('has every method and every status', () => {
    expect(firstCells(registryPage())).toEqual([...Object.keys(methods), ...Object.keys(statuses)])
  })

  it('has those that the project began with', () => {
    const cells = firstCells(registryPage())
    for (const name of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'CONNECT', 'TRACE']) expect(cells).toContain(name)
    for (const code of [100, 101, 200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 500, 501, 503]) expect(cells).toContain(String(code))
  })

  it('reads a row off, column by column', () => {
    const page = registryPage()
    expect(page).toContain('| `PUT` | no | yes | no | expected |')
    expect(page).toContain('| `401` | Unauthorized | should | WWW-Authenticate |')
    expect(page).toContain('| `304` | Not Modified | never |  | a validator on the 200 |')
  })
})

describe('docs/rules.md', () => {
  const row = (id: string): string =>
    rulesPage()
      .split('\n')
      .find((line) => line.startsWith(`| \`${id}\``)) ?? ''

  it('is what the rules say now (else: npm run docs)', () => expect(written('rules.md')).toBe(rulesPage()))

  it('has every rule, once', () => expect(firstCells(rulesPage()).sort()).toEqual(Object.keys(rules).sort()))

  it.each([
    ['no-content-204', / compiler, report, judge \|$/],
    ['post-created-location', / compiler \(strict\), report, judge \|$/],
    ['head-mirrors-get', / report, server\. It compares two routes\./],
    ['redirect-303-retrieval', / client\. It binds what a client does/],
    ['no-required-reason-phrase', / not by itself\. A description has no place for a reason phrase\. \|$/],
    ['no-101-in-h2-h3', / judge off the wire\. A route is declared/],
    ['problem-status-matches', / report, judge with the content \|$/],
    ['age-when-cached', / not by itself\. A response that came out of a cache/],
  ])('%s says where it speaks', (id, where) => expect(row(id)).toMatch(where))

  it('leaves no cell empty', () => {
    for (const line of rulesPage().split('\n')) if (line.startsWith('| `')) expect(line).not.toMatch(/\|\s+\|/)
  })
})

describe('docs/changes.md', () => {
  it('is what the kinds say now (else: npm run docs)', () => expect(written('changes.md')).toBe(changesPage()))

  it('has every kind once, under its level', () => {
    const at = new Map(
      changesPage()
        .split(/^## /m)
        .slice(1)
        .flatMap((part) => firstCells(part).map((id) => [id, part.split(' ')[0]] as const)),
    )
    expect([...at].sort()).toEqual(
      Object.entries(changeKinds)
        .map(([id, kind]) => [id, levelOf(kind)])
        .sort(),
    )
    expect(firstCells(changesPage())).toHaveLength(at.size)
  })

  it('leaves no cell empty', () => {
    for (const line of changesPage().split('\n')) if (line.startsWith('| `')) expect(line).not.toMatch(/\|\s+\|/)
  })
})
