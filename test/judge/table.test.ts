/**
 * The table of rules about messages, held against the catalogue and against what judge really sees.
 *
 * The catalogue is read in place from `../shared/facts/rules.json`, beside the repository; without it that test is skipped.
 */
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { languageOf } from '../../src/rules/example.js'
import type { Message } from '../../src/rules/exchange.js'
import { rules } from '../../src/rules/index.js'
import { type Elsewhere, elsewhere, type Given, given, inMessages } from '../../src/rules/messages.js'
import type { Rule } from '../../src/rules/rule.js'
import { tryExchange } from '../../src/rules/trial.js'
import { root } from '../compiler.js'
import { written } from './written.js'

const book: readonly Rule[] = Object.values(rules)
const facts = new URL('../../../shared/facts/rules.json', import.meta.url)
const present = existsSync(facts)
if (!present) console.log('skipped: ../shared/facts/rules.json is not beside the repository')

describe.skipIf(!present)('the catalogue', () => {
  const known: readonly { readonly id: string; readonly enforceableAt: readonly string[] }[] = present
    ? JSON.parse(readFileSync(facts, 'utf8')).rules
    : []
  const ids = known.filter(({ enforceableAt }) => enforceableAt.includes('message')).map(({ id }) => id)

  it('has 201 rules about messages, and each is judged, or kept by somebody else, or there is a reason', () => {
    expect(ids).toHaveLength(201)
    expect(ids.filter((id) => !(id in rules))).toEqual([])
    expect(ids.filter((id) => inMessages(rules[id as keyof typeof rules]) === undefined)).toEqual([])
    expect(Object.keys(elsewhere).filter((id) => !ids.includes(id))).toEqual([])
  })

  afterAll(() => {
    const by = (who: string) =>
      ids.filter((id) => {
        const way = inMessages(rules[id as keyof typeof rules])
        return (typeof way === 'object' ? way.by : way) === who
      }).length
    const needing = (what: Given) => ids.filter((id) => given[id] === what).length
    console.log(
      `${ids.length} rules about messages: ${by('judge')} judged (${needing('wire')} of them only off the wire, ${needing('content')} with content, ${needing('contract')} with a contract), ${by('server')} kept by the server, ${by('client')} by the client, ${by('nobody')} not visible in one exchange`,
    )
  })
})

describe('the table', () => {
  it('speaks for no rule that is judged, and gives each a reason', () => {
    for (const [id, way] of Object.entries<Elsewhere>(elsewhere)) {
      expect([id, rules[id as keyof typeof rules].id, (rules[id as keyof typeof rules] as Rule).exchange]).toEqual([id, id, undefined])
      expect(way.because.length, id).toBeGreaterThan(40)
      expect(way.because, id).toMatch(/\.$/)
    }
  })

  it('names parts that exist', () => {
    const parts = Object.values<Elsewhere>(elsewhere).flatMap(({ because }) => [...because.matchAll(/(?:(\w+) in )?(src\/[\w/-]+\.ts)/g)])
    expect(parts.length).toBeGreaterThan(3)
    for (const [, name, file] of parts) expect(readFileSync(`${root}${file}`, 'utf8'), file).toContain(name ?? '')
  })
})

/** The same message as Fetch shows it: lines combined, framing hidden, its body known to be there and unread. */
const asFetched = <M extends Message>({ lines: _, trailers: __, fields, content, ...rest }: M, read: boolean): M =>
  ({
    ...rest,
    fields: new Map(
      [...fields]
        .filter(([name, values]) => /^[\w-]+$/.test(name) && !values.some((value) => /[\r\n]/.test(value)))
        .map(([name, values]) => [name, name === 'set-cookie' ? values : [values.join(', ')]]),
    ),
    content: read ? content : { present: content.present },
  }) as unknown as M

it('says truly which rules need more than Fetch shows', () => {
  const needs: Record<string, Given> = {}
  for (const rule of book.filter(({ exchange }) => exchange !== undefined)) {
    const text = rule.messages?.bad ?? (languageOf(rule.bad) === 'http' ? rule.bad : undefined)
    if (text === undefined || given[rule.id] === 'contract') continue
    const { version: _, ...whole } = written(text)
    const sees = (read: boolean) => {
      const response = asFetched(whole.response, read)
      const request = asFetched(whole.request, read)
      return tryExchange({ ...whole, request, responses: [response], response }, [rule]).length > 0
    }
    if (!sees(false)) needs[rule.id] = sees(true) ? 'content' : 'wire'
  }
  expect(Object.fromEntries(Object.entries(given).filter(([, what]) => what !== 'contract'))).toEqual(needs)
})
