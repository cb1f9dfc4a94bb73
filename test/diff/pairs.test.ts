/** Real pairs of versions: what their vendors announced is found, and what oasdiff calls breaking is compared. */
import { afterAll, describe, expect, it } from 'vitest'
import { type Change, compare, type Use } from '../../src/diff/index.js'
import { SourceError } from '../../src/openapi/index.js'
import { fileOf, jsonOf, load, names, pairs, present } from './corpus.js'

interface Item {
  readonly kind: string
  readonly method?: string | null
  readonly path?: string
  readonly where?: string
  readonly name?: string
  readonly visible_in_document: boolean
}

/** The changes that an announced kind is one of. */
const meant: Readonly<Record<string, readonly string[]>> = {
  'request-property-removed': ['request-property-removed', 'request-property-refused'],
  'response-property-removed': ['response-property-removed', 'response-optional-property-removed'],
  'request-property-became-required': ['request-property-became-required'],
  'response-property-became-optional': ['response-property-became-optional'],
  'path-parameter-pattern-changed': ['request-pattern-changed'],
  'enum-removed': ['request-enum-ended', 'response-enum-ended'],
  'request-property-renamed': ['request-property-added', 'request-property-became-optional'],
  'operation-removed': ['operation-removed'],
  'media-type-changed': ['response-media-type-removed', 'response-media-type-added'],
  'response-property-type-changed': ['unused-schema-changed', 'response-type-changed'],
  'schema-property-type-changed': ['unused-schema-changed', 'response-type-changed'],
}

/** The last names of the ways that a text speaks of: `a.{b,c}`, `a -> b`, `a (in words)`. */
const lastNames = (name: string): readonly string[] => {
  const braces = /\{([^}]*)\}$/.exec(name)?.[1]
  if (braces) return braces.split(',')
  return name
    .replace(/\(now array\)/, '')
    .split(/ -> /)
    .map((one) => one.trim().split(/[ .]/).at(-1)!)
}

const known = new Map<string, readonly Change[] | SourceError>()
const changesOf = (pair: string): readonly Change[] | SourceError => {
  let found = known.get(pair)
  if (!found) {
    try {
      found = compare(load(fileOf(pair, 'old')!), load(fileOf(pair, 'new')!))
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      found = error
    }
    known.set(pair, found)
  }
  return found
}

const at = (
  use: Use,
  { method, path }: { readonly method?: string | null | undefined; readonly path?: string | null | undefined },
): boolean => (!method || use.method === method) && (!path || use.path === path)

describe.runIf(present(pairs))('pairs of versions', () => {
  const truth = jsonOf<{ readonly pairs: Readonly<Record<string, readonly Item[]>> }>(`${pairs}/TRUTH.json`)
  const items = Object.entries(truth.pairs).flatMap(([pair, list]) =>
    list
      .filter((item) => item.visible_in_document)
      .map((item) => ({ pair, item, says: `${pair}: ${item.kind} ${item.method ?? ''} ${item.path ?? ''} ${item.name ?? ''}` })),
  )

  it.each(items)('announced: $says', ({ pair, item }) => {
    const changes = changesOf(pair)
    if (changes instanceof SourceError) throw changes
    const ids = meant[item.kind] ?? []
    expect(ids).not.toEqual([])
    const found = changes.filter(({ id, uses }) => ids.includes(id) && uses.some((use) => at(use, item)))
    const wanted = item.name?.includes('application/') || item.name === undefined ? [] : lastNames(item.name)
    for (const name of wanted)
      expect(
        found.some(({ message, uses }) => message.includes(name) || uses.some((use) => use.at.split(/[.[\](){}]+/).includes(name))),
        name,
      ).toBe(true)
    expect(found.length).toBeGreaterThan(0)
  })

  const outcome: string[] = []
  it.each(names())('%s is compared, or refused in words', (pair) => {
    const changes = changesOf(pair)
    if (changes instanceof SourceError) {
      outcome.push(`${pair}: refused: ${changes.message}`)
      // Its text is no YAML: a quoted line goes on too far to the left.
      expect(changes.message).toMatch(/:\d+:\d+: is not YAML/)
      return
    }
    expect(changes.every(({ message }) => !/undefined|<\w+>/.test(message))).toBe(true)
    const count = (level: string) => changes.filter((change) => change.level === level).length
    outcome.push(`${pair}: ${count('must')} must, ${count('should')} should, ${count('bcp')} bcp, ${count('hint')} hint`)
  })

  interface Opinion {
    readonly id: string
    readonly text: string
    readonly level: number
    readonly operation?: string
    readonly path?: string
  }
  /** What oasdiff calls breaking and is not, or is something else here. */
  const explained: Readonly<Record<string, string>> = {
    'request-property-type-changed':
      'a type that was implied is written now, or null, a union or a shared schema is written in another way',
    'response-property-type-changed':
      'a type that was implied, null, a union or a shared schema is written in another way; or a form was added, which a response may keep to',
    'request-body-one-of-removed': 'the members are taken by another one, which is wider',
    'response-body-type-changed': 'a union is written in another way',
    'request-property-became-not-nullable': 'nullable is written in another way',
    'request-property-all-of-removed': 'an allOf is taken together: only what it lets through counts',
    'request-property-all-of-added': 'an allOf is taken together: only what it lets through counts',
    'response-property-one-of-added': 'the member has what another member had, or null is written in another way',
    'response-body-one-of-added': 'the member has what another member had',
    'request-property-one-of-removed': 'the member is taken by another one',
    'request-property-any-of-removed': 'the member is taken by another one',
    'request-property-min-length-increased': 'minLength 0 became what it was: none',
    'request-parameter-default-value-changed': 'bcp: what a client sends means what it did',
    'request-parameter-default-value-removed': 'bcp: what a client sends means what it did',
    'request-parameter-enum-value-removed': 'the whole enum went: any value is taken',
    'request-property-enum-value-removed': 'the whole enum went, or the property is optional now and keeps its values',
    'request-property-became-enum': 'the values were listed in another way, or the property is new',
    'request-property-max-set': 'in a member of a union that is told with the member',
    'request-property-min-set': 'in a member of a union that is told with the member',
    'response-optional-property-removed': 'the object became a union of which it is a member still',
    'response-required-property-removed': 'the object became a union of which it is a member still',
  }
  const recall: string[] = []
  it.each(names().filter((pair) => fileOf(pair, 'oasdiff-breaking')))('%s, beside oasdiff', (pair) => {
    const changes = changesOf(pair)
    if (changes instanceof SourceError) throw changes
    const breaking = changes.filter(({ level }) => level === 'must' || level === 'should')
    const places = new Set(breaking.flatMap(({ id, uses }) => uses.map(({ method, path }) => `${id.split('-')[0]} ${method} ${path}`)))
    const opinions = jsonOf<readonly Opinion[]>(fileOf(pair, 'oasdiff-breaking')!)
    const isFound = ({ id, operation, path }: Opinion) => {
      const direction =
        id.startsWith('request') || id.startsWith('new-required') ? 'request' : id.startsWith('response') ? 'response' : undefined
      if (direction) return places.has(`${direction} ${operation} ${path}`)
      return ['operation', 'deprecated', 'security', 'discriminator'].some((start) => places.has(`${start} ${operation} ${path}`))
    }
    const missed = opinions.filter((opinion) => !isFound(opinion))
    const kinds = new Map<string, number>()
    for (const { id } of missed) kinds.set(id, (kinds.get(id) ?? 0) + 1)
    recall.push(
      `${pair}: ${opinions.length - missed.length} of ${opinions.length}${[...kinds].map(([id, count]) => `\n    ${count} × ${id}: ${explained[id]}`).join('')}`,
    )
    for (const id of kinds.keys())
      expect(
        explained,
        `${id}: ${missed.find((one) => one.id === id)?.operation} ${missed.find((one) => one.id === id)?.path} ${missed.find((one) => one.id === id)?.text}`,
      ).toHaveProperty(id)
  })

  afterAll(() =>
    console.log(['pairs of versions', ...outcome, 'breaking by oasdiff and here, by operation and direction', ...recall].join('\n  ')),
  )
})
