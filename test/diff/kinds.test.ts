/** Every kind of change: a pair of documents that has it, nothing else said of it, and what is said the other way round. */
import { describe, expect, it } from 'vitest'
import { examples as cases } from '../../src/diff/examples.js'
import { type ChangeId, changeKinds as kinds, levelOf, whomOf } from '../../src/diff/index.js'
import { changes, ids } from './sample.js'

const names = Object.keys(kinds) as ChangeId[]

describe('kinds of change', () => {
  it('have a case each', () => expect(Object.keys(cases).sort()).toEqual([...names].sort()))

  it.each(names)('%s', (id) => {
    const { old, now, back, besides = [] } = cases[id]
    expect(ids(old, now)).toEqual([id, ...besides])
    expect(ids(now, old)).toEqual(back)
  })

  it.each(names)('%s is said in whole words, at its place in both documents', (id) => {
    const { old, now } = cases[id]
    const [change] = changes(old, now)
    expect(change?.message).not.toMatch(/[<>]|undefined|\[object/)
    expect(change?.level).toBe(levelOf(kinds[id]))
    expect(change?.old ?? change?.new).toBeDefined()
    for (const origin of [change?.old, change?.new]) if (origin) expect(origin.pointer.length).toBeGreaterThan(0)
  })

  it.each(names)('%s: its sentences are short, and its level is that of whom it breaks', (id) => {
    const { words, why, fix, breaks }: { words: string; why: string; fix: string; breaks: readonly string[] } = kinds[id]
    expect(words.length).toBeLessThan(120)
    expect(why).toMatch(/^[A-Z].*\.$/)
    expect(fix).toMatch(/^[a-z].*[^.]$/)
    // Who names everything is broken by whatever breaks who passes over things.
    if (breaks.includes('lenient')) expect(breaks).toContain('exhaustive')
    const level = levelOf(kinds[id])
    expect(level === 'must').toBe(breaks.includes('lenient'))
    expect(level === 'should').toBe(breaks.includes('exhaustive') && !breaks.includes('lenient'))
    expect(whomOf(kinds[id])).toMatch(/^breaks /)
  })
})

describe('what is no change', () => {
  it.each(names)('between a document and itself: %s', (id) => {
    const { old, now } = cases[id]
    expect(changes(old, old)).toEqual([])
    expect(changes(now, now)).toEqual([])
  })
})

describe('unions', () => {
  const cat = { type: 'object', properties: { kind: { const: 'cat' }, lives: { type: 'integer' } }, required: ['kind'] }
  const dog = { type: 'object', properties: { kind: { const: 'dog' }, tricks: { type: 'array' } }, required: ['kind'] }
  const text = { type: 'string' }
  const pets = { oneOf: [cat, dog], discriminator: { propertyName: 'kind' } }
  const asked = (schema: unknown, kept: unknown = {}) => ({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    paths: {
      '/pets': {
        post: {
          requestBody: { content: { 'application/json': { schema } } },
          responses: { 204: { description: 'Done' } },
        },
      },
    },
    components: { schemas: { Pet: kept } },
  })
  const between = (old: unknown, now: unknown, kept?: unknown) => changes(asked(old, kept), asked(now, kept))
  const ref = { $ref: '#/components/schemas/Pet' }

  it('within unions are the same as their members: with what tells those apart, and a type that they have too', () => {
    expect(between({ oneOf: [text, pets] }, { oneOf: [text, cat, dog] })).toEqual([])
    expect(between({ oneOf: [text, { type: 'object', oneOf: [cat, dog] }] }, { oneOf: [text, cat, dog] })).toEqual([])
    expect(between({ oneOf: [text, { type: 'object', ...ref }] }, { oneOf: [text, cat, dog] }, { type: 'object', ...pets })).toEqual([])
  })

  it('within unions are others where a member is', () => {
    const bird = { ...dog, properties: { kind: { const: 'bird' } } }
    expect(between({ oneOf: [text, pets] }, { oneOf: [text, cat] })).not.toEqual([])
    expect(between({ oneOf: [text, { type: 'object', oneOf: [cat, dog] }] }, { oneOf: [text, cat, bird] })).not.toEqual([])
    // Here the type says something: no text is taken.
    expect(
      between({ anyOf: [{ type: 'integer' }, { type: 'object', anyOf: [cat, text] }] }, { anyOf: [{ type: 'integer' }, cat, text] }),
    ).not.toEqual([])
  })

  it('of any number and whole ones are of any number, unless exactly one may be it', () => {
    const [number, integer] = [{ type: 'number' }, { type: 'integer' }]
    expect(between({ anyOf: [text, number, integer] }, { anyOf: [text, number] })).toEqual([])
    expect(between({ anyOf: [text, integer] }, { anyOf: [text, number] })).not.toEqual([])
  })

  it('that say by several values what they are are not called by the names of their components', () => {
    const [cats, mapped] = [
      { ...cat, properties: { kind: { enum: ['cat', 'tomcat'] } } },
      { ...pets, oneOf: [ref, dog], discriminator: { propertyName: 'kind', mapping: { cat: ref.$ref, tomcat: ref.$ref } } },
    ]
    expect(between({ ...pets, oneOf: [ref, dog] }, mapped, cats)).toEqual([])
    const unsaid = { ...cat, properties: { kind: text } }
    expect(between({ ...pets, oneOf: [ref, dog] }, mapped, unsaid).map(({ id }) => id)).toEqual(['discriminator-value-changed'])
  })

  it('are not needed for a discriminator: that it is another is reported, and not that it comes or goes', () => {
    const pet = { type: 'object', properties: { kind: text, type: text }, required: ['kind', 'type'] }
    const by = (propertyName: string) => ({ ...pet, discriminator: { propertyName, mapping: { cat: ref.$ref } } })
    const said = (old: unknown, now: unknown) => between(old, now, cat).map(({ id, message }) => `${id}: ${message}`)
    expect(said(by('kind'), by('type'))).toEqual([
      'discriminator-changed: the members of body are told apart by `type`, no longer by `kind`',
    ])
    expect([said(pet, by('kind')), said(by('kind'), pet)]).toEqual([[], []])
  })

  it('of a whole type and a part of it are of the type', () => {
    const [number, few, day] = [{ type: 'number' }, { type: 'integer', maximum: 9 }, { type: 'string', format: 'date' }]
    expect(between({ anyOf: [number, few] }, number)).toEqual([])
    expect(between({ anyOf: [text, number, day] }, { anyOf: [number, text] })).toEqual([])
    expect(between({ anyOf: [number, day] }, { anyOf: [number, text] })).not.toEqual([])
    // Who names the properties of an object has more than any object.
    expect(between({ anyOf: [{ type: 'object' }, cat] }, { anyOf: [{ type: 'object' }, dog] })).not.toEqual([])
  })

  it.each([
    ['number', 'integer', 'narrowed'],
    ['integer', 'number', 'widened'],
  ])('a member that was %s and is %s is one member', (from, to, what) => {
    const of = (type: string) => ({ oneOf: [text, { type }] })
    expect(between(of(from), of(to)).map(({ id }) => id)).toEqual([`request-type-${what}`])
  })
})

describe('null among listed values', () => {
  const nothing = { type: 'null' }
  const listed = (type: unknown, ...values: unknown[]) => ({ type, enum: values })
  const [text, more] = ['string', ['string', 'null']]
  const api = (asked: unknown, answered: unknown, openapi = '3.1.0') => ({
    openapi,
    info: { title: 'States', version: '1' },
    paths: {
      '/states': {
        post: {
          requestBody: { content: { 'application/json': { schema: { type: 'object', properties: { state: asked } } } } },
          responses: { 200: { description: 'OK', content: { 'application/json': { schema: { properties: { state: answered } } } } } },
        },
      },
    },
  })
  const between = (old: unknown, now: unknown) => ids(api(old, old), api(now, now)).sort()
  const plain = listed(text, 'on', 'off')
  const ways = {
    'a list of types': listed(more, 'on', 'off', null),
    'a list of types, with null left out of the values': listed(more, 'on', 'off'),
    'a union': { anyOf: [plain, nothing] },
    'values alone': { enum: ['on', 'off', null] },
  }

  it.each(Object.entries(ways))('comes and goes: %s', (_, nullable) => {
    expect(between(plain, nullable)).toEqual(['request-null-taken', 'response-null-sent'])
    expect(between(nullable, plain)).toEqual(['request-null-refused', 'response-null-ended'])
  })

  it('is written in many ways, none of which is a change; in 3.0 by nullable', () => {
    for (const one of Object.values(ways)) for (const other of Object.values(ways)) expect(between(one, other)).toEqual([])
    for (const values of [
      ['on', 'off'],
      ['on', 'off', null],
    ]) {
      const nullable = { type: text, nullable: true, enum: values }
      expect(ids(api(nullable, nullable, '3.0.3'), api(ways['a union'], ways['a union']))).toEqual([])
    }
  })

  it('alone is written in as many ways', () => {
    const alone = [nothing, { const: null }, { enum: [null] }, listed(more, null)]
    for (const one of alone) for (const other of alone) expect(between(one, other)).toEqual([])
    expect(between({ const: null }, plain)).not.toEqual([])
  })

  it('is no value: one more beside it is one more', () => {
    expect(between(listed(more, 'on', null), listed(more, 'on', 'off', null))).toEqual([
      'request-enum-value-added',
      'response-enum-value-added',
    ])
  })
})

describe('items of a parameter', () => {
  const asked = (items: unknown) => ({
    openapi: '3.1.0',
    info: { title: 'List', version: '1' },
    paths: {
      '/list': {
        get: {
          parameters: [{ name: 'ids', in: 'query', schema: { type: 'array', items } }],
          responses: { 204: { description: 'Done' } },
        },
      },
    },
  })

  it('are texts, of which none is null', () => {
    expect(changes(asked({ type: ['string', 'null'] }), asked({ type: 'string' }))).toEqual([])
    expect(changes(asked({ type: 'string' }), asked({ type: 'integer' }))).not.toEqual([])
  })
})
