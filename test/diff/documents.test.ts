/** Nothing is reported where nothing changed: between a document and itself, re-ordered, or with its components called otherwise. */
import { describe, expect, it } from 'vitest'
import { compare } from '../../src/diff/index.js'
import { modelOf, parse } from '../../src/openapi/index.js'
import { documents, openapi, present, sourceOf } from './corpus.js'

type Json = { readonly [key: string]: unknown }

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Keys the other way round, and lists too whose order says nothing. */
const reordered = (value: unknown, key = ''): unknown => {
  if (Array.isArray(value)) {
    const items = value.map((item) => reordered(item))
    return ['required', 'enum', 'anyOf', 'oneOf', 'type', 'tags', 'security'].includes(key) && items.every((item) => item !== undefined)
      ? items.reverse()
      : items
  }
  if (!isObject(value)) return value
  const raw = key === 'example' || key === 'examples' || key === 'default'
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, inner]) => [name, raw ? inner : reordered(inner, name)]),
  )
}

/** Components called otherwise, wherever their names stand. */
const renamed = (document: Json): Json => {
  const prefix = document.swagger === undefined ? '#/components/schemas/' : '#/definitions/'
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return value.startsWith(prefix) ? `${prefix}Renamed_${value.slice(prefix.length)}` : value
    if (Array.isArray(value)) return value.map(rename)
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, rename(inner)]))
  }
  const whole = rename(document) as Json
  const again = (schemas: unknown) =>
    isObject(schemas) && Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [`Renamed_${name}`, schema]))
  if (document.swagger !== undefined) return { ...whole, ...(isObject(whole.definitions) && { definitions: again(whole.definitions) }) }
  const components = isObject(whole.components) ? whole.components : {}
  return { ...whole, components: { ...components, ...(isObject(components.schemas) && { schemas: again(components.schemas) }) } }
}

/**
 * Where a discriminator has no mapping, the names of components are the values on the wire, or where it has one it may say a name:
 * both are read as they are, so nothing else may be reported of them than that.
 */
const said = (before: ReturnType<typeof modelOf>, document: unknown): string[] => {
  const after = modelOf(parse(JSON.stringify(document), 'again.json'))
  expect(after.operations.length).toBe(before.operations.length)
  return compare(before, after).map(({ id, message, use }) => `${id} ${use.method} ${use.path} ${message}`)
}

describe.runIf(present(openapi))('documents that are the same', () => {
  it.each(documents())('%s', { timeout: 120_000 }, (name) => {
    const source = sourceOf(`${openapi}/${name}`)
    const before = modelOf(source)
    expect(before.operations.length).toBeGreaterThan(0)
    expect(compare(before, before)).toEqual([])
    expect(said(before, source.document)).toEqual([])
    expect(said(before, reordered(source.document))).toEqual([])
    expect(said(before, renamed(source.document))).toEqual([])
  })
})
