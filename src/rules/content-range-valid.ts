import { fieldValue } from './exchange.js'
import { rule } from './rule.js'
import { brief } from './shown.js'
import { answered, isOf, placeOf } from './traffic.js'

const isRight = (value: string, unsatisfied: boolean): boolean => {
  if (unsatisfied) return /^bytes \*\/\d+$/i.test(value)
  const [, first, last, length] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/i.exec(value) ?? []
  return first !== undefined && BigInt(first) <= BigInt(last!) && (length === '*' || BigInt(last!) < BigInt(length!))
}

export const contentRangeValid = rule({
  id: 'content-range-valid',
  level: 'must',
  kind: 'contradiction',
  refuses: false,
  cite: 'RFC 9110 §14.4',
  words: 'Content-Range says <value>, which is no part of <status>',
  fix: 'write first-last/length, or */length where no range fits',
  summary: 'Content-Range names an existing part: the first octet is not after the last, and the last is before the end.',
  why: 'A client that puts parts together by a wrong range makes a broken whole.',
  bad: '> GET /films/7\n> range: bytes=5-9\n< 206 Partial Content\n< content-range: bytes 9-5/500',
  good: '> GET /films/7\n> range: bytes=5-9\n< 206 Partial Content\n< content-range: bytes 5-9/500',
  *exchange(exchange) {
    const { response } = exchange
    const value = fieldValue(response, 'content-range')
    if (value === undefined || answered(exchange)?.needs !== 'range' || !/^bytes /i.test(value)) return
    if (!isRight(value, !isOf(response, 'successful'))) yield placeOf('response', 'content-range', { value: brief(value) })
  },
})
