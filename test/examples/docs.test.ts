/**
 * The examples in docstrings, as editors show them: each compiles, runs, and is worth what its `//=>` says.
 *
 * An example that reads a file is compiled only, unless it shows what happens when there is none.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as client from '../../src/client/index.js'
import * as diff from '../../src/diff/index.js'
import * as statute from '../../src/index.js'
import * as openapi from '../../src/openapi/index.js'
import * as registry from '../../src/registry/index.js'
import * as server from '../../src/server/index.js'
import { root } from '../compiler.js'
import { type Built, build, type Example, samples } from './workshop.js'

/** What an example can name beside the front door, by the room it stands in. */
const rooms: Readonly<Record<string, { readonly names: readonly string[]; readonly from: string }>> = {
  'src/client': { names: Object.keys(client), from: 'src/client/index.js' },
  'src/diff': { names: Object.keys(diff), from: 'src/diff/index.js' },
  'src/openapi': { names: Object.keys(openapi), from: 'src/openapi/index.js' },
  'src/registry': { names: Object.keys(registry), from: 'src/registry/index.js' },
  'src/contract/describe.ts': { names: ['describe'], from: 'src/contract/describe.js' },
  'src/rules/tags.ts': { names: ['readTags', 'sameStrongly', 'sameWeakly'], from: 'src/rules/tags.js' },
  'src/rules': { names: ['languageOf'], from: 'src/rules/example.js' },
  'src/server/date.ts': { names: ['readDate', 'writeDate'], from: 'src/server/date.js' },
  'src/server/etag.ts': { names: ['etag'], from: 'src/server/etag.js' },
  'src/server/idempotency.ts': { names: ['idempotency', 'memory'], from: 'src/server/idempotency.js' },
  'src/server/stream.ts': { names: ['encodeEvent', 'sse', 'streaming'], from: 'src/server/stream.js' },
  'src/server/answer.ts': { names: ['vary'], from: 'src/server/answer.js' },
  'src/server/negotiate.ts': { names: ['negotiate'], from: 'src/server/negotiate.js' },
  'src/server/range.ts': { names: ['partial', 'readRange'], from: 'src/server/range.js' },
  'src/server/judge.ts': { names: ['judge'], from: 'src/server/judge.js' },
  'src/server/serve.ts': { names: ['serve', 'reply'], from: 'src/server/index.js' },
  'src/server/options.ts': { names: ['serve', 'reply'], from: 'src/server/index.js' },
  'src/server/reply.ts': { names: ['middleware', 'reply'], from: 'src/server/index.js' },
  'src/server/violation.ts': { names: ['ViolationError'], from: 'src/server/index.js' },
  'src/server/preconditions.ts': { names: ['preconditions', 'unmodifiedFields'], from: 'src/server/preconditions.js' },
}

const files = [
  'src/contract',
  'src/match',
  'src/registry',
  'src/openapi',
  'src/openapi/import',
  'src/client',
  'src/diff',
  'src/rules',
  'src/server',
  'types',
].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`),
)

/** A docstring and what it stands on. */
interface Doc {
  readonly file: string
  readonly line: number
  /** Its first sentence. */
  readonly says: string
  /** Whether it documents a type. */
  readonly isType: boolean
  readonly name: string
  readonly example: string | undefined
}

const docstring =
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export )?(?:declare )?(?:(const|class|function|type|interface) (\w+)|(?:readonly )?(\w+)[,:?])/g

const docsIn = (file: string): Doc[] => {
  const source = readFileSync(join(root, file), 'utf8')
  return [...source.matchAll(docstring)].map(({ 1: comment = '', 2: keyword, 3: declared, 4: member, index }) => {
    const text = comment.replace(/^[ \t]*\* ?/gm, '').trim()
    const [, example] = /@example\s+([\s\S]*?)(?=\s*(?:^|\s)@(?:see|throws|example)\b|$(?![\s\S]))/m.exec(text) ?? []
    return {
      file,
      line: source.slice(0, index).split('\n').length,
      says: /^[^@]*?[.?!:](?=\s|$)/.exec(text)?.[0] ?? '',
      isType: keyword === 'type' || keyword === 'interface',
      name: declared ?? member ?? '',
      example: example?.trim(),
    }
  })
}

const docs = files.flatMap(docsIn)
const shown = docs.filter((doc): doc is Doc & { readonly example: string } => doc.example !== undefined)

const expected = /^([\s\S]*?)\s*\/\/=> (.+)$/

/** The example as code whose value is what it is worth and what it should be. */
const code = ({ example, isType, file }: Doc & { readonly example: string }): string => {
  const [, given, worth] = expected.exec(example) ?? [undefined, example, undefined]
  const room = Object.entries(rooms).find(([place]) => file.startsWith(place))?.[1]
  const named = (room?.names ?? []).filter(
    (name) => !(name in statute) && !(name in samples) && new RegExp(`(?<![\\w.])${name}\\b`).test(given!),
  )
  const imports = named.length ? [`const { ${named.join(', ')} } = await import('../../${room!.from}')`] : []
  const isExpression = isType && !/^(?:const|type|interface)\b/.test(given!)
  if (isExpression)
    return `type Shown = ${given}\n${worth === undefined ? 'const same = true' : `const same: Same<Shown, ${worth}> = true`}\nreturn [same, true]`
  return [...imports, worth === undefined ? given! : `return [${given}, ${worth}]`].join('\n')
}

const counted = { compiled: 0, run: 0, 'compared by value': 0, 'compared by type': 0 }
afterAll(() =>
  console.log(
    `examples of docstrings: ${Object.entries(counted)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}`,
  ),
)

describe('the example of', () => {
  let built: Built
  const nameOf = ({ file, name, line }: Doc): string => `${name} (${file}:${line})`
  beforeAll(async () => {
    // Nobody is at home where examples call.
    vi.stubGlobal('fetch', async () => new Response('nobody', { status: 500 }))
    const examples = shown.map((doc): Example => ({ name: nameOf(doc), code: code(doc) }))
    built = await build(examples, ['type Same<A, B> = [A, B] extends [B, A] ? true : false'])
  })
  afterAll(() => {
    vi.unstubAllGlobals()
    built?.close()
  })

  it('is found wherever there is one', () => {
    const text = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
    expect(shown).toHaveLength([...text.matchAll(/@example\s/g)].length)
    expect(shown.length).toBeGreaterThan(60)
  })

  it.each(shown.map((doc) => [nameOf(doc), doc] as const))('%s', async (name, doc) => {
    const { said, run } = built.of(name)
    expect(said).toEqual([])
    counted.compiled++
    const caught = /\bcatch\b/.test(doc.example)
    if (/\bread\(/.test(doc.example) && !caught) return
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    const value = await run()
    counted.run++
    expect(printed.mock.calls.flat().length > 0, 'it shows an error, which is thrown').toBe(caught)
    printed.mockRestore()
    if (!expected.test(doc.example)) return
    const [given, worth] = value as readonly [unknown, unknown]
    expect(given).toEqual(worth)
    counted[doc.isType ? 'compared by type' : 'compared by value']++
  })
})

describe('what a user can import', () => {
  const constants = ['MAX_BYTES', 'MAX_YAML_BYTES']
  const values = [
    ...Object.keys(statute).map((name) => ['statute', name, ['src/contract', 'src/match', 'src/registry']] as const),
    ...Object.keys(client).map((name) => ['statute/client', name, ['src/client']] as const),
    ...Object.keys(server).map((name) => ['statute/server', name, ['src/server']] as const),
    ...Object.keys(openapi).map((name) => ['statute/openapi', name, ['src/openapi']] as const),
  ]

  it.each(values)('%s: %s says what it is, and shows it', (_, name, folders) => {
    const found = docs.filter((doc) => doc.name === name && !doc.isType && folders.some((folder) => doc.file.startsWith(folder)))
    expect(found.filter(({ says }) => says)).not.toEqual([])
    if (!constants.includes(name)) expect(found.filter(({ example }) => example)).not.toEqual([])
  })

  const types = files
    .filter((file) => file.startsWith('types/'))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, name]) => [file, name!] as const),
    )
  it.each(types)('%s: %s says what it is', (file, name) => {
    expect(docs.filter((doc) => doc.file === file && doc.name === name && doc.says)).toHaveLength(1)
  })
})
