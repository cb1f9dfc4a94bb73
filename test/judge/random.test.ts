/**
 * Random exchanges, made of the rows: one that has all that the rows ask for breaks no must-rule, and one that lacks a single thing does.
 */
import { expect, it } from 'vitest'
import type { MethodFacts, StatusFacts } from '../../src/registry/facts.js'
import { rfc9110 } from '../../src/registry/rfc9110.js'
import type { RequestParts, ResponseParts } from '../../src/server/index.js'
import { judge } from '../../src/server/index.js'
import { random } from '../random.js'

/** A right value of every field that a row asks for. */
const values: Readonly<Record<string, string>> = {
  'a-im': 'diffe',
  allow: 'GET, HEAD',
  'content-range': 'bytes 0-4/5',
  depth: '1',
  destination: '/done/7',
  'early-data': '1',
  etag: '"v1"',
  expect: '100-continue',
  'if-match': '"v1"',
  'if-modified-since': 'Sat, 31 Jan 2026 12:00:00 GMT',
  'if-none-match': '"v1"',
  location: '/todos/8',
  'lock-token': '<urn:uuid:e71d4fae>',
  negotiate: 'trans',
  'proxy-authenticate': 'Basic realm="proxy"',
  range: 'bytes=0-4',
  'upload-complete': '?0',
  'upload-offset': '0',
  upgrade: 'websocket',
  'www-authenticate': 'Basic realm="todos"',
}
const rightValue = (name: string): string => {
  if (values[name] === undefined) throw new Error(`no value for ${name}`)
  return values[name]
}

const methods = Object.entries<MethodFacts>(rfc9110.methods).filter(([, { group }]) => group !== 'reserved')
const statuses = Object.entries<StatusFacts>(rfc9110.statuses)

/** Whether the rows let the status answer the method. */
const fits = ([, method]: (typeof methods)[number], [, status]: (typeof statuses)[number]): boolean =>
  status.class !== 'informational' &&
  status.never === undefined &&
  (status.needs === undefined || method[status.needs] === true) &&
  // Expect comes with content.
  !(status.wants?.fields?.includes('expect') && method.content === 'never') &&
  // WebDAV's answers are in XML, and a tunnel has no content to be sure of.
  !(status.group === 'webdav' && status.class === 'successful')

interface Lawful {
  readonly request: RequestParts & { readonly headers: Record<string, string> }
  readonly response: ResponseParts & { readonly headers: Record<string, string> }
  /** The fields of the response that the rows require. */
  readonly required: readonly string[]
}

const lawful = (next: () => number): Lawful => {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!
  const [name, method] = pick(methods)
  const [code, status] = pick(statuses.filter((each) => fits([name, method], each)))
  const wanted = status.wants?.fields?.slice(0, 1) ?? []
  const condition = status.wants?.validator ? ['if-none-match'] : []
  const hasContent = method.content === 'expected' || (method.content === 'allowed' && next() < 0.5) || wanted.includes('expect')
  const carries = status.content !== 'never' && method.answers === 'content' && next() < 0.7
  const required = Object.keys(status.requires ?? {})
  const content = next() < 0.5 ? '{"a":1}' : 'hello'
  const type = content === 'hello' ? 'text/plain' : 'application/json'
  const fields = (names: readonly string[]): Record<string, string> => Object.fromEntries(names.map((each) => [each, rightValue(each)]))
  const upgrades = (names: readonly string[]): Record<string, string> => (names.includes('upgrade') ? { connection: 'upgrade' } : {})
  return {
    request: {
      method: name,
      url: method.target === 'authority' ? 'todos.example:443' : '/todos/7',
      headers: {
        ...fields([...Object.keys(method.wantsFields ?? {}), ...wanted, ...condition]),
        ...upgrades(wanted),
        ...(hasContent && { 'content-type': type }),
      },
      content: hasContent ? content : null,
    },
    response: {
      status: Number(code),
      headers: {
        ...fields(required),
        ...upgrades(required),
        ...(condition.length > 0 && { etag: '"v1"' }),
        ...(carries && { 'content-type': type, 'content-length': String(content.length) }),
      },
      content: carries ? content : null,
    },
    required,
  }
}

const musts = async ({ request, response }: Pick<Lawful, 'request' | 'response'>): Promise<string[]> =>
  (await judge(request, response)).flatMap(({ level, rule }) => (level === 'must' ? [rule] : []))

it('finds nothing that must not be in lawful exchanges, and what is taken away from them', async () => {
  const next = random(9110)
  const seen = new Set<string>()
  let taken = 0
  for (let i = 0; i < 3000; i++) {
    const exchange = lawful(next)
    const { request, response, required } = exchange
    seen.add(`${request.method} ${response.status}`)
    expect(await musts(exchange), JSON.stringify(exchange)).toEqual([])
    for (const field of required) {
      if (field === 'connection') continue
      const { [field]: _, ...headers } = response.headers
      expect(
        (await musts({ request, response: { ...response, headers } })).length,
        `${field} of ${JSON.stringify(exchange)}`,
      ).toBeGreaterThan(0)
      taken++
    }
  }
  console.log(`random exchanges: 3000 lawful ones over ${seen.size} cells, ${taken} with a required field taken away`)
  expect(seen.size).toBeGreaterThan(500)
  expect(taken).toBeGreaterThan(100)
})
