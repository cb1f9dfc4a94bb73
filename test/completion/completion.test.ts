/** What an editor offers while a route is typed, and what it must not offer: sentences are for mistakes. */
import ts59 from 'ts59'
import ts60 from 'ts60'
import { describe, expect, it } from 'vitest'
import { rfc9110 } from '../../src/registry/rfc9110.js'
import { rules } from '../../src/rules/index.js'
import { editor, type Offer } from './service.js'

const names = (offers: readonly Offer[]): string[] => offers.map(({ name }) => name)
const documentation = (offers: readonly Offer[], wanted: string): string => {
  const offer = offers.find(({ name }) => name === wanted)
  if (!offer) throw new Error(`${wanted} is not offered among ${names(offers).slice(0, 20)} …`)
  return offer.documentation()
}

describe.each([
  ['5.9', ts59],
  ['6.0', ts60],
] as const)('TypeScript %s', (_, typescript) => {
  const offers = editor(typescript as typeof ts59)

  it('offers every status, with what it says', () => {
    const offered = offers("get('/todos', { responses: { | } })")
    expect(names(offered)).toEqual(expect.arrayContaining(Object.keys(rfc9110.statuses)))
    expect(names(offered)).toEqual(expect.arrayContaining(['1xx', '2xx', '3xx', '4xx', '5xx', 'default']))
    expect(offered).toHaveLength(Object.keys(rfc9110.statuses).length + 6)
    expect(documentation(offered, '204')).toBe(
      'No Content. The request succeeded and there is nothing to send but header fields (RFC 9110 §15.3.5).',
    )
    expect(documentation(offered, '404')).toBe(
      'Not Found. There is no representation here, or the server will not say that there is (RFC 9110 §15.5.5).',
    )
    expect(documentation(offered, '4xx')).toBe('The client seems to have erred (RFC 9110 §15.5).')
  })

  it('offers what is left of the statuses, in a contract too', () => {
    const offered = names(offers("contract({ list: get('/todos', { responses: { 200: json(Todo), | } }) })"))
    expect(offered).toContain('404')
    expect(offered).not.toContain('200')
    expect(names(offers("contract({ list: get('/todos', { responses: { 200: Todo } }) }, { common: { | } })"))).toContain('500')
  })

  it.each(['problem({ headers: { | } })', 'json(Todo, { headers: { | } })', 'empty({ headers: { | } })'])(
    'offers the fields of a response to %s',
    (maker) => {
      const offered = offers(`get('/me', { responses: { 200: json(Todo), 401: ${maker} } })`)
      expect(names(offered)).toEqual(expect.arrayContaining(['www-authenticate', 'retry-after', 'etag', 'location', 'cache-control']))
      expect(names(offered)).not.toContain('if-match')
      expect(documentation(offered, 'www-authenticate')).toContain('(RFC 9110 §11.6.1)')
    },
  )

  it('offers the fields of a request', () => {
    const offered = offers("get('/todos', { headers: { | }, responses: { 200: json(Todo) } })")
    expect(names(offered)).toEqual(expect.arrayContaining(['if-match', 'range', 'authorization', 'cache-control']))
    expect(names(offered)).not.toContain('www-authenticate')
    expect(documentation(offered, 'if-match')).toBe(
      'Makes the request depend on the current entity tag being a given one (RFC 9110 §13.1.1).',
    )
  })

  it.each([
    "get('/me', { waive: { | }, responses: { 200: json(Todo) } })",
    "contract({ me: get('/me', { responses: { 200: json(Todo) } }) }, { waive: { | } })",
  ])('offers the rules to waive: %s', (code) => {
    expect(names(offers(code)).sort()).toEqual(Object.keys(rules).sort())
  })

  it('offers a basis that needs nothing else, and no sentence', () => {
    expect(names(offers("patch('/todos', { idempotent: '|', body: json(Todo), responses: { 200: json(Todo) } })"))).toEqual([
      'value-setting',
    ])
  })

  it('offers methods and roles', () => {
    const methods = Object.keys(rfc9110.methods).filter((name) => rfc9110.methods[name as 'GET'].group !== ('reserved' as string))
    expect(names(offers("route('|')")).sort()).toEqual(methods.sort())
    expect(names(offers("get('/todos', { role: '|', responses: { 200: json(Todo) } })")).sort()).toEqual(['gateway', 'origin', 'proxy'])
  })

  it('offers the keys of a route', () => {
    const offered = offers("get('/todos', { | })")
    expect(names(offered)).toEqual(
      expect.arrayContaining(['params', 'query', 'headers', 'body', 'responses', 'waive', 'idempotent', 'role']),
    )
    expect(documentation(offered, 'responses')).toBe('What may be answered.')
  })

  it.each([
    "get('|', { responses: { 200: json(Todo) } })",
    "get('|')",
    "route('GET', '|', { responses: { 200: json(Todo) } })",
    "route('CONNECT', '|', { responses: { 200: empty() } })",
    "route('|', '/todos', { responses: { 200: json(Todo) } })",
  ])('offers no sentence: %s', (code) => {
    expect(names(offers(code)).filter((name) => / \[[\w-]+\]/.test(name))).toEqual([])
  })
})
