import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { etagGrammar } from '../../src/rules/etag-grammar.js'
import { readTags, sameStrongly, sameWeakly } from '../../src/rules/tags.js'
import { base64url, etag } from '../../src/server/etag.js'

const octets = new TextEncoder().encode('hello')

describe('etag', () => {
  it('is the hash of the octets, as Node makes it', async () => {
    const hash = createHash('sha256').update('hello').digest('base64url')
    expect(await etag('hello')).toBe(`"${hash.slice(0, 27)}"`)
    expect(await etag(octets)).toBe(await etag('hello'))
    expect(await etag('hello', { weak: true })).toBe(`W/${await etag('hello')}`)
  })

  it('differs where the content does, and reads a view by its own octets alone', async () => {
    expect(await etag('hello')).not.toBe(await etag('hello '))
    expect(await etag(new Uint8Array([0, ...octets, 0]).subarray(1, 6))).toBe(await etag(octets))
  })

  it('is of the form that the rule wants', async () => {
    expect(etagGrammar.cite).toBe('RFC 9110 §8.8.3')
    for (const content of ['', 'a', 'ü', '\ud800'])
      for (const weak of [true, false]) expect(readTags(await etag(content, { weak }))).toEqual([await etag(content, { weak })])
  })

  it('has the base64url of Node for any octets', () => {
    for (let length = 0; length < 70; length++) {
      const some = crypto.getRandomValues(new Uint8Array(length))
      expect(base64url(some)).toBe(Buffer.from(some).toString('base64url'))
    }
  })
})

describe('readTags', () => {
  it.each([
    ['*', '*'],
    [' * ', '*'],
    ['"a"', ['"a"']],
    ['W/"a"', ['W/"a"']],
    ['"a", "b",W/"c"', ['"a"', '"b"', 'W/"c"']],
    ['"a,b"', ['"a,b"']],
    [',, "a" ,, "b" ,', ['"a"', '"b"']],
    ['""', ['""']],
    ['"\xfc"', ['"\xfc"']],
    ['', []],
    ['a', []],
    ['"a', []],
    ['w/"a"', []],
    ['"a" "b"', []],
    ['"a", b', []],
    ['*, "a"', []],
    ['"a b"', []],
  ])('reads %j', (value, tags) => {
    expect(readTags(value)).toEqual(tags)
  })

  it('takes time in proportion to the length', () => {
    const bomb = `${'"a" '.repeat(1)}${','.repeat(200_000)}"b`
    const start = performance.now()
    expect(readTags(bomb)).toEqual([])
    expect(readTags(`"${'a'.repeat(200_000)}`)).toEqual([])
    expect(readTags('"a",'.repeat(10_000))).toHaveLength(10_000)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('two tags', () => {
  // The table of RFC 9110 §8.8.3.2.
  it.each([
    ['W/"1"', 'W/"1"', false, true],
    ['W/"1"', 'W/"2"', false, false],
    ['W/"1"', '"1"', false, true],
    ['"1"', '"1"', true, true],
  ])('%s and %s', (one, other, strongly, weakly) => {
    expect([sameStrongly(one, other), sameWeakly(one, other)]).toEqual([strongly, weakly])
    expect([sameStrongly(other, one), sameWeakly(other, one)]).toEqual([strongly, weakly])
  })
})
