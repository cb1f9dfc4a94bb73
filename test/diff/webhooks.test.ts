/**
 * Webhooks and callbacks: the API sends the request there, and a client gets it and answers.
 *
 * Each kind has its pair of documents in `kinds.test.ts`; here is whom they break, and where they are told.
 */
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/diff/index.js'
import { changes, ids, type Json, object, paths } from './sample.js'

const string = { type: 'string' }
const json = (schema: unknown) => ({ 'application/json': { schema } })
const get = { get: { responses: { 200: { description: 'OK' } } } }
const answers = (schema?: unknown, more: Json = {}) => ({
  200: { description: 'OK', ...(schema !== undefined && { content: json(schema) }), ...more },
})
const sends = (schema: unknown, more: Json = {}, components: Json = {}): Json =>
  paths(
    { '/things': get },
    {
      components: { schemas: components },
      webhooks: { newThing: { post: { requestBody: { required: true, content: json(schema) }, responses: answers(), ...more } } },
    },
  )
const takes = (schema: unknown): Json => paths({ '/things': get }, { webhooks: { newThing: { post: { responses: answers(schema) } } } })
const subscribes = (callbacks: Json, path = '/subscriptions/{id}'): Json =>
  paths({ [path]: { post: { callbacks, responses: answers() } }, '/things': get })
const event = (schema: unknown): Json => ({
  '{$request.body#/url}': { post: { requestBody: { required: true, content: json(schema) }, responses: answers() } },
})
const told = ({ id, breaks, use }: Change) => [id, breaks.filter((one) => one !== 'server').join(), `${use.method} ${use.path}`]

describe('webhooks and callbacks', () => {
  const states = (...values: string[]) => object({ state: { enum: values }, note: string }, ['note'])

  it('break who gets the request by what may come', () => {
    expect(changes(sends(states('on')), sends(states('on', 'off'))).map(told)).toEqual([
      ['webhook-request-enum-value-added', 'exhaustive', 'POST webhook newThing'],
    ])
    expect(changes(sends(states('on')), sends(object({ state: { enum: ['on'] } }))).map(told)).toEqual([
      ['webhook-request-property-removed', 'lenient,exhaustive', 'POST webhook newThing'],
    ])
  })

  it('break nobody who gets the request by what stays away, or is new beside the rest', () => {
    expect(changes(sends(states('on', 'off')), sends(states('on'))).map(told)).toEqual([
      ['webhook-request-enum-value-removed', '', 'POST webhook newThing'],
    ])
    expect(changes(sends(object({})), sends(object({ more: string }, ['more']))).map(told)).toEqual([
      ['webhook-request-property-added-required', '', 'POST webhook newThing'],
    ])
  })

  it('break who answers by what is taken no more, and nobody by what is taken too', () => {
    expect(changes(takes({ enum: ['a', 'b'] }), takes({ enum: ['a'] })).map(told)).toEqual([
      ['webhook-response-enum-value-removed', 'lenient,exhaustive', 'POST webhook newThing'],
    ])
    expect(changes(takes({ enum: ['a'] }), takes({ enum: ['a', 'b'] })).map(told)).toEqual([
      ['webhook-response-enum-value-added', '', 'POST webhook newThing'],
    ])
  })

  it('say the message that it is, in their own words', () => {
    const [change] = changes(sends(states('on')), sends(states('on', 'off')))
    expect(change?.message).toBe('the request property `state` may be `off` now')
    const field = (more: Json) => sends(string, { parameters: [{ name: 'X-Kind', in: 'header', schema: string, ...more }] })
    expect(changes(field({ required: true }), field({})).map(({ message }) => message)).toEqual([
      'the header parameter `x-kind` became optional',
    ])
    const headed = (headers: Json) => sends(string, { responses: answers(undefined, { headers }) })
    expect(changes(headed({}), headed({ 'X-Ack': { required: true, schema: string } })).map(({ message }) => message)).toEqual([
      'the required response header `x-ack` was added',
    ])
  })

  it('keep apart what a component does in a response and in a request that the API sends', () => {
    const both = (thing: Json): Json => {
      const { paths: _, ...document } = sends({ $ref: '#/components/schemas/Thing' }, {}, { Thing: thing })
      return { ...document, paths: { '/things': { get: { responses: answers({ $ref: '#/components/schemas/Thing' }) } } } }
    }
    const found = changes(both(states('on')), both(states('on', 'off')))
    expect(found.map(({ id, uses }) => [id, uses.map(({ path }) => path)])).toEqual([
      ['response-enum-value-added', ['/things']],
      ['webhook-request-enum-value-added', ['webhook newThing']],
    ])
  })

  it('name a callback by the operation that it belongs to', () => {
    const found = changes(subscribes({ onEvent: event(states('on')) }), subscribes({ onEvent: event(states('on', 'off')) }))
    expect(found.map(told)).toEqual([
      ['webhook-request-enum-value-added', 'exhaustive', 'POST callback onEvent of POST /subscriptions/{id}'],
    ])
    expect(ids(subscribes({ onEvent: event(string) }), subscribes({ onEvent: event(string) }, '/subscriptions/{key}'))).toEqual([])
  })

  it('are added and removed, as callbacks are: but not beside their operation', () => {
    const [removed] = changes(subscribes({ onEvent: event(string) }), subscribes({}))
    expect([removed?.id, removed?.message]).toEqual(['webhook-removed', 'the callback was removed'])
    expect(ids(subscribes({}), subscribes({ onEvent: event(string) }))).toEqual(['webhook-added'])
    expect(ids(subscribes({ onEvent: event(string) }), paths({ '/things': get }))).toEqual(['operation-removed'])
    const leaving = (more: Json) => sends(string, { deprecated: true, ...more })
    expect(ids(leaving({ 'x-sunset': '2999-01-01' }), paths({ '/things': get }))).toEqual(['operation-removed-before-sunset'])
  })

  it('are another one under another name only if something else is another too', () => {
    const named = (name: string, schema: unknown, more: Json = {}) =>
      paths(
        { '/things': get },
        { webhooks: { [name]: { post: { requestBody: { content: json(schema) }, responses: answers(), ...more } } } },
      )
    expect(ids(named('a', string), named('b', string))).toEqual(['webhook-renamed'])
    expect(ids(named('a', string), named('b', { type: 'integer' }))).toEqual(['webhook-removed', 'webhook-added'])
    expect(ids(named('a', string, { operationId: 'a' }), named('b', string, { operationId: 'b' }))).toEqual([
      'webhook-removed',
      'webhook-added',
    ])
  })

  it('have the credentials that they name, not those that everybody needs', () => {
    const secured = (...security: Json[]): Json => ({
      ...sends(string),
      security,
      components: { securitySchemes: { key: { type: 'apiKey', name: 'x-key', in: 'header' } } },
    })
    expect(changes(secured(), secured({ key: [] })).map(({ use }) => use.path)).toEqual(['/things'])
  })

  it('use the components that they use', () => {
    const idle = (thing: Json) => sends({ $ref: '#/components/schemas/Thing' }, {}, { Thing: thing })
    expect(ids(idle(object({ a: string })), idle(object({ a: { type: 'integer' } })))).toEqual(['webhook-request-type-changed'])
  })
})
