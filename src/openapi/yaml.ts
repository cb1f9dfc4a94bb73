/** YAML with places: the library's nodes become plain data once and are let go; only the offset of each key stays. */
import {
  type Alias,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Pointer } from '../rules/description.js'

/** What stops the reading, and at which offset. */
export class YamlFault extends Error {
  readonly offset: number

  constructor(reason: string, offset: number) {
    super(reason)
    this.offset = offset
  }
}

/** A document as plain data, and where its keys stand. */
export interface Yaml {
  readonly document: unknown
  /** The offset of each pointer's key, or of its nearest ancestor that exists. */
  readonly locate: (pointers: readonly Pointer[]) => number[]
}

/** How many values a document with aliases may stand for. A bomb stands for billions; the largest public documents for less than one million. */
const MAX_VALUES = 5_000_000

/** A value, and how many values it stands for when its aliases are followed. */
interface Built {
  readonly value: unknown
  readonly weight: number
}

const set = (object: Record<string, unknown>, key: string, value: unknown): void => {
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  else object[key] = value
}

const startOf = (node: { readonly range?: readonly number[] | null } | null | undefined): number => node?.range?.[0] ?? 0

/** Reads a text as one YAML 1.2 document (merge keys are understood); throws `YamlFault`. */
export const readYaml = (text: string): Yaml => {
  const parsed = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error', keepSourceTokens: false })
  const error = parsed.errors.toSorted((a, b) => a.pos[0] - b.pos[0])[0]
  if (error) {
    const reason =
      error.code === 'MULTIPLE_DOCS'
        ? 'a second YAML document starts, and one file is one document'
        : // The library composes by recursion, and reports where the stack ended.
          error.message.includes('call stack')
          ? 'it is nested too deeply'
          : error.message
    throw new YamlFault(reason, error.pos[0])
  }

  const offsets = new Map<object, readonly number[]>()
  const anchors = new Map<string, Built | 'open'>()

  const keyOf = (node: unknown): string => {
    if (isAlias(node)) {
      const target = follow(node).value
      if (typeof target !== 'object') return String(target)
    }
    if (isScalar(node)) return (node as Scalar).source ?? String((node as Scalar).value)
    if (node === null) return ''
    throw new YamlFault('a key must be a plain word, not a list or a map', startOf(node as ParsedNode))
  }

  const follow = (alias: Alias): Built => {
    const target = anchors.get(alias.source)
    if (target === undefined) throw new YamlFault(`the alias *${alias.source} has no anchor before it`, startOf(alias))
    if (target === 'open') throw new YamlFault(`the alias *${alias.source} stands inside its own anchor`, startOf(alias))
    return target
  }

  const build = (node: unknown): Built => {
    if (isAlias(node)) return follow(node)
    const anchor = (isScalar(node) || isMap(node) || isSeq(node)) && node.anchor
    if (anchor) anchors.set(anchor, 'open')
    const built = isMap(node) ? buildMap(node) : isSeq(node) ? buildList(node) : buildScalar(node)
    if (built.weight > MAX_VALUES)
      throw new YamlFault(
        `stands for more than ${MAX_VALUES.toLocaleString('en')} values once its aliases are followed`,
        startOf(node as ParsedNode),
      )
    if (anchor) anchors.set(anchor, built)
    return built
  }

  const buildScalar = (node: unknown): Built => {
    if (!isScalar(node)) return { value: null, weight: 1 }
    const { value, source } = node
    const plain = value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    return { value: plain ? value : (source ?? String(value)), weight: 1 }
  }

  const buildList = (node: YAMLSeq): Built => {
    const list: unknown[] = []
    const at: number[] = []
    let weight = 1
    for (const item of node.items) {
      // `!!omap` and `!!pairs` hold pairs where a list holds values.
      const built = isPair(item) ? build(item.value) : build(item)
      list.push(built.value)
      at.push(startOf((isPair(item) ? item.key : item) as ParsedNode))
      weight += built.weight
    }
    offsets.set(list, at)
    return { value: list, weight }
  }

  const buildMap = (node: YAMLMap): Built => {
    const map: Record<string, unknown> = {}
    const at = new Map<string, number>()
    const merged: Built[] = []
    let weight = 1
    for (const pair of node.items) {
      const key = keyOf(pair.key)
      const offset = startOf(pair.key as ParsedNode)
      const built = build(pair.value)
      weight += built.weight
      if (key === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN') {
        const sources = Array.isArray(built.value) ? built.value : [built.value]
        for (const value of sources) {
          if (typeof value !== 'object' || value === null || Array.isArray(value))
            throw new YamlFault('a merge key << takes a map or a list of maps', offset)
          merged.push({ value, weight: 0 })
        }
        continue
      }
      if (at.has(key)) throw new YamlFault(`the key ${JSON.stringify(key)} stands twice in one map`, offset)
      at.set(key, offset)
      set(map, key, built.value)
    }
    for (const { value } of merged) {
      const from = offsets.get(value as object)
      for (const [index, [key, below]] of Object.entries(value as object).entries()) {
        if (at.has(key)) continue
        at.set(key, from?.[index] ?? 0)
        set(map, key, below)
      }
    }
    // Object.keys puts integers first, and lookups go by Object.keys.
    offsets.set(
      map,
      Object.keys(map).map((key) => at.get(key)!),
    )
    return { value: map, weight }
  }

  const document = parsed.contents === null ? undefined : build(parsed.contents).value
  const top = startOf(parsed.contents as ParsedNode | null)

  const locate = (pointers: readonly Pointer[]) =>
    pointers.map((pointer) => {
      let node = document
      let offset = top
      for (const key of pointer) {
        if (typeof node !== 'object' || node === null) break
        const index = Array.isArray(node) ? Number(key) : Object.keys(node).indexOf(String(key))
        const next = offsets.get(node)?.[index]
        if (next === undefined) break
        offset = next
        node = (node as Record<string, unknown>)[key as string]
      }
      return offset
    })

  return { document, locate }
}
