/**
 * Guards over the whole book of rules: files and index agree, every rule has its words, and levels are those of the facts.
 *
 * The facts are read in place from `../shared/facts/rules.json`, beside the repository; without it those tests are skipped.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { citation } from '../../src/registry/cite.js'
import { rfc9110 } from '../../src/registry/rfc9110.js'
import { type Enforcement, enforcement } from '../../src/rules/enforcement.js'
import { rules } from '../../src/rules/index.js'
import type { Level, Rule } from '../../src/rules/rule.js'
import { fill, sentence } from '../../src/rules/sentence.js'

const folder = new URL('../../src/rules/', import.meta.url)

/** Files that are no rule. */
const machinery = [
  ...[
    'coverage',
    'description',
    'enforcement',
    'example',
    'exchange',
    'finding',
    'index',
    'judge',
    'judges',
    'once',
    'rule',
    'sentence',
    'shown',
  ],
  ...['changes', 'messages', 'tags', 'traffic', 'trial'],
]

const files = readdirSync(folder)
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => !machinery.includes(name))

const book: readonly Rule[] = Object.values(rules)

/** Rules outside the table of enforcement that types speak too: without them a conditional cell would compile unconditionally. */
const conditions = [
  'not-modified-needs-validator-condition',
  'precondition-failed-needs-precondition',
  'partial-needs-range',
  'range-unsatisfiable-needs-range',
  'expectation-failed-needs-expect',
  'continue-needs-expect',
  'upgrade-was-offered',
  'too-early-needs-early-data',
  'misdirected-not-by-proxy',
  'proxy-only-407',
  'gateway-only-502-504',
  'transformed-203-proxy-only',
  'network-auth-511-not-origin',
  'h2-lowercase-names',
]

/** Refuses although the table says that it is enforced elsewhere. */
const refusedToo: Readonly<Record<string, string>> = {
  'if-none-match-false-status': 'a row of one’s own may name it for its facet, and then types refuse the cell by it',
}

/** Ids that are ours, and why the facts do not have them. */
const ours: Readonly<Record<string, string>> = {
  'upload-resumption-needs-upload': 'the condition of 104 in the matrix',
  'variant-also-negotiates-needs-negotiate': 'the condition of 506 in the matrix',
  'content-never': 'for rows of a registry of one’s own',
  'method-content-never': 'for rows of a registry of one’s own',
  'method-declares-content': 'for rows of a registry of one’s own',
  'field-required': 'for rows of a registry of one’s own',
  'field-forbidden': 'for rows of a registry of one’s own',
  'condition-wanted': 'for rows of a registry of one’s own',
  'odd-status': 'the odd cells of the matrix',
  'unknown-key': 'about the declaration itself',
  'path-form': 'about the declaration itself',
  'params-wrong': 'about the declaration itself',
  'params-missing': 'about the declaration itself',
  'params-extra': 'about the declaration itself',
  'params-text': 'about the declaration itself',
  'waive-reason': 'about the declaration itself',
  'idempotent-claim-redundant': 'about the declaration itself',
  'common-needs-route': 'about the declaration itself',
  'waive-unknown-rule': 'about the declaration itself',
}

/** Ids of ours again, about what a contract has promised: only messages can break it. */
const promises: Readonly<Record<string, string>> = {
  'undeclared-status': 'the status that came',
  'undeclared-type': 'its media type',
  'undeclared-content': 'its content',
  'field-schema': 'its fields',
}

/** Ids that are ours too, of rules that only `check` and `lint` speak: a contract cannot show the offence, or it is a hint. */
const documents: Readonly<Record<string, string>> = {
  'media-type-grammar': 'a key of content in a document',
  'no-success-response': 'a hint about the description as a whole',
  'path-has-query-or-fragment': 'a path of a document; path-form is its twin in contracts',
  'path-param-undeclared': 'a path of a document; params-missing is its twin in contracts',
  'path-param-unused': 'a path of a document; params-extra is its twin in contracts',
  'path-templates-collide': 'two paths of a description',
  'secured-without-401': 'a hint about security schemes',
}

/** Levels that are not those of the facts, and why. */
const levelsDiffer: Readonly<Record<string, string>> = {
  'put-created-201': 'a must when the PUT creates, and a declaration does not say whether it can',
  'h2-no-connection-fields': 'a must in HTTP/2 and HTTP/3, and a description does not say which version is spoken',
}

/** The longest values that routes usually have. */
const typical = {
  status: '416 Range Not Satisfiable',
  code: '416',
  method: 'OPTIONS',
  field: 'proxy-authenticate',
  name: 'customerId',
  path: '/customers/:customerId',
  type: 'application/json',
  cite: 'RFC 9110 §15.5.17',
}
const atHand = new Set(['status', 'code', 'method', 'field', 'name', 'path', 'type', 'cite'])

describe('the index', () => {
  it('has an entry for every file, under its name, and a file for every entry', () => {
    expect(files.length).toBeGreaterThan(78)
    expect(Object.keys(rules).sort()).toEqual(files.sort())
    for (const [id, rule] of Object.entries<Rule>(rules)) expect(rule.id).toBe(id)
  })

  it('has every rule that a row of the law names', () => {
    const named = new Set<string>()
    const collect = (value: unknown, key: string): void => {
      const isRule = [
        'contentRule',
        'answersRule',
        'rule',
        'never',
        'explains',
        'inRule',
        'needsContent',
        'effect',
        'judgesContent',
      ].includes(key)
      if (typeof value === 'string' && isRule && value !== 'never') named.add(value)
      if (typeof value !== 'object' || value === null) return
      const byField = ['requires', 'forbids', 'recommends', 'wantsFields', 'refusesFields', 'rewrites'].includes(key)
      for (const [name, inner] of Object.entries(value))
        if (byField && typeof inner === 'string') named.add(inner)
        else collect(inner, byField ? key : name)
    }
    collect([rfc9110.methods, rfc9110.statuses, rfc9110.fields], '')
    for (const facts of Object.values(rfc9110.methods))
      for (const facet of ['range', 'notModified', 'precondition', 'reset', 'delta'] as const)
        if (facts[facet] !== true) named.add(facts[facet])
    expect(named.size).toBeGreaterThan(40)
    expect([...named].filter((name) => !(name in rules))).toEqual([])
  })
})

describe.each(book)('$id', (rule) => {
  it('has its words', () => {
    for (const key of ['words', 'fix', 'summary', 'why', 'bad', 'good'] as const) expect(rule[key].trim(), key).not.toBe('')
    expect(rule.summary).toMatch(/[.?!]$/)
    expect(rule.why).toMatch(/[.?!]$/)
    expect(rule.words).not.toMatch(/[.:]$/)
    expect(rule.bad).not.toBe(rule.good)
  })

  it('cites its section', () => {
    if (rule.cite === '<cite>' || (rule.cite === 'Statute' && (rule.id in ours || rule.id in promises))) return
    expect(rule.cite).toMatch(/^OpenAPI /.test(rule.cite) ? /^OpenAPI \S/ : citation)
  })

  it('fits one line of a compiler, from values that it has at hand', () => {
    const compiled = rule.refuses || enforcement[rule.id as keyof typeof enforcement] === 'strict'
    if (compiled) for (const [, name] of `${rule.words}${rule.fix}`.matchAll(/<(\w+)>/g)) expect(atHand).toContain(name)
    const whole = fill(sentence(rule, typical), { value: 'max-age=60', note: 'There is nothing here that could be put off' })
    expect(whole).not.toContain('\n')
    expect(whole.length, whole).toBeLessThanOrEqual(compiled ? 160 : 190)
  })

  it.skipIf(rule.cite === 'Statute')('says what to do in words for documents and messages too', () => {
    const ofContracts = /\b[A-Za-z]+\(|\/:\w|\brole:|\bbody\b|on the route/
    for (const fix of [rule.plainFix ?? rule.fix, rule.messages?.fix ?? rule.plainFix ?? rule.fix]) expect(fix).not.toMatch(ofContracts)
    if (rule.plainFix !== undefined) expect(rule.fix).toMatch(ofContracts)
  })

  it('says truthfully whether it refuses to compile', () => {
    const way = (enforcement as Readonly<Record<string, Enforcement>>)[rule.id]
    const spoken = way
      ? way === 'compile' || (typeof way === 'object' && way.where === 'compile')
      : conditions.includes(rule.id) || (rule.id in ours && rule.level !== 'hint')
    expect(rule.refuses).toBe(spoken || rule.id in refusedToo)
  })
})

const facts = new URL('../../../shared/facts/rules.json', import.meta.url)
const present = existsSync(facts)
if (!present) console.log('skipped: ../shared/facts/rules.json is not beside the repository')

describe.skipIf(!present)('the facts', () => {
  interface Fact {
    readonly id: string
    readonly level: string
    readonly enforceableAt: readonly string[]
  }
  const known: readonly Fact[] = present ? JSON.parse(readFileSync(facts, 'utf8')).rules : []
  const levels: Readonly<Record<string, Level>> = { MUST: 'must', SHOULD: 'should', BCP: 'bcp', MAY: 'hint' }

  it('know every rule that is not ours, at the same level', () => {
    const level = (id: string): Level | undefined => levels[known.find((fact) => fact.id === id)?.level ?? '']
    const added = { ...ours, ...documents, ...promises }
    const unlike = book.filter((rule) => level(rule.id) !== rule.level).map(({ id }) => id)
    expect(unlike.sort()).toEqual([...Object.keys(added), ...Object.keys(levelsDiffer)].sort())
    expect(Object.keys(added).filter(level)).toEqual([])
  })

  it('have 78 rules that types could know of, and each is enforced by types or says why not', () => {
    const ids = known.filter(({ enforceableAt }) => enforceableAt.includes('compile-time')).map(({ id }) => id)
    expect(ids).toHaveLength(78)
    expect(Object.keys(enforcement).sort()).toEqual(ids.sort())
  })
})

describe('the table of enforcement', () => {
  it('agrees with what the rules say of themselves', () => {
    for (const [id, way] of Object.entries(enforcement)) {
      const rule: Rule = rules[id as keyof typeof enforcement]
      const judged = rule.response ?? rule.operation ?? rule.description
      if (way === 'compile') expect([id, rule.refuses, judged !== undefined]).toEqual([id, true, true])
      else if (way === 'strict') expect([id, rule.level, judged !== undefined]).toEqual([id, 'should', true])
      else {
        expect(way.because.length, id).toBeGreaterThan(20)
        // What is left to check has a judge; what nothing declared can show has none, or one that only hints.
        if (way.where === 'check') expect([id, rule.refuses, judged !== undefined]).toEqual([id, false, true])
      }
    }
  })
})
