/**
 * The examples of every rule, held to what they are said to show: the wrong one is refused or reported by its rule and by no other
 * that refuses, and the right one by none.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describe as read } from '../../src/contract/describe.js'
import { contract, isContract, type Route } from '../../src/index.js'
import { lint } from '../../src/openapi/lint.js'
import { parse } from '../../src/openapi/source.js'
import { methods } from '../../src/registry/methods.js'
import { statuses } from '../../src/registry/statuses.js'
import { unshowable } from '../../src/rules/coverage.js'
import { type Enforcement, enforcement } from '../../src/rules/enforcement.js'
import { languageOf } from '../../src/rules/example.js'
import type { Finding } from '../../src/rules/finding.js'
import { rules } from '../../src/rules/index.js'
import { judge } from '../../src/rules/judge.js'
import type { Rule } from '../../src/rules/rule.js'
import { type Built, build, ruleIn } from './workshop.js'

const book: readonly Rule[] = Object.values(rules)
const written = (language: ReturnType<typeof languageOf>): Rule[] => book.filter(({ bad }) => languageOf(bad) === language)
const way = ({ id }: Rule): Enforcement | undefined => (enforcement as Readonly<Record<string, Enforcement>>)[id]
const isStrict = (rule: Rule): boolean => way(rule) === 'strict'
const isJudged = (rule: Rule): boolean => (rule.response ?? rule.operation ?? rule.description) !== undefined
const ids = (findings: Iterable<Pick<Finding, 'rule'>>): string[] => [...new Set([...findings].map(({ rule }) => rule))]

const refusing = (findings: readonly Finding[]): Finding[] => findings.filter(({ refuses, waived }) => refuses && waived === undefined)

const counted = { compiled: 0, refused: 0, 'refused when strict': 0, judged: 0, linted: 0, messages: 0 }
afterAll(() =>
  console.log(
    `examples of ${book.length} rules: ${Object.entries(counted)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}`,
  ),
)

describe('declarations', () => {
  const declared = written('ts')
  let built: Built
  beforeAll(async () => {
    const both = (strict: boolean) => (rule: Rule) => [
      { name: `${rule.id} bad ${strict}`, code: rule.bad, strict },
      { name: `${rule.id} good ${strict}`, code: rule.good, strict },
    ]
    built = await build([...declared.flatMap(both(false)), ...declared.filter(isStrict).flatMap(both(true))])
  })
  afterAll(() => built?.close())

  const compiled = (rule: Rule, side: 'bad' | 'good', strict = false): string[] => {
    counted.compiled++
    return built.of(`${rule.id} ${side} ${strict}`).said.map(ruleIn)
  }
  const judged = async (rule: Rule, side: 'bad' | 'good'): Promise<Finding[]> => {
    const value = await built.of(`${rule.id} ${side} false`).run()
    const whole = isContract(value) ? value : contract({ example: value as Route })
    const description = read(whole, 'example')
    expect(description.operations.length).toBeGreaterThan(0)
    return [...judge(description)]
  }

  describe.each(declared.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const where = way(rule)
    const elsewhere = typeof where === 'object' && where.where === 'compile'

    it('wrong: the compiler says so, or is silent where it has no say', () => {
      const said = compiled(rule, 'bad')
      if (said.length) counted.refused++
      if (elsewhere) {
        expect(said).toHaveLength(1)
        expect(rules).toHaveProperty(said[0]!)
        expect(said).not.toContain(id)
      } else expect(said).toEqual(rule.refuses ? [id] : [])
    })
    it('right: it compiles', () => {
      expect(compiled(rule, 'good')).toEqual([])
    })
    if (isStrict(rule))
      it('under a strict law: wrong is refused, and right is not', () => {
        expect(compiled(rule, 'bad', true)).toEqual([id])
        expect(compiled(rule, 'good', true)).toEqual([])
        counted['refused when strict']++
      })
    if (isJudged(rule))
      it('wrong: it is judged so, and nothing else refuses it', async () => {
        const findings = await judged(rule, 'bad')
        expect(ids(findings)).toContain(id)
        expect(ids(refusing(findings)).filter((found) => found !== id)).toEqual([])
        counted.judged++
      })
    it('right: no judge finds this, nor anything that must not be', async () => {
      const findings = await judged(rule, 'good')
      expect(ids(findings)).not.toContain(id)
      expect(ids([...refusing(findings), ...findings.filter(({ level, waived }) => level === 'must' && waived === undefined)])).toEqual([])
    })
  })
})

describe('documents', () => {
  const linted = (rule: Rule, side: 'bad' | 'good'): string[] => {
    const text = /^openapi:/.test(rule[side]) ? rule[side] : `openapi: 3.1.0\n${rule[side]}`
    return ids(lint(parse(`${text}\ninfo: { title: Example, version: '1' }`, 'example.yaml')).findings)
  }
  /** Where another rule says it of the same place, its id stands in the reason. */
  const speakers = ({ id }: Rule): string[] => {
    const because = unshowable[id]
    return because === undefined ? [id] : book.map((rule) => rule.id).filter((other) => because.includes(other))
  }

  it.each(written('yaml').map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    const spoken = speakers(rule)
    expect(spoken).not.toEqual([])
    expect(linted(rule, 'bad').filter((id) => spoken.includes(id))).toHaveLength(1)
    expect(linted(rule, 'good').filter((id) => spoken.includes(id))).toEqual([])
    counted.linted += 2
  })
})

describe('messages', () => {
  const method = /^> ([A-Z]+) ((?:https?:\/\/[\w.]+)?\/\S*|\*|[\w.-]+:\d+)(?: HTTP\/(?:1\.0|1\.1|2|3))?$/
  const status = /^< ([1-5]\d\d)(?: (.+))?$/
  const field = /^[<>] :?[a-z][a-z0-9-]* ?: \S.*$/
  /** A method that is not in the law, and that a rule is about. */
  const coined = 'BREW'

  /** Each line is a start line of a request or a response, a field, content after an empty line, or a remark. */
  const wrong = (lines: readonly string[]): string[] => {
    let side = ''
    let content = false
    return lines.filter((line) => {
      if (line.startsWith('# ')) return false
      const [, asked] = method.exec(line) ?? []
      const [, code, phrase] = status.exec(line) ?? []
      if (asked) {
        side = '>'
        content = false
        return !(asked in methods) && asked !== coined
      }
      if (code) {
        side = '<'
        content = false
        return phrase !== undefined && (statuses as Readonly<Record<string, { readonly phrase: string }>>)[code]?.phrase !== phrase
      }
      if (line[0] !== side) return true
      if (line === side) {
        content = true
        return false
      }
      return !content && !field.test(line)
    })
  }

  it.each(written('http').map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    const where = way(rule)
    const seen = typeof where === 'object' && ['message', 'client', 'server'].includes(where.where)
    expect(seen || !isJudged(rule), 'what a declaration can show is shown by one').toBe(true)
    for (const example of [rule.bad, rule.good]) {
      const lines = example.split('\n')
      expect(wrong(lines)).toEqual([])
      expect(lines.some((line) => method.test(line) || status.test(line))).toBe(true)
      counted.messages++
    }
  })
})

it.each(book.map((rule) => [rule.id, rule] as const))('%s has short examples in one language', (_, { bad, good }) => {
  expect(languageOf(good)).toBe(languageOf(bad))
  for (const example of [bad, good]) {
    expect(example).toBe(example.trim())
    expect(example).not.toContain('…')
    expect(example.split('\n').length).toBeLessThanOrEqual(languageOf(example) === 'ts' ? 4 : 12)
    for (const line of example.split('\n')) expect(line.length, line).toBeLessThanOrEqual(140)
  }
})
