/**
 * Real documents, read in place from `../shared/corpus/openapi`, with the counts that its README gives.
 *
 * Skipped, with a word, where that folder is absent.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, describe, expect, test } from 'vitest'
import { modelOf } from '../../src/openapi/api.js'
import { type Lint, lint } from '../../src/openapi/lint.js'
import { type Api, type ApiOperation, type JsonSchema, nameOf as nameOfRef } from '../../src/openapi/model.js'
import { parse, read } from '../../src/openapi/source.js'
import type { Pointer } from '../../src/rules/description.js'
import { rules } from '../../src/rules/index.js'
import { judge } from '../../src/rules/judge.js'
import type { Offence, Rule } from '../../src/rules/rule.js'

const corpus = new URL('../../../shared/corpus/', import.meta.url)
const present = existsSync(corpus)
if (!present) console.log(`test/openapi/corpus: skipped, there is no ${corpus.pathname}`)

interface Entry {
  readonly file: string
  readonly spec_version: string
  readonly operations: number
}

/** The one document of several files, unpacked for as long as the tests run. */
const unpacked = mkdtempSync(join(tmpdir(), 'statute-corpus-'))
afterAll(() => rmSync(unpacked, { recursive: true, force: true }))
const archive = 'digitalocean-multifile.tar.gz'

const documents: readonly Entry[] = present
  ? (JSON.parse(readFileSync(new URL('openapi/MANIFEST.json', corpus), 'utf8')) as Entry[]).filter(({ file }) => !file.endsWith('.tar.gz'))
  : []
const nameOf = (file: string): string => file.replace(/\.gz$/, '')
const bytesOf = (file: string): Uint8Array => {
  const bytes = readFileSync(new URL(`openapi/${file}`, corpus))
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

/** Table 1b of the corpus' README: a row of counts for each document. */
const table: readonly (readonly string[])[] = present
  ? readFileSync(new URL('README.md', corpus), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| openapi/') || line.startsWith('| document'))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter((cells) => cells.length > 20)
  : []
const counted = (name: string, column: string): number => {
  const row = table.find((cells) => cells[1] === `openapi/${name}`)
  const cell = row?.[table[0]!.indexOf(column)]
  if (cell === undefined) throw new Error(`the README has no ${column} for ${name}`)
  return cell === '·' ? 0 : Number(cell)
}

/** Which rules a column counts. */
const columns: Readonly<Record<string, readonly string[]>> = {
  '401': ['www-authenticate-401'],
  '405': ['allow-required-405'],
  '204c': ['no-content-1xx', 'no-content-204', 'no-content-205', 'no-content-304'],
  HEADc: ['no-content-head'],
  GETb: ['get-content-discouraged'],
  DELb: ['delete-content-discouraged'],
  '3xxL': ['location-on-redirect', 'location-on-303'],
  '304m': ['not-modified-only-conditional-get', 'post-never-206-304-416'],
  '412': ['precondition-failed-needs-precondition'],
  '429': ['retry-after-429'],
  '503': ['retry-after-503'],
  badSt: ['registered-status', 'openapi-response-key', 'status-code-range'],
}

/** Where we count otherwise, and why. */
const differences: Readonly<Record<string, { readonly count: number; readonly why: string }>> = {
  'oxide-nexus.json HEADc': { count: 2, why: 'the README counts codes only; here HEAD has content under 4XX and 5XX' },
  'kumpeapps.json 304m': { count: 3, why: 'the README counts 304 only; the rule for POST speaks about its 206 too' },
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
const isSchema = ajv.getSchema('https://json-schema.org/draft/2020-12/schema')!

/** The schemas that stand in operations. */
const schemasOf = (operations: readonly ApiOperation[]): JsonSchema[] =>
  operations
    .flatMap(({ parameters, body, responses }) => [
      ...parameters,
      ...(body?.content.values() ?? []),
      ...[...responses.values()].flatMap(({ headers, content }) => [...headers.values(), ...content.values()]),
    ])
    .flatMap((holder) => [holder.schema, 'itemSchema' in holder ? holder.itemSchema : undefined])
    .filter((schema) => schema !== undefined)

/** Every `$ref` of a schema, but of data. */
const referencesIn = (schema: unknown): ReadonlySet<string> => {
  const references = new Set<string>()
  const seen = new Set<unknown>()
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return
    seen.add(value)
    for (const [key, below] of Object.entries(value))
      if (key === '$ref' && typeof below === 'string') references.add(below)
      else if (key !== 'examples' && !key.startsWith('x-')) walk(below)
  }
  walk(schema)
  return references
}

describe.skipIf(!present)('each public document', () => {
  const linted = new Map<string, Lint>()
  const modelled = new Map<string, Api>()
  const look = (file: string): Lint => {
    const known = linted.get(file)
    if (known) return known
    const source = parse(bytesOf(file), nameOf(file))
    const fresh = lint(source)
    linted.set(file, fresh)
    modelled.set(file, modelOf(source))
    return fresh
  }

  test('there are 37', () => expect(documents).toHaveLength(37))

  const old = documents.filter(({ spec_version }) => spec_version === '2.0')
  test('five of them are 2.0', () => expect(old).toHaveLength(5))

  test.each(documents)('$file: $operations operations, all findings placed', ({ file, operations, spec_version }) => {
    const found = look(file)
    expect([found.operations, found.version]).toEqual([operations, spec_version])
    expect(found.findings.length).toBeGreaterThan(0)
    const lines = found.description.operations.length === 0 ? [] : new TextDecoder().decode(bytesOf(file)).split('\n')
    for (const { position, pointer } of found.findings) {
      const last = pointer.at(-1)
      // An item of a list has no key.
      if (typeof last !== 'string') continue
      const rest = lines[position.line - 1]!.slice(position.column - 1)
      const [, quoted, bare] = /^(?:"((?:[^"\\]|\\.)*)"|'?([^']*?)'?\s*:(?:\s|$))/.exec(rest) ?? []
      expect(bare ?? JSON.parse(`"${quoted}"`)).toBe(last)
    }
  })

  test.each(documents)('$file: what looks alike is judged as if each were judged by itself', ({ file }) => {
    const { description } = look(file)
    const found: (readonly [string, Pointer])[] = []
    for (const rule of Object.values<Rule>(rules)) {
      const tell = ({ pointer, at }: Offence, base: Pointer = []) => found.push([rule.id, pointer ?? [...base, ...at]])
      for (const offence of rule.description?.(description) ?? []) tell(offence)
      for (const operation of description.operations)
        for (const offence of rule.operation?.({ operation, description }) ?? []) tell(offence, operation.pointer)
      for (const operation of description.operations)
        for (const response of operation.responses)
          for (const offence of rule.response?.({ response, operation, description }) ?? []) tell(offence, response.pointer)
    }
    expect(judge(description).map(({ rule, pointer }) => [rule, pointer])).toEqual(found)
  })

  test.each(documents)('$file: as many violations as the README counts', ({ file }) => {
    const name = nameOf(file)
    const { findings } = look(file)
    const ours = Object.fromEntries(
      Object.entries(columns).map(([column, ids]) => [column, findings.filter(({ rule }) => ids.includes(rule)).length]),
    )
    const theirs = Object.fromEntries(
      Object.keys(columns).map((column) => [column, differences[`${name} ${column}`]?.count ?? counted(name, column)]),
    )
    expect(ours).toEqual(theirs)
  })

  test.each(documents)('$file: the model has the same operations and responses, and schemas of JSON Schema 2020-12', ({ file }) => {
    const { description } = look(file)
    const { operations, schemas } = modelled.get(file)!
    const of = (all: readonly { readonly method: string; readonly path: string }[]) => all.map(({ method, path }) => `${method} ${path}`)
    expect(of(operations)).toEqual(of(description.operations))
    expect(operations.map(({ responses }) => responses.size)).toEqual(description.operations.map(({ responses }) => responses.length))
    expect(operations.map(({ body }) => body !== undefined)).toEqual(description.operations.map(({ hasContent }) => hasContent))
    const all = { ...Object.fromEntries(schemas), ...Object.fromEntries(schemasOf(operations).entries()) }
    const wrong = Object.entries(all).flatMap(([name, schema]) => (isSchema(schema) ? [] : [[name, isSchema.errors]]))
    expect(wrong).toEqual([])
    for (const reference of referencesIn(Object.values(all))) expect(schemas.has(nameOfRef(reference)), reference).toBe(true)
  })

  // What the README counts in 2.0 besides, where the reader has most to get wrong: response headers, parameters, content.
  test.each(old)('$file: as many responses, parameters and paths of a kind as the README counts', ({ file }) => {
    const name = nameOf(file)
    const { findings, description } = look(file)
    const created = description.operations.flatMap(({ method, responses }) =>
      responses.filter(({ status, fields }) => status === 201 && !fields.has('location')).map(() => method),
    )
    const by = (...ids: string[]) => findings.filter(({ rule }) => ids.includes(rule)).length
    expect({
      '201L': created.length,
      '206/416': by('partial-needs-range', 'content-range-or-multipart-206', 'content-range-416'),
      noOK: by('no-success-response'),
      dupP: by('path-templates-collide', 'path-has-query-or-fragment'),
      pParam: by('path-param-undeclared', 'path-param-unused'),
    }).toEqual(Object.fromEntries(['201L', '206/416', 'noOK', 'dupP', 'pParam'].map((column) => [column, counted(name, column)])))
    // Of the 201s, those that a PUT answers name their target, which the rules know and the README does not.
    expect(by('location-201-or-target', 'post-created-location')).toBe(created.filter((method) => method !== 'PUT').length)
  })
})

describe.skipIf(!present)(archive, () => {
  test('is judged and modelled with all its files, each finding placed in its own', async () => {
    execFileSync('tar', ['xzf', fileURLToPath(new URL(`openapi/${archive}`, corpus)), '-C', unpacked])
    const source = await read(join(unpacked, 'specification/DigitalOcean-public.v2.yaml'))
    // Its operations are files of their own, each named once by the root.
    const named = source.text().match(/^ {4}(?:get|put|post|patch|delete|head|options):$/gm)
    const { operations, findings, notes, version } = lint(source)
    expect({ operations, notes, version }).toEqual({ operations: named?.length, notes: [], version: '3.0.0' })
    const texts = new Map<string, readonly string[]>()
    for (const { position, pointer } of findings) {
      const lines = texts.get(position.file) ?? readFileSync(position.file, 'utf8').split('\n')
      texts.set(position.file, lines)
      const last = pointer.at(-1)
      if (typeof last === 'string') expect(lines[position.line - 1]!.slice(position.column - 1)).toMatch(new RegExp(`^['"]?${last}['"]?:`))
    }
    expect(texts.size).toBeGreaterThan(100)
    const api = modelOf(source)
    expect(api.operations).toHaveLength(operations)
    const schemas = [...api.schemas.values(), ...schemasOf(api.operations)]
    expect(schemas.flatMap((schema) => (isSchema(schema) ? [] : [isSchema.errors]))).toEqual([])
    for (const reference of referencesIn(schemas)) expect(api.schemas.has(nameOfRef(reference)), reference).toBe(true)
  })
})
