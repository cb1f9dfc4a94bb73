/** Which route a request is for: by cases of its own, by those of URLPattern, and by a slow router that is plainly right. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Contract, contract, get, post, text } from '../../src/index.js'
import { reply, serve } from '../../src/server/index.js'
import { canonical, Router, templateOf } from '../../src/server/router.js'

const routes = (...paths: readonly string[]): Router<string> => {
  const router = new Router<string>()
  for (const path of paths) router.add('GET', templateOf(path, path), path, path)
  return router
}
const found = (router: Router<string>, path: string): string | undefined => router.find('GET', canonical(path))?.store

describe('a path', () => {
  it.each([
    [['/a/:x', '/a/b'], '/a/b', '/a/b'],
    [['/a/:x', '/a/b'], '/a/c', '/a/:x'],
    [['/a/b/:x', '/a/:y/c'], '/a/b/c', '/a/b/:x'],
    // The literal leads nowhere, and the parameter is tried.
    [['/a/b/d', '/a/:y/c'], '/a/b/c', '/a/:y/c'],
    [['/a/:x'], '/a/', undefined],
    [['/a/:x'], '/a//', undefined],
    [['/a/:x/b'], '/a//b', undefined],
    [['/a//b'], '/a//b', '/a//b'],
    [['/a'], '/a/', undefined],
    [['/a/'], '/a/', '/a/'],
    [['/a/'], '/a', undefined],
    [['/'], '/', '/'],
    [['/a/:x'], '/a/b%2Fc', '/a/:x'],
    [['/a/b/c'], '/a/b%2Fc', undefined],
    [['/café'], '/caf%C3%A9', '/café'],
    [['/café'], '/caf%c3%a9', '/café'],
    [['/caf%C3%A9'], '/caf%C3%A9', '/caf%C3%A9'],
    [['/abc'], '/%61bc', '/abc'],
    [['/a.b/:x'], '/a.b/c.d', '/a.b/:x'],
    [['/a:b'], '/a:b', '/a:b'],
    [['/a:b'], '/axx', undefined],
    [['/a*'], '/a*', '/a*'],
    [['/a*'], '/abc', undefined],
    [['/a/:x'], '/a/b:c*', '/a/:x'],
    [['/A'], '/a', undefined],
    [['/a/:constructor'], '/a/b', '/a/:constructor'],
    [['/a/:x'], '/a/__proto__', '/a/:x'],
  ] as const)('of %j: %s is %s', (paths, path, expected) => {
    expect(found(routes(...paths), path)).toBe(expected)
  })
  it('gives the values of its parameters, decoded', async () => {
    const seen: unknown[] = []
    const handle = serve(contract({ read: get('/a/:x/:y', { responses: { 200: text() } }) }), {
      read: ({ params }) => {
        seen.push(params)
        return reply(200, '')
      },
    })
    for (const path of ['/a/b%2Fc/caf%C3%A9', '/a/%25/:*', '/a/+/%2B'])
      expect((await handle(new Request(`http://x${path}`))).status).toBe(200)
    expect(seen).toEqual([
      { x: 'b/c', y: 'café' },
      { x: '%', y: ':*' },
      { x: '+', y: '+' },
    ])
    for (const path of ['/a/%FF/b', '/a/%/b', '/a/%zz/b']) expect((await handle(new Request(`http://x${path}`))).status).toBe(400)
  })
  it.each([
    ['/a/:x', '/a/:y', /^second \(GET \/a\/:y\): every request for it is one for first \(GET \/a\/:x\) too/],
    ['/café', '/caf%c3%a9', /too/],
    ['/a', '/b/../c', /has a segment \.\., which every URL loses/],
    ['/a', '/:x/:x', /two parameters called 'x'/],
    ['/a', '/b/:', /a parameter that cannot be called ''/],
    ['/a', '/b?c=d', /has a query or a fragment/],
    ['/a', 'a', /cannot be served by a fetch handler/],
  ])('%s beside %s is refused', (first, second, words) => {
    const route = (path: string) => get(path as '/a', { responses: { 200: text() } })
    const both = contract({ first: route(first), second: route(second) })
    expect(() => serve(both, { first: () => reply(200, ''), second: () => reply(200, '') })).toThrow(words)
  })
  it('belongs to every method that some route has for it', async () => {
    const handle = serve(
      contract({
        read: get('/a/:x', { responses: { 200: text() } }),
        find: post('/a/find', { body: text(), responses: { 200: text() } }),
      }),
      { read: ({ params }) => reply(200, params.x), find: () => reply(200, 'found') },
    )
    expect(await (await handle(new Request('http://x/a/find'))).text()).toBe('find')
    const response = await handle(new Request('http://x/a/find', { method: 'DELETE' }))
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD, OPTIONS'])
  })
  it('of no handler, or a handler of no path, is refused', () => {
    const one = contract({ group: { read: get('/', { responses: { 200: text() } }) } }) as Contract
    expect(() => serve(one, {} as never)).toThrow('group.read: GET / has no handler')
    expect(() => serve(one, { group: { read: () => reply(200, ''), write: () => {} } } as never)).toThrow(
      'group.write: there is a handler, and no such route in the contract',
    )
  })
})

describe('a router', () => {
  /** Segment by segment, literal before parameter, with every way tried. */
  const slowly = (paths: readonly string[], path: string): string | undefined => {
    const ranked = paths
      .filter((one) => {
        const [own, asked] = [one.split('/'), path.split('/')]
        return own.length === asked.length && own.every((segment, i) => (segment.startsWith(':') ? asked[i] !== '' : segment === asked[i]))
      })
      .map((one) => [one.replace(/:[^/]+/g, '\uFFFF'), one] as const)
    return ranked.sort(([a], [b]) => (a < b ? -1 : 1))[0]?.[1]
  }
  it('finds what a slow one finds', () => {
    let seed = 7
    const pick = <T>(values: readonly T[]): T => {
      seed = (seed * 48_271) % 2_147_483_647
      return values[seed % values.length]!
    }
    const segment = () => pick(['a', 'ab', 'abc', 'b', ':p', ':p', ''])
    let hits = 0
    for (let round = 0; round < 400; round++) {
      const paths = new Map<string, string>()
      for (let i = 0; i < 8; i++) {
        let n = 0
        const path = `/${Array.from({ length: pick([1, 2, 3]) }, () => segment().replace(':p', () => `:p${n++}`)).join('/')}`
        paths.set(path.replace(/:\w+/g, ':'), path)
      }
      const all = [...paths.values()]
      const router = routes(...all)
      for (let i = 0; i < 30; i++) {
        const path = `/${Array.from({ length: pick([1, 2, 3]) }, () => pick(['a', 'ab', 'abc', 'abcd', 'b', 'c', ''])).join('/')}`
        const expected = slowly(all, path)
        if (expected !== undefined) hits++
        expect(found(router, path), `${path} of ${all.join(' ')}`).toBe(expected)
      }
    }
    expect(hits).toBeGreaterThan(2000)
  })
  it('takes no longer for a path that is made to mislead it', () => {
    const deep = Array.from(
      { length: 12 },
      (_, i) => `/${Array.from({ length: 12 }, (_, j) => (j === i ? 'b' : `:p${j}`)).join('/')}/end${i}`,
    )
    const router = routes(...deep)
    const from = performance.now()
    for (let i = 0; i < 100; i++) found(router, `/${Array(12).fill('b').join('/')}/none`)
    expect((performance.now() - from) / 100).toBeLessThan(50)
  })
})

interface PatternCase {
  readonly pattern?: readonly unknown[]
  readonly inputs?: readonly unknown[]
  readonly expected_match: null | 'error' | { readonly pathname?: { readonly groups: Record<string, string | null> } }
}
const file = new URL('../../../shared/suites/urlpattern/urlpatterntestdata.json', import.meta.url)
describe.skipIf(!existsSync(file))('the cases of URLPattern that ask for no more than names and literals', () => {
  const simple = (JSON.parse(existsSync(file) ? readFileSync(file, 'utf8') : '[]') as PatternCase[]).flatMap((one) => {
    const [own, given] = [one.pattern?.[0], one.inputs?.[0]] as [{ pathname?: string; baseURL?: string }, string | { pathname?: string }]
    const keys = typeof own === 'object' && own !== null ? Object.keys(own).filter((key) => key !== 'baseURL') : []
    if (keys.join() !== 'pathname' || one.pattern!.length > 1 || (one.inputs?.length ?? 2) > 1 || one.expected_match === 'error') return []
    const path = typeof given === 'string' ? given : given?.pathname
    if (path === undefined || !/^(?:\/(?::\w+|[^:*+?(){}\\/]*))+$/u.test(own.pathname!)) return []
    const groups = one.expected_match && (one.expected_match.pathname?.groups ?? {})
    return [{ pattern: own.pathname!, base: own.baseURL, path, given, groups }]
  })
  /** Where we say something else, and why. */
  const departure = ({ pattern, base, path, groups }: (typeof simple)[number]): string | undefined => {
    if (/\/\.{1,2}(\/|$)/.test(pattern)) return 'a route with a segment that every URL loses is refused where it is declared'
    if (/%[0-9A-Fa-f]{2}/.test(pattern + path) && groups === null)
      return 'capital and small digits of an encoded octet mean the same (RFC 3986 §6.2.2.1)'
    if (base !== undefined && groups === null) return 'a route is a path: host, query and fragment are not matched by it'
    if (!path.startsWith('/') && !/^https?:/.test(path) && groups === null)
      return 'a request has a whole URL, in which every path is absolute'
    return undefined
  }
  it('are many', () => {
    const departures = simple.flatMap((one) => departure(one) ?? [])
    console.log(`urlpattern: ${simple.length} simple cases, ${departures.length} departures: ${[...new Set(departures)].join('; ')}`)
    expect(simple.length).toBeGreaterThan(40)
    expect(departures.length).toBeLessThan(simple.length / 3)
  })
  it.each(simple.map((one) => [`${one.pattern} and ${JSON.stringify(one.given)}`, one] as const))('%s', (_, one) => {
    if (departure(one) !== undefined) return expect(one.groups === null || /\.\./.test(one.pattern)).toBe(true)
    const { pathname } = new URL(one.path, 'http://x')
    const match = routes(one.pattern).find('GET', canonical(pathname))
    expect(match === null).toBe(one.groups === null)
    if (match && one.groups)
      expect(templateOf(one.pattern, '').names.map((name, i) => [name, match.params[i]])).toEqual(Object.entries(one.groups))
  })
})
if (!existsSync(file)) console.log('urlpattern: ../shared/suites/urlpattern is absent, so its cases were not tried')
