import { describe, expect, it } from 'vitest'
import { vary } from '../../src/server/answer.js'
import { longestAccept, negotiate } from '../../src/server/negotiate.js'
import { random } from '../random.js'

const json = 'application/json'
const csv = 'text/csv'

describe('negotiate', () => {
  it.each<[accept: string | null, types: readonly string[], chosen: string | undefined]>([
    [null, [json, csv], json],
    ['', [json, csv], json],
    ['*/*', [csv, json], csv],
    [json, [csv, json], json],
    ['text/*', [json, csv], csv],
    ['text/csv;q=0.1, application/json;q=0.2', [csv, json], json],
    ['text/csv;q=0.2, application/json;q=0.1', [json, csv], csv],
    // The more specific range decides about a type, whatever its weight.
    ['*/*, application/json;q=0', [json, csv], csv],
    ['*/*, application/json;q=0', [json], undefined],
    ['*/*;q=0.1, text/*;q=0.5', [json, csv], csv],
    ['text/plain;format=flowed, text/plain;q=0.1', ['text/plain', 'text/plain;format=flowed'], 'text/plain;format=flowed'],
    ['APPLICATION/JSON', [json], json],
    ['image/png', [json, csv], undefined],
    ['*/*;q=0', [json], undefined],
    [json, ['application/json; charset=utf-8'], 'application/json; charset=utf-8'],
    ['nonsense', [json], undefined],
    [json, [], undefined],
    // Ranges that are declared.
    ['image/webp, image/png;q=0.5', ['image/*'], 'image/*'],
    ['image/*', ['image/*'], 'image/*'],
    ['text/html', ['image/*'], undefined],
    ['image/png;q=0, */*;q=0.1', ['image/*'], 'image/*'],
    ['image/png', [json, '*/*'], '*/*'],
    ['application/json, image/png;q=0.5', ['image/*', json], json],
  ])('%j of %j', (accept, types, chosen) => {
    expect(negotiate(accept, types)).toBe(chosen)
  })

  it('disregards a list that is too long, and takes no time over one that is not', () => {
    const bomb = `${'a/b;q=0.1,'.repeat(longestAccept)}image/png`
    expect(negotiate(bomb, [json])).toBe(json)
    const start = performance.now()
    expect(negotiate('a/b,'.repeat(longestAccept / 4), [json, csv])).toBeUndefined()
    expect(negotiate(`${';'.repeat(longestAccept - 1)}`, [json, csv])).toBeUndefined()
    expect(negotiate(`a/b;x="${'\\'.repeat(longestAccept - 8)}`, [json, csv])).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(1000)
  })
})

/** RFC 9110 §12.5.1, word for word: the most specific range that matches a type gives it its weight. */
const weightOf = (type: string, ranges: readonly { readonly range: string; readonly q: number }[]): number => {
  const [essence, parameter] = type.split(';') as [string, string?]
  const specificity = (range: string): number => {
    const [pattern, wanted] = range.split(';') as [string, string?]
    if (wanted !== undefined) return pattern === essence && wanted === parameter ? 4 : 0
    if (pattern === essence) return 3
    if (pattern === `${essence.split('/')[0]}/*`) return 2
    return pattern === '*/*' ? 1 : 0
  }
  const most = Math.max(...ranges.map(({ range }) => specificity(range)))
  if (most === 0) return 0
  // A range that is given twice is not foreseen: the greater weight counts.
  return Math.max(...ranges.filter(({ range }) => specificity(range) === most).map(({ q }) => q))
}

describe('beside the words of RFC 9110 §12.5.1', () => {
  it('what is chosen has the greatest weight, over random lists', () => {
    const next = random(12)
    const one = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!
    const types = [
      'text/html',
      'text/plain',
      'text/plain;format=flowed',
      'application/json',
      'application/xml',
      'image/png',
      'image/webp;v=1',
    ]
    const ranges = [...types, 'text/*', 'application/*', 'image/*', '*/*', 'audio/*', 'text/csv']
    const count = { chosen: 0, refused: 0 }
    for (let index = 0; index < 50_000; index++) {
      const wishes = Array.from({ length: 1 + Math.floor(next() * 5) }, () => ({
        range: one(ranges),
        q: one([1, 1, 0, 0.001, 0.2, 0.5, 0.999]),
      }))
      const declared = types.filter(() => next() < 0.4)
      const accept = wishes
        .map(
          ({ range, q }) =>
            `${range.replace(';', one([';', '; ', ' ;']))}${q === 1 && next() < 0.5 ? '' : `${one([';', '; '])}${one(['q', 'Q'])}=${q}`}`,
        )
        .join(one([',', ', ', ' , ']))
      const chosen = negotiate(accept, declared)
      const best = Math.max(0, ...declared.map((type) => weightOf(type, wishes)))
      expect({ accept, declared, weight: chosen === undefined ? 0 : weightOf(chosen, wishes) }).toEqual({ accept, declared, weight: best })
      if (chosen === undefined) count.refused++
      else {
        expect(declared).toContain(chosen)
        count.chosen++
      }
    }
    console.log(`negotiate: ${count.chosen} chosen by the greatest weight, ${count.refused} refused where every weight is 0`)
    expect(Math.min(count.chosen, count.refused)).toBeGreaterThan(5000)
  })
})

describe('vary', () => {
  it.each([
    [undefined, 'accept'],
    ['Origin', 'Origin, accept'],
    ['Accept', 'Accept'],
    ['origin, ACCEPT', 'origin, ACCEPT'],
    ['*', '*'],
    ['accept-language', 'accept-language, accept'],
  ])('of %j', (given, expected) => {
    const fields = new Headers(given === undefined ? {} : { vary: given })
    vary(fields, 'accept')
    expect(fields.get('vary')).toBe(expected)
  })
})
