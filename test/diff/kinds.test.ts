/** Every kind of change: a pair of documents that has it, nothing else said of it, and what is said the other way round. */
import { describe, expect, it } from 'vitest'
import { examples as cases } from '../../src/diff/examples.js'
import { type ChangeId, changeKinds as kinds, levelOf, whomOf } from '../../src/diff/index.js'
import { changes, ids } from './sample.js'

const names = Object.keys(kinds) as ChangeId[]

describe('kinds of change', () => {
  it('have a case each', () => expect(Object.keys(cases).sort()).toEqual([...names].sort()))

  it.each(names)('%s', (id) => {
    const { old, now, back, besides = [] } = cases[id]
    expect(ids(old, now)).toEqual([id, ...besides])
    expect(ids(now, old)).toEqual(back)
  })

  it.each(names)('%s is said in whole words, at its place in both documents', (id) => {
    const { old, now } = cases[id]
    const [change] = changes(old, now)
    expect(change?.message).not.toMatch(/[<>]|undefined|\[object/)
    expect(change?.level).toBe(levelOf(kinds[id]))
    expect(change?.old ?? change?.new).toBeDefined()
    for (const origin of [change?.old, change?.new]) if (origin) expect(origin.pointer.length).toBeGreaterThan(0)
  })

  it.each(names)('%s: its sentences are short, and its level is that of whom it breaks', (id) => {
    const { words, why, fix, breaks }: { words: string; why: string; fix: string; breaks: readonly string[] } = kinds[id]
    expect(words.length).toBeLessThan(120)
    expect(why).toMatch(/^[A-Z].*\.$/)
    expect(fix).toMatch(/^[a-z].*[^.]$/)
    // Who names everything is broken by whatever breaks who passes over things.
    if (breaks.includes('lenient')) expect(breaks).toContain('exhaustive')
    const level = levelOf(kinds[id])
    expect(level === 'must').toBe(breaks.includes('lenient'))
    expect(level === 'should').toBe(breaks.includes('exhaustive') && !breaks.includes('lenient'))
    expect(whomOf(kinds[id])).toMatch(/^breaks /)
  })
})

describe('what is no change', () => {
  it.each(names)('between a document and itself: %s', (id) => {
    const { old, now } = cases[id]
    expect(changes(old, old)).toEqual([])
    expect(changes(now, now)).toEqual([])
  })
})
