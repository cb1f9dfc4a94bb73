import { describe, expect, test } from 'vitest'
import { citation, citeUrl } from '../../src/registry/cite.js'

describe('a citation', () => {
  test.each([
    ['RFC 9110 §15.3.5', 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.5'],
    ['RFC 10008 §2', 'https://www.rfc-editor.org/rfc/rfc10008#section-2'],
    ['RFC 2068 §19.6.1.2', 'https://www.rfc-editor.org/rfc/rfc2068#section-19.6.1.2'],
    ['RFC 9112 §B.1', 'https://www.rfc-editor.org/rfc/rfc9112#appendix-B.1'],
    ['draft-ietf-httpbis-resumable-upload', 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-resumable-upload'],
    ['draft-ietf-httpbis-resumable-upload §4.2', 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-resumable-upload#section-4.2'],
    ['https://example.com/purge#how', 'https://example.com/purge#how'],
  ])('%s', (cite, url) => {
    expect(cite).toMatch(citation)
    expect(citeUrl(cite)).toBe(url)
  })

  test.each(['ACME §3.1', 'Our API 2.0 §A'])('%s, without an address', (cite) => {
    expect(cite).toMatch(citation)
    expect(citeUrl(cite)).toBeUndefined()
  })

  test.each([
    'RFC9110 §15',
    'RFC 9110',
    'RFC 9110 15.3.5',
    'RFC 9110 §',
    'RFC 0 §1',
    'RFC 9110 §15.',
    'RFC 9110 §15 and §16',
    'draft',
    'http://example.com',
    'https://',
    'the law',
    'acme §3.1',
    'ACME §',
    'RFC 9110 bis',
    '',
  ])('is not %j', (cite) => {
    expect(cite).not.toMatch(citation)
    expect(citeUrl(cite)).toBeUndefined()
  })
})
