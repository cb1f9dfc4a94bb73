import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root, run } from './run.js'

const folder = mkdtempSync(path.join(tmpdir(), 'statute-judge-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, text: string): string => {
  const whole = path.join(folder, name)
  writeFileSync(whole, text)
  return whole
}

type Fields = Readonly<Record<string, string>>
interface Side {
  readonly headers?: Fields
  readonly [name: string]: unknown
}
const listed = (headers: Fields = {}) => Object.entries(headers).map(([name, value]) => ({ name, value }))
/** An entry as Chromium writes it. */
const entry = (method: string, url: string, status: number, response: Side = {}, request: Side = {}) => ({
  startedDateTime: '2026-01-01T00:00:00.000Z',
  time: 1,
  request: {
    method,
    url,
    httpVersion: 'http/2.0',
    cookies: [],
    queryString: [],
    headersSize: -1,
    bodySize: 0,
    ...request,
    headers: [{ name: ':authority', value: 'x' }, ...listed(request.headers)],
  },
  response: {
    status,
    statusText: '',
    httpVersion: 'http/2.0',
    cookies: [],
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
    content: { size: 0, mimeType: '' },
    ...response,
    headers: listed(response.headers),
  },
  cache: {},
  timings: { send: 0, wait: 1, receive: 0 },
})
const har = (...entries: unknown[]): string =>
  JSON.stringify({ log: { version: '1.2', creator: { name: 't', version: '1' }, entries } }, undefined, 2)

const date = { date: 'Sun, 06 Nov 1994 08:49:37 GMT' }
const page = { ...date, 'content-type': 'text/plain' }
const right = entry('GET', 'https://api.example/todos', 200, { headers: page, content: { size: 2, mimeType: 'text/plain', text: 'ok' } })
const refused = entry('GET', 'https://api.example/todos/7', 401, { headers: date })
const again = entry(
  'GET',
  'https://api.example/todos/8',
  200,
  { headers: { ...page, ETag: '"v1"' }, bodySize: 2, content: { size: 2, mimeType: 'text/plain', text: 'ok' } },
  { headers: { 'If-None-Match': '"v1"' } },
)

interface Written {
  readonly document: string
  readonly exchanges: number
  readonly findings: readonly { rule: string; path: string; status: number; pointer: string; line: number }[]
}
const judged = async (archive: string, ...args: string[]) => {
  const { code, out, err } = await run(['judge', archive, '--format', 'json', ...args])
  return { code, err, ...(JSON.parse(out) as Written) }
}
const rulesIn = async (...entries: unknown[]): Promise<string[]> =>
  (await judged(file('some.har', har(...entries)))).findings.map(({ rule }) => rule)

describe('statute judge', () => {
  it('finds in the place where it was recorded, and fails', async () => {
    const archive = file('wrong.har', har(right, refused, again))
    const { code, out, err } = await run(['judge', archive])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    const lines = readFileSync(archive, 'utf8').split('\n')
    const [, line] = /:(\d+):\d+ {2}must {2}GET \/todos\/8 → 200 {2}\[if-none-match-weak\]/.exec(out) ?? []
    expect(lines[Number(line) - 1]!.trim()).toBe('"response": {')
    expect(lines.slice(0, Number(line)).filter((each) => each.includes('"response"'))).toHaveLength(3)
    expect(out).toMatch(/must\s+1 ×\s+www-authenticate-401/)
    expect(out).toMatch(/✖ 3 exchanges: 2 must/)
  })

  it('is silent and passes where nothing is wrong', async () => {
    const { code, out } = await run(['judge', file('right.har', har(right))])
    expect([code, out]).toEqual([0, '✔ 1 exchange: nothing to report\n'])
  })

  it('reads the standard input', async () => {
    const { code, out } = await run(['judge', '-'], har(refused))
    expect([code, out]).toEqual([1, expect.stringContaining('<stdin> leaves out')])
  })

  it.each(['sarif', 'github', 'junit'])('writes %s', async (format) => {
    const { code, out } = await run(['judge', file('wrong.har', har(refused)), '--format', format])
    expect([code, out]).toEqual([1, expect.stringContaining('www-authenticate-401')])
  })

  it('gives each finding its pointer in the archive', async () => {
    const bare = entry('GET', 'https://api.example/', 200, { headers: { ...page, ETag: 'v1' } })
    const { document, exchanges, findings } = await judged(file('wrong.har', har(right, refused, again, bare)))
    expect([path.basename(document), exchanges]).toEqual(['wrong.har', 4])
    const found = Object.fromEntries(findings.map(({ rule, pointer }) => [rule, pointer]))
    expect(found['www-authenticate-401']).toMatch(/^\/log\/entries\/1\/response/)
    expect(found['if-none-match-weak']).toBe('/log/entries/2/response')
    expect(found['etag-grammar']).toBe('/log/entries/3/response/headers/2')
  })

  it('judges several archives in one report, and fails where one cannot be read', async () => {
    const [one, two] = [file('one.har', har(right)), file('two.har', har(refused))]
    const both = await run(['judge', one, two, '--format', 'json'])
    expect([both.code, (JSON.parse(both.out) as { documents: Written[] }).documents.map(({ exchanges }) => exchanges)]).toEqual([1, [1, 1]])
    const torn = await run(['judge', one, path.join(folder, 'none.har')])
    expect([torn.code, torn.err]).toEqual([2, `statute: ${path.join(folder, 'none.har')}: there is no such file\n`])
  })

  it.each<[what: string, text: string, line: string | RegExp]>([
    ['no JSON', '{"log":', /^statute: .*bad\.har:1:8: is not JSON: /],
    ['nothing', '', /bad\.har: is empty\n$/],
    ['another document', '{"openapi":"3.1.0"}', /bad\.har: is not an HTTP archive: it has no log\.entries\n$/],
    ['an entry that is none', har(right, 7), /bad\.har:\d+:\d+: the entry is a number, not an object\n$/],
    ['an entry without a request', har({ response: { status: 200 } }), /the entry has no request with a method and a url\n$/],
    [
      'an entry without a response',
      har({ request: { method: 'GET', url: 'https://a.example/' } }),
      /the entry has no response with a status\n$/,
    ],
    ['no exchange', har(), /bad\.har: has no exchanges: nothing was judged\n$/],
    [
      'nothing by HTTP',
      har(entry('GET', 'data:text/plain,x', 200), entry('GET', 'https://a.example/', 0)),
      /has no exchanges: nothing was judged\n$/,
    ],
  ])('%s is one line and 2', async (_, text, line) => {
    const { code, out, err } = await run(['judge', file('bad.har', text)])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(line)
    expect(err.split('\n')).toHaveLength(2)
  })

  it('says what it has not judged', async () => {
    const { out } = await run(['judge', file('mixed.har', har(right, entry('GET', 'blob:x', 200), entry('GET', 'https://a.example/', 0)))])
    expect(out).toContain('mixed.har: 2 of 3 entries have no answer of a server by HTTP and were not judged')
  })
})

describe('an archive', () => {
  it('is not blamed for what a cache has answered', async () => {
    const headers = { ...page, etag: '"v1"' }
    const conditional = { headers: { 'if-none-match': '"v1"' } }
    const stored = { headers, bodySize: 0, content: { size: 2, mimeType: 'text/plain', text: 'ok' } }
    const archive = har(
      right,
      // As Chromium shows what the server has said is not modified, GET and HEAD; and what it has not asked for.
      entry('GET', 'https://api.example/', 200, stored, conditional),
      entry('HEAD', 'https://api.example/', 200, { headers, bodySize: -1, content: { size: -1 } }, conditional),
      entry('GET', 'https://api.example/', 200, stored),
    )
    const { code, out } = await run(['judge', file('cached.har', archive)])
    expect([code, out]).toEqual([0, expect.stringContaining('3 of 4 entries have no answer of a server by HTTP and were not judged')])
    const sent = entry('GET', 'https://api.example/', 200, { ...stored, bodySize: 2 }, conditional)
    expect(await rulesIn(sent)).toEqual(['if-none-match-weak'])
  })

  it('is not blamed for what recording did', async () => {
    const headers = { ...page, 'content-length': '12' }
    const sent = (response: Side) => entry('GET', 'https://api.example/', 200, { headers, ...response })
    expect(
      await rulesIn(
        // Decoded, cut, out of a cache.
        sent({ headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' }, content: { size: 40, text: 'x'.repeat(40) } }),
        sent({ content: { size: 400, text: 'x'.repeat(400) } }),
        sent({ bodySize: 0, content: { size: 12, text: 'x'.repeat(11) } }),
        sent({ content: { size: 12 } }),
        // Chromium shows the content of what is not modified.
        entry(
          'GET',
          'https://api.example/',
          304,
          { headers: { ...date, etag: '"1"' }, bodySize: 0, content: { size: 2, text: 'ok' } },
          { headers: { 'if-none-match': '"1"' } },
        ),
        // Several of one name, as Chromium joins them.
        entry('GET', 'https://api.example/', 204, { headers: { ...date, 'set-cookie': 'a=1; Path=/\nb=2; Path=/' } }),
      ),
    ).toEqual([])
  })

  it('is blamed for content, where that is what was sent', async () => {
    const type = 'application/problem+json'
    const text = '{"title":"No","status":400}'
    const problem = entry('GET', 'https://api.example/', 404, {
      headers: { ...date, 'content-type': type },
      content: { size: text.length, mimeType: type, text },
    })
    expect(await rulesIn(problem)).toEqual(['problem-status-matches'])
    const encoded = { size: text.length, mimeType: type, text: Buffer.from(text).toString('base64'), encoding: 'base64' }
    expect(await rulesIn({ ...problem, response: { ...problem.response, content: encoded } })).toEqual(['problem-status-matches'])
    const gone = entry('DELETE', 'https://api.example/', 204, { headers: page, content: { size: 2, mimeType: 'text/plain', text: 'ok' } })
    expect(await rulesIn(gone)).toContain('no-content-204')
  })
})

describe('with a contract', () => {
  const contract = path.join(root, 'examples/todos/contract.ts')
  const url = 'https://api.example/v1/todos'
  const teapot = entry('GET', url, 418, { headers: page })
  const elsewhere = entry('GET', 'https://fonts.example/a', 401, { headers: date })

  it('finds what the route does not declare, below the base alone', async () => {
    const archive = file('todos.har', har(teapot, elsewhere))
    const { code, findings, exchanges } = await judged(archive, '--contract', contract, '--base-url', 'https://api.example/v1/')
    expect([code, exchanges]).toEqual([1, 1])
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'undeclared-status', path: '/v1/todos', status: 418 }))
    const { out } = await run(['judge', archive, '-c', contract, '--base-url', 'https://api.example/v1'])
    expect(out).toContain('todos.har: 1 of 2 exchanges are not below the base URL and were not judged')
    expect((await judged(archive)).findings.map(({ rule }) => rule)).not.toContain('undeclared-status')
  })

  it.each<[string[], RegExp]>([
    [['--contract', 'none.ts'], /none\.ts/],
    [['--export', 'todos'], /--export is about a contract: say which with --contract/],
    [['--contract', contract, '--export', 'nothing'], /exports no contract nothing; it exports todos/],
    [['--base-url', '/v1'], /\/v1: is no URL/],
    [['--base-url', 'https://other.example'], /has no exchanges below the base URL: nothing was judged/],
  ])('%s is one line and 2', async (args, line) => {
    const { code, out, err } = await run(['judge', file('todos.har', har(teapot)), ...args])
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(line)
    expect(err.split('\n')).toHaveLength(2)
  })
})
