/** Types by `tsc` 7, which checks this file with the rest, and the values behind them by vitest. tsd knows only 5.9: see test-d. */
import { expectTypeOf } from 'expect-type'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  article,
  type Content,
  contract,
  del,
  type Empty,
  empty,
  get,
  type Idempotent,
  idempotent,
  json,
  type NoBody,
  noBody,
  type Output,
  type Problem,
  patch,
  problem,
  type StatusFor,
  statusFor,
  toolkit,
} from '../../src/index.js'

const Todo = z.object({ id: z.string(), done: z.boolean() })

describe('a route', () => {
  const read = get('/orgs/:org/todos/:id', {
    params: z.object({ org: z.string(), id: z.uuid() }),
    responses: { 200: json(Todo, { headers: { etag: z.string() } }), 304: empty(), 404: problem(), '5xx': problem() },
  })

  it('is what was written', () => {
    expectTypeOf(read.method).toEqualTypeOf<'GET'>()
    expectTypeOf(read.path).toEqualTypeOf<'/orgs/:org/todos/:id'>()
    expect(read).toMatchObject({ method: 'GET', path: '/orgs/:org/todos/:id' })
  })

  it('keeps each response with its own type', () => {
    expectTypeOf<keyof typeof read.spec.responses>().toEqualTypeOf<200 | 304 | 404 | '5xx'>()
    expectTypeOf(read.spec.responses[304]).toEqualTypeOf<Empty<{}>>()
    expectTypeOf(read.spec.responses[200].schema).toEqualTypeOf<typeof Todo>()
    expectTypeOf(read.spec.responses[200].headers.etag).toEqualTypeOf<z.ZodString>()
    expectTypeOf<Output<(typeof read.spec.responses)[404]['schema']>>().toEqualTypeOf<Problem>()
    expect(Object.keys(read.spec.responses)).toEqual(['200', '304', '404', '5xx'])
    expect(read.spec.responses[304]).toEqual({ kind: 'empty', headers: {} })
    expect(read.spec.responses[200].schema).toBe(Todo)
  })

  it('knows what its parameters give', () => {
    expectTypeOf<Output<typeof read.spec.params>>().toEqualTypeOf<{ org: string; id: string }>()
    expect(Object.keys(read.spec.params.shape)).toEqual(['org', 'id'])
  })

  it('keeps a bare schema and a claim', () => {
    const rename = patch('/todos/:id', { idempotent: 'value-setting', body: Todo, responses: { 200: Todo } })
    expectTypeOf(rename.spec.idempotent).toEqualTypeOf<'value-setting'>()
    expectTypeOf(rename.spec.responses[200]).toEqualTypeOf<typeof Todo>()
    expect(rename.spec.body).toBe(Todo)
  })
})

describe('a contract', () => {
  it('keeps its routes, its groups and what they have in common', () => {
    const todos = contract(
      { list: get('/todos', { responses: { 200: json(Todo) } }), one: { remove: del('/todos/:id', { responses: { 204: empty() } }) } },
      { common: { 500: problem() } },
    )
    expectTypeOf(todos.routes.one.remove.method).toEqualTypeOf<'DELETE'>()
    expectTypeOf(todos.routes.list.spec.responses[200]).toEqualTypeOf<Content<typeof Todo, 'application/json', {}>>()
    expectTypeOf<keyof typeof todos.options.common>().toEqualTypeOf<500>()
    expect(todos.routes.one.remove.method).toBe('DELETE')
    expect(Object.keys(todos.options.common)).toEqual(['500'])
  })
})

describe('a brand', () => {
  it('is the literal and more', () => {
    expectTypeOf(idempotent('PUT')).toEqualTypeOf<Idempotent<'PUT'>>()
    expectTypeOf(idempotent('PUT')).toExtend<'PUT'>()
    expectTypeOf<'PUT'>().not.toExtend<Idempotent<'PUT'>>()
    expectTypeOf(noBody(204)).toEqualTypeOf<NoBody<204>>()
    expect(idempotent('PUT')).toBe('PUT')
    expect(noBody(204)).toBe(204)
  })

  it('is not had by what the law does not say it of', () => {
    // @ts-expect-error POST is not idempotent.
    expect(() => idempotent('POST')).toThrow('POST is not idempotent')
    // @ts-expect-error PATCH is not idempotent, but by the article.
    expect(() => idempotent('PATCH')).toThrow('PATCH is not idempotent')
    expectTypeOf(toolkit(article).idempotent('PATCH')).toExtend<'PATCH'>()
    expect(toolkit(article).idempotent('PATCH')).toBe('PATCH')
    // @ts-expect-error 200 may carry content.
    expect(() => noBody(200)).toThrow('200 OK may carry content')
  })

  it('says which statuses answer a method', () => {
    expectTypeOf<304>().not.toExtend<StatusFor<'POST'>>()
    expectTypeOf<304>().toExtend<StatusFor<'GET'>>()
    expect(statusFor('GET', 304)).toBe(304)
    // @ts-expect-error POST is never answered 304.
    expect(() => statusFor('POST', 304)).toThrow('POST is never answered 304')
  })
})
