/**
 * The grammars of Structured Fields that judge holds values to, against the tests of their working group.
 *
 * They are read in place from `../shared/suites/structured-field-tests`, beside the repository; without them this is skipped.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judge } from '../../src/server/index.js'

const folder = new URL('../../../shared/suites/structured-field-tests/', import.meta.url)
const present = existsSync(folder)
if (!present) console.log('skipped: ../shared/suites/structured-field-tests is not beside the repository')

interface Case {
  readonly name: string
  readonly raw?: readonly string[]
  readonly header_type: string
  readonly must_fail?: boolean
  readonly can_fail?: boolean
  readonly expected?: unknown
}
const items: readonly Case[] = present
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Case[])
      .filter(({ raw, header_type, can_fail }) => header_type === 'item' && raw?.length === 1 && !can_fail)
  : []

/** The value of an item, and whether it has parameters. */
const valueIn = ({ expected }: Case): { value: unknown; bare: boolean } => {
  const [value, parameters] = Array.isArray(expected) ? (expected as [unknown, unknown[]]) : [undefined, []]
  return { value, bare: (parameters ?? []).length === 0 }
}
const typeOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? (value as { __type: string }).__type : typeof value

/** A field, the type of item that it takes, and how the text of one stands in it. */
const fields: readonly (readonly [rule: string, field: string, type: string, written: (raw: string) => string])[] = [
  ['deprecation-sf-date', 'deprecation', 'date', (raw) => raw],
  ['idempotency-key-string', 'idempotency-key', 'string', (raw) => raw],
  ['digest-fields-sf-dictionary', 'content-digest', 'binary', (raw) => `sha-256=${raw}`],
]

describe.skipIf(!present)('Structured Fields', () => {
  it.each(fields)('%s takes in what is one, and nothing else', async (rule, field, type, written) => {
    const differences: string[] = []
    let compared = 0
    for (const each of items) {
      const { value, bare } = valueIn(each)
      const raw = each.raw![0]!.trim()
      // Left out: parameters that nobody has defined, a comma, which makes another member, and line breaks, of which other rules speak.
      if (raw === '' || /[\r\n]/.test(raw) || (!each.must_fail && !bare) || (type === 'binary' && raw.includes(','))) continue
      const right = !each.must_fail && typeOf(value) === type
      const message = { headers: [[field, written(raw)]] as [string, string][] }
      const [asked, answered] = field === 'idempotency-key' ? [message, {}] : [{}, message]
      const findings = await judge({ method: 'GET', url: '/', ...asked }, { status: 200, ...answered })
      compared++
      if (findings.some((finding) => finding.rule === rule) === right) differences.push(`${each.name}: ${JSON.stringify(raw)}`)
    }
    console.log(`${rule}: ${compared} items, ${differences.length} differ`)
    expect(compared).toBeGreaterThan(300)
    expect(differences).toEqual([])
  })
})
