/** judge() over messages of Fetch and in parts, with a contract and without. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract, defineRegistry, del, empty, get, json, problem, rfc9110, text } from '../../src/index.js'
import { judge, serve } from '../../src/server/index.js'
import type { JudgeOptions } from '../../src/server/verdict.js'
import { root } from '../compiler.js'

const url = 'https://todos.example/todos/7'
const ids = async (
  request: Parameters<typeof judge>[0],
  response: Parameters<typeof judge>[1],
  options?: JudgeOptions,
): Promise<string[]> => (await judge(request, response, options)).map(({ rule }) => rule)

describe('messages of Fetch', () => {
  it('are judged without being read', async () => {
    const request = new Request(url, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
    const response = Response.json({}, { status: 401 })
    expect(await ids(request, response)).toEqual(['www-authenticate-401'])
    expect([request.bodyUsed, response.bodyUsed]).toEqual([false, false])
    expect([await request.text(), await response.text()]).toEqual(['{}', '{}'])
  })

  it('have a place, a status and a path in findings', async () => {
    const [finding] = await judge(new Request(`${url}?done=true`), new Response(null, { status: 200, headers: { etag: 'v1' } }))
    expect(finding).toEqual({
      rule: 'etag-grammar',
      level: 'must',
      kind: 'contradiction',
      refuses: false,
      cite: 'RFC 9110 §8.8.3',
      message: 'ETag is a tag in double quotes, not v1',
      fix: 'write "v1" or W/"v1"',
      method: 'GET',
      path: '/todos/7',
      route: null,
      status: 200,
      pointer: ['response', 'headers', 'etag'],
    })
  })

  it('may not have content in the answer to HEAD', async () => {
    const request = new Request(url, { method: 'HEAD' })
    expect(await ids(request, new Response('hello', { headers: { 'content-type': 'text/plain' } }))).toEqual(['no-content-head'])
    expect(await ids(request, new Response(null, { headers: { 'content-type': 'text/plain' } }))).toEqual([])
  })

  it('have the content that is handed over', async () => {
    const response = Response.json({ title: 'No', status: 400 }, { status: 404, headers: { 'content-type': 'application/problem+json' } })
    expect(await ids(new Request(url), response)).toEqual([])
    const content = { response: await response.clone().bytes() }
    expect(await ids(new Request(url), response, { content })).toEqual(['problem-status-matches'])
    const short = new Response('hello', { headers: { 'content-type': 'text/plain', 'content-length': '7' } })
    expect(await ids(new Request(url), short, { content: { response: 'hello' } })).toEqual(['content-length-true'])
  })

  it('keep cookies apart', async () => {
    const headers = new Headers([
      ['set-cookie', 'sid=1; expires=Wed, 21 Oct 2026 07:28:00 GMT'],
      ['set-cookie', 'sid=2; path=/a'],
    ])
    expect(await ids(new Request(url), new Response(null, { headers }))).toEqual([])
    headers.append('set-cookie', 'sid=3; Path=/a')
    expect(await ids(new Request(url), new Response(null, { headers }))).toEqual(['set-cookie-unique-name'])
  })

  it('are not held to what Fetch hides', async () => {
    expect(
      await ids(new Request('http://todos.example/'), new Response(null, { headers: { 'strict-transport-security': 'max-age=1' } })),
    ).toEqual([])
    expect(
      await ids(new Request('http://todos.example/'), new Response(null, { headers: { 'strict-transport-security': 'max-age=1' } }), {
        secure: false,
      }),
    ).toEqual(['hsts-not-over-http'])
  })
})

describe('messages in parts', () => {
  it('off the wire show lines, trailers and versions', async () => {
    const request = { method: 'GET', url: '/todos', httpVersion: '1.1', rawHeaders: ['Host', 'a', 'Host', 'b'] }
    const response = { status: 200, rawHeaders: ['ETag', '"1"', 'ETag', '"2"'], rawTrailers: ['X-Sum', '1'], content: 'hello' }
    expect(await ids(request, response)).toEqual([
      'content-type-with-content',
      'date-2xx-3xx-4xx',
      'host-required',
      'singleton-not-repeated',
      'trailer-announced',
    ])
  })

  it.each([['HTTP/2'], ['h2'], ['2.0'], ['3']])('know the version %s', async (httpVersion) => {
    expect(await ids({ method: 'GET', url: '/', headers: { connection: 'close' } }, { status: 200 }, { httpVersion })).toEqual([
      'h2-no-connection-fields',
    ])
  })

  it('that are none are refused in a sentence', async () => {
    await expect(judge({ url: '/' }, { status: 200 })).rejects.toThrow(new TypeError('judge: the request has no method'))
    await expect(judge({ method: 'GET', url: '/' }, {} as never)).rejects.toThrow(new TypeError('judge: the response has no status'))
  })
})

describe('rules', () => {
  it('may be chosen', async () => {
    const { rules } = await import('../../src/rules/index.js')
    const response = new Response(null, { status: 401, headers: { etag: 'v1' } })
    expect(await ids(new Request(url), response, { rules: [rules['etag-grammar']] })).toEqual(['etag-grammar'])
  })

  it('of a law of one’s own are read off its rows', async () => {
    const { law } = defineRegistry({
      extends: rfc9110,
      methods: { PURGE: { cite: 'ACME §3.1', safe: false, idempotent: true, content: 'never', purpose: 'Drops what is stored.' } },
      statuses: {
        299: {
          phrase: 'Stale',
          class: 'successful',
          cite: 'ACME §4.2',
          content: 'never',
          requires: { age: 'field-required' },
          purpose: 'Old.',
        },
      },
    })
    const request = { method: 'PURGE', url: '/todos', content: 'all', headers: { 'content-type': 'text/plain' } }
    const said = await judge(request, { status: 299, content: 'old', headers: { 'content-type': 'text/plain' } }, { law })
    expect(said.map(({ message, cite, rule }) => `${message} (${cite}) [${rule}]`)).toEqual([
      '299 Stale to PURGE carries no content (ACME §4.2) [content-never]',
      '299 Stale must send age (ACME §4.2) [field-required]',
      'PURGE requests carry no content (ACME §3.1) [method-content-never]',
    ])
    expect(await ids({ method: 'PURGE', url: '/todos' }, { status: 299, headers: { age: '1' } }, { law })).toEqual([])
  })
})

describe('a contract', () => {
  const Todo = z.object({ id: z.string() })
  const todos = contract(
    {
      read: get('/todos/:id', {
        responses: { 200: json(Todo, { headers: { etag: z.string(), 'x-rank': z.string().regex(/^\d+$/).optional() } }), 404: empty() },
      }),
      items: { remove: del('/todos/:id', { responses: { 204: empty(), '4xx': problem() }, waive: { 'etag-grammar': 'an old client' } }) },
      page: get('/page', { responses: { 200: text() } }),
    },
    { common: { 500: problem() } },
  )
  const options = { contract: todos }
  const etag = { etag: '"v1"' }
  const say = async (request: Request, response: Response, more: JudgeOptions = {}) =>
    (await judge(request, response, { ...options, ...more })).map(
      ({ message, fix, rule, route }) => `${route}: ${message}: ${fix} [${rule}]`,
    )

  it('finds nothing where it is kept', async () => {
    expect(await say(new Request(url), Response.json({ id: '7' }, { headers: etag }))).toEqual([])
    expect(await say(new Request(url), new Response(null, { status: 404 }))).toEqual([])
    expect(
      await say(new Request(url, { method: 'HEAD' }), new Response(null, { headers: { ...etag, 'content-type': 'application/json' } })),
    ).toEqual([])
    expect(
      await say(new Request(url, { headers: { 'if-none-match': '"v1"' } }), new Response(null, { status: 304, headers: etag })),
    ).toEqual([])
    expect(
      await say(
        new Request(url, { method: 'DELETE' }),
        Response.json({}, { status: 422, headers: { 'content-type': 'application/problem+json' } }),
      ),
    ).toEqual([])
    expect(await say(new Request('https://todos.example/elsewhere'), new Response(null, { status: 404 }))).toEqual([])
  })

  it('finds what is not declared', async () => {
    expect(await say(new Request(url), Response.json({}, { status: 202 }))).toEqual([
      'read: 202 Accepted is not declared for read: declare it, or answer one of 500, 200, 404 [undeclared-status]'.replace(
        '500, 200, 404',
        '200, 404, 500',
      ),
    ])
    expect(await say(new Request(url), new Response('<p>', { headers: { ...etag, 'content-type': 'text/html' } }))).toEqual([
      'read: 200 OK of read is sent as text/html: send one of application/json, or declare it [undeclared-type]',
    ])
    expect(await say(new Request(url), new Response('gone', { status: 404, headers: { 'content-type': 'text/plain' } }))).toEqual([
      'read: 404 Not Found of read has content, and none is declared: leave it out, or declare it [undeclared-content]',
    ])
  })

  it('finds a field that is missing, and one against its schema', async () => {
    const [missing, wrong] = await say(new Request(url), Response.json({}, { headers: { 'x-rank': 'first' } }))
    expect(missing).toBe('read: 200 OK of read breaks what is declared of etag: it is missing: send what the schema takes [field-schema]')
    expect(wrong).toMatch(/^read: 200 OK of read breaks what is declared of x-rank: Invalid string/)
  })

  it('says which methods a path has', async () => {
    expect(
      await say(
        new Request(url, { method: 'PUT', body: 'x', headers: { 'content-type': 'text/plain' } }),
        new Response(null, { status: 404 }),
      ),
    ).toEqual(['null: 404 Not Found answers PUT, which the path does not have: answer 405, with Allow [disallowed-method-405]'])
    const refused = (allow: string) => new Response(null, { status: 405, headers: { allow } })
    const put = () => new Request(url, { method: 'PUT', body: 'x', headers: { 'content-type': 'text/plain' } })
    expect(await say(put(), refused('GET, DELETE, HEAD, OPTIONS'))).toEqual([])
    expect(await say(put(), refused('GET'))).toEqual([
      'null: Allow says GET, but the routes are GET, DELETE: list the methods of the path [allow-matches-routes]',
    ])
  })

  it('is asked for a route by its name, which it has to have', async () => {
    const behind = new Request('https://todos.example/api/v1/todos/7', { method: 'DELETE' })
    expect(await say(behind, new Response(null, { status: 202 }), { route: 'items.remove' })).toEqual([
      'items.remove: 202 Accepted is not declared for items.remove: declare it, or answer one of 204, 500, 4xx [undeclared-status]',
    ])
    await expect(judge(behind, new Response(), { ...options, route: 'write' })).rejects.toThrow(
      new TypeError('the contract has no route called write'),
    )
  })

  it('waives what its route waives', async () => {
    const [finding, ...others] = await judge(
      new Request(url, { method: 'DELETE' }),
      new Response(null, { status: 204, headers: { etag: 'v1' } }),
      options,
    )
    expect([finding?.rule, finding?.waived, others]).toEqual(['etag-grammar', 'an old client', []])
  })
})

it('a server holds its handlers to their answers, and not to what they were asked', async () => {
  const hello = contract({ greet: get('/hello', { responses: { 200: text({ headers: { etag: z.string() } }) } }) })
  const violations: string[] = []
  const told = (etag: string) =>
    serve(hello, { greet: () => ({ status: 200, body: 'hello', headers: { etag } }) } as never, {
      judge: 'report',
      onViolation: ({ rule }) => violations.push(rule),
    })(new Request('https://todos.example/hello', { headers: { 'if-modified-since': 'yesterday', accept: 'text/plain;q=0.1234' } }))
  expect((await told('"v1"')).status).toBe(200)
  expect(violations).toEqual([])
  expect((await told('v1')).status).toBe(200)
  expect(violations).toEqual(['etag-grammar'])
})

it('carries no zod, whatever it loads', () => {
  const carried = new Set<string>()
  const carry = (file: string): void => {
    if (carried.has(file)) return
    carried.add(file)
    const source = readFileSync(path.join(root, file), 'utf8')
    expect(source, file).not.toMatch(/^(?:import|export) (?!type)[^'\n]*from 'zod'/m)
    for (const [, type, target] of source.matchAll(/^(?:import|export)( type)? [^'"]*?from '(\.[^']+)'/gms))
      if (!type) carry(path.posix.join(path.posix.dirname(file), target!).replace(/\.js$/, '.ts'))
  }
  carry('src/server/judge.ts')
  carry('src/server/verdict.ts')
  expect(carried.size).toBeGreaterThan(200)
})
