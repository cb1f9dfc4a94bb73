import { describe, expect, test } from 'vitest'
import { extendLaw, rfc9110, verdict, webdav } from '../../src/registry/index.js'

describe('a verdict', () => {
  test('is allowed without a word', () => {
    expect(verdict(rfc9110, 'GET', 200)).toEqual({ verdict: 'allowed', reason: '' })
  })

  test.each([
    [
      'POST',
      304,
      'forbidden',
      'post-never-206-304-416',
      '304 Not Modified cannot answer POST, which answers a condition that does not hold in another way (RFC 9110 §13.1.2).',
    ],
    [
      'PUT',
      205,
      'forbidden',
      'put-replaced-200-or-204',
      '205 Reset Content cannot answer PUT, which completes with other statuses alone (RFC 9110 §9.3.4).',
    ],
    [
      'HEAD',
      206,
      'forbidden',
      'range-only-get-query',
      '206 Partial Content cannot answer HEAD, which does not handle Range (RFC 9110 §14.2).',
    ],
    [
      'OPTIONS',
      412,
      'forbidden',
      'preconditions-ignored-connect-options-trace',
      '412 Precondition Failed cannot answer OPTIONS, which ignores every condition (RFC 9110 §13.2.1).',
    ],
    [
      'DELETE',
      226,
      'excluded',
      'im-used-needs-a-im',
      '226 IM Used cannot answer DELETE, which is not the retrieval that a delta stands for (RFC 3229 §10.4.1).',
    ],
    ['GET', 306, 'excluded', 'no-reserved-status', '306 (Unused) answers no request (RFC 9110 §15.4.7).'],
    ['PRI', 200, 'excluded', undefined, 'PRI is reserved and never a request (RFC 9113 §3.4).'],
    [
      'GET',
      203,
      'conditional',
      'transformed-203-proxy-only',
      '203 Non-Authoritative Information wants a proxy to answer (RFC 9110 §15.3.4).',
    ],
    [
      'GET',
      304,
      'conditional',
      'not-modified-needs-validator-condition',
      '304 Not Modified wants a validator on the 200 (RFC 9110 §15.4.5).',
    ],
    ['GET', 206, 'conditional', 'partial-needs-range', '206 Partial Content wants range in the request (RFC 9110 §15.3.7).'],
    ['GET', 502, 'conditional', 'gateway-only-502-504', '502 Bad Gateway wants a gateway or proxy to answer (RFC 9110 §15.6.3).'],
    [
      'PUT',
      201,
      'conditional',
      undefined,
      'The target had no representation before: creating it is what 201 says to a PUT (RFC 9110 §9.3.4).',
    ],
    ['GET', 201, 'odd', undefined, 'A safe method asks for nothing to be created (RFC 9110 §9.2.1).'],
  ] as const)('on %s %i is %s', (method, status, kind, rule, reason) => {
    expect(verdict(rfc9110, method, status)).toEqual({ verdict: kind, reason, ...(rule && { rule }) })
  })

  test('gives a reason for all but what is allowed, in every cell of every law', () => {
    const law = extendLaw({
      extends: webdav,
      methods: { PURGE: { cite: 'https://example.com/purge', safe: false, idempotent: true, purpose: 'Drops what a cache stored.' } },
      statuses: { 299: { phrase: 'Miscellaneous', class: 'successful', cite: 'RFC 9111 §5.5', purpose: 'Anything.' } },
    })
    const cells = Object.keys(law.methods).flatMap((method) =>
      Object.keys(law.statuses).map((status) => verdict(law, method, Number(status))),
    )
    expect(cells).toHaveLength(42 * 65)
    expect(cells.filter(({ verdict: kind, reason }) => (kind === 'allowed') !== (reason === ''))).toEqual([])
    expect(verdict(law, 'PURGE', 299).verdict).toBe('allowed')
    expect(verdict(law, 'PURGE', 304)).toMatchObject({ verdict: 'forbidden', rule: 'not-modified-only-conditional-get' })
  })

  test('is not given on what the law does not hold', () => {
    expect(() => verdict(rfc9110, 'PURGE', 200)).toThrow(new RangeError('RFC 9110 holds no method PURGE'))
    expect(() => verdict(rfc9110, 'GET', 299)).toThrow(new RangeError('RFC 9110 holds no status 299'))
    expect(() => verdict(rfc9110, 'constructor', 200)).toThrow(new RangeError('RFC 9110 holds no method constructor'))
  })
})
