import { describe, expect, it } from 'vitest'
import { readDate, writeDate } from '../../src/server/date.js'

const moment = Date.UTC(1994, 10, 6, 8, 49, 37)

describe('readDate', () => {
  it.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])('reads %s', (text) => {
    expect(readDate(text)).toBe(moment)
  })

  it.each([
    '1994-11-06T08:49:37Z',
    '0',
    '-1',
    '',
    'Sun, 06 Nov 1994 08:49:37',
    'Sun, 06 Nov 1994 08:49:37 UTC',
    'Sun, 06 Nov 1994 08:49:37 +0000',
    'Sun, 6 Nov 1994 08:49:37 GMT',
    'sun, 06 nov 1994 08:49:37 gmt',
    'Sun, 31 Feb 1994 08:49:37 GMT',
    'Sun, 00 Nov 1994 08:49:37 GMT',
    'Sun, 06 Foo 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 24:00:00 GMT',
    'Sun, 06 Nov 1994 08:60:00 GMT',
    'Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT',
  ])('takes %s for no date', (text) => {
    expect(readDate(text)).toBeUndefined()
  })

  it('takes a year of two digits for the past where it would lie more than fifty years ahead', () => {
    const now = Date.UTC(2026, 0, 1)
    expect(new Date(readDate('Wednesday, 01-Jan-76 00:00:00 GMT', now)!).getUTCFullYear()).toBe(2076)
    expect(new Date(readDate('Saturday, 01-Jan-77 00:00:00 GMT', now)!).getUTCFullYear()).toBe(1977)
  })

  it('knows leap days, leap seconds and the first century', () => {
    expect(readDate('Thu, 29 Feb 2024 00:00:00 GMT')).toBe(Date.UTC(2024, 1, 29))
    expect(readDate('Wed, 29 Feb 2023 00:00:00 GMT')).toBeUndefined()
    expect(readDate('Sat, 31 Dec 2016 23:59:60 GMT')).toBe(Date.UTC(2016, 11, 31, 23, 59, 59))
    expect(new Date(readDate('Mon, 01 Jan 0001 00:00:00 GMT')!).getUTCFullYear()).toBe(1)
  })

  it('reads what it writes, over a thousand moments', () => {
    for (let index = 0; index < 1000; index++) {
      const some = Math.floor(Math.random() * 4e9) * 1000
      expect(readDate(writeDate(some))).toBe(some)
    }
  })
})
