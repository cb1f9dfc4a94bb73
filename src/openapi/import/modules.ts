/** An imported contract as TypeScript: in one module, or in a folder of them. */
import { after, atom, type Code, call, doc, identifiersIn, keyOf, type Member, object, string } from './code.js'
import { type Names, pascal } from './names.js'
import { type Reason, reasons } from './waivers.js'

/** A route, as it stands behind its name. */
export interface RouteCode {
  readonly code: Code
  readonly comments: readonly string[]
  /** The tag that it goes by, or the first segment of its path that says something. */
  readonly place: string
}

/** What stands by itself in a module. */
export interface Declaration {
  readonly name: string
  readonly code: Code
  readonly comments: readonly string[]
}

/** Names in the contract: of groups, and of routes. */
export interface Tree {
  readonly entries: ReadonlyMap<string, Tree | RouteCode>
}

/** All that an import writes, wherever it is written. */
export interface Pieces {
  /** What the API says of itself. */
  readonly head: string
  readonly title: string
  /** Named schemas, each after those that it is made of; the names that they declare, and those that they use. */
  readonly schemas: { readonly lines: readonly string[]; readonly declared: ReadonlySet<string>; readonly used: ReadonlySet<string> }
  /** Examples of content that are too long to stand where they are shown. */
  readonly examples: readonly Declaration[]
  /** What several routes use. */
  readonly shared: readonly Declaration[]
  readonly tree: Tree
  /** What the contract says besides its routes. */
  readonly options: Code | undefined
  /** A scope with all of these names in it. */
  readonly names: Names
}

/** What a contract takes from Statute besides the makers of routes. */
export const words = ['contract', 'route', 'json', 'text', 'bytes', 'form', 'multipart', 'problem', 'empty', 'media'] as const

const WIDTH = 140
const isUnique = 'const isUnique = (items: readonly unknown[]): boolean => new Set(items).size === items.length'
const octets = 'const octets = bytes().schema'

const isRoute = (entry: Tree | RouteCode): entry is RouteCode => 'code' in entry

/** `import { … } from '…'`, as a formatter has it. */
const importing = (names: Iterable<string>, from: string): string[] => {
  const all = [...names].sort()
  if (all.length === 0) return []
  const line = `import { ${all.join(', ')} } from '${from}'`
  return [line.length <= WIDTH ? line : `import {\n${all.map((name) => `  ${name},\n`).join('')}} from '${from}'`]
}

/** The file, with one line free between what stands by itself. */
const fileOf = (parts: readonly (readonly string[])[]): string =>
  `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n').trimEnd())
    .join('\n\n')}\n`.replace(/\n{3,}/g, '\n\n')

const declare = ({ name, code, comments }: Declaration, keyword: string): string[] => [
  ...comments,
  after(`${keyword} ${name} =`, code, 0, 0),
]

const reasonLines = (used: readonly Reason[], keyword: string): string[] =>
  used.length === 0
    ? []
    : ['// Why a rule is not kept.', ...used.map((reason) => after(`${keyword} ${reason} =`, string(reasons[reason]), 0, 0))]

/** Schemas with a line free between them; comments stay with what follows. */
const schemaLines = (lines: readonly string[]): string[] => lines.flatMap((line) => [line, ...(line.startsWith('//') ? [] : [''])])

const routesIn = (tree: Tree): RouteCode[] => [...tree.entries.values()].flatMap((entry) => (isRoute(entry) ? [entry] : routesIn(entry)))

const membersOf = (tree: Tree): Member[] =>
  [...tree.entries].map(([key, entry]): Member => {
    if (!isRoute(entry)) return { key: keyOf(key), value: object(membersOf(entry), true) }
    return { key: keyOf(key), value: entry.code, comments: entry.comments }
  })

const usedBy = (codes: readonly Code[]): Set<string> => new Set(codes.flatMap((code) => [...identifiersIn(code)]))

/** What goes before the routes wherever they are. */
const given = ({ tree, shared, options, schemas }: Pieces) => {
  const codes = [...routesIn(tree).map(({ code }) => code), ...(options ? [options] : [])]
  const used = usedBy([...codes, ...shared.map(({ code }) => code)])
  return {
    codes,
    used,
    hasUnique: used.has('isUnique') || schemas.used.has('isUnique'),
    hasOctets: used.has('octets'),
    reasons: (Object.keys(reasons) as Reason[]).filter((reason) => used.has(reason)),
  }
}

/** All in one module. */
export const oneModule = (pieces: Pieces, statute: ReadonlySet<string>): string => {
  const { head, schemas, examples, shared, tree, options, names } = pieces
  const { used, hasUnique, hasOctets, reasons: why } = given(pieces)
  const groups: string[] = []
  const members = [...tree.entries].map(([key, entry]): Member => {
    if (isRoute(entry)) return { key: keyOf(key), value: entry.code, comments: entry.comments }
    const name = names.give(key, 'Routes')
    groups.push(after(`const ${name} =`, object(membersOf(entry), true), 0, 0))
    return name === key ? { key: keyOf(key) } : { key: keyOf(key), value: atom(name) }
  })
  const taken = [...statute].filter((word) => used.has(word) || word === 'contract' || (word === 'bytes' && hasOctets))
  return fileOf([
    [...doc(head), ...importing(taken, 'statute'), "import { z } from 'zod'"],
    hasUnique ? [isUnique] : [],
    hasOctets ? [octets] : [],
    reasonLines(why, 'const'),
    schemaLines(schemas.lines),
    ...examples.map((one) => declare(one, 'const')),
    shared.flatMap((one) => declare(one, 'const')),
    groups.flatMap((one) => [one, '']),
    [after('export const api =', call('contract', object(members, true), ...(options ? [options] : [])), 0, 0)],
  ])
}

/** Names that no file has under Windows. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** What a file may be called: `pull-requests` for `Pull Requests`, whatever the case. */
const fileName = (wanted: string): string => {
  const plain = (
    wanted
      .normalize('NFC')
      .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1-')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu)
      ?.join('-') ?? ''
  )
    .slice(0, 60)
    .replace(/-+$/, '')
  return plain === '' ? 'routes' : devices.test(plain) ? `${plain}-routes` : plain
}

/** Names of files in one folder. */
class FileNames {
  readonly #taken = new Set<string>()

  give(wanted: string): string {
    const first = fileName(wanted)
    let name = first
    for (let count = 2; this.#taken.has(name); count++) name = `${first}-${count}`
    this.#taken.add(name)
    return name
  }
}

/**
 * A folder: `schemas.ts`, `examples.ts`, `shared.ts`, a file of routes for each group or tag, `routes.ts` that holds these together, and `contract.ts`.
 *
 * The contract is declared over the module of its routes: a declaration names that, where it would spell out a literal with every type in it.
 * Modules re-export (`export *`) and do not spread, so that the routes are called the same as in one module.
 */
export const modules = (pieces: Pieces, statute: ReadonlySet<string>): ReadonlyMap<string, string> => {
  const { head, title, schemas, examples, shared, tree, options, names } = pieces
  const { hasUnique, hasOctets, reasons: why } = given(pieces)
  const files = new Map<string, string>()
  const inShared = [...shared.map(({ name }) => name), ...why, ...(hasOctets ? ['octets'] : [])]
  /** What each file of the folder declares for the others. */
  const declared: Readonly<Record<string, readonly string[]>> = {
    schemas: [...schemas.declared, ...(hasUnique ? ['isUnique'] : [])],
    examples: examples.map(({ name }) => name),
    shared: inShared,
  }
  const pick = (known: readonly string[], used: ReadonlySet<string>) => known.filter((name) => used.has(name))
  const fromPackages = (used: ReadonlySet<string>): string[] => [
    ...importing(pick([...statute], used), 'statute'),
    ...importing(pick(['z'], used), 'zod'),
  ]
  const fromFolder = (used: ReadonlySet<string>, up: string, files = Object.keys(declared)): string[] =>
    files.flatMap((file) => importing(pick(declared[file]!, used), `${up}${file}.js`))
  /** A module of routes, and of groups in files of their own; the name of its file. */
  const write = (file: string, saying: string, entries: Iterable<readonly [string, Tree | RouteCode]>): void => {
    const own = names.inner()
    const up = '../'.repeat(file.split('/').length - 1)
    const below = new FileNames()
    const declarations: Declaration[] = []
    const [groups, renamed]: [string[], string[]] = [[], []]
    for (const [key, entry] of entries) {
      if (!isRoute(entry)) {
        const name = below.give(key)
        write(`${file}/${name}`, `${saying}: ${key}`, entry.entries)
        groups.push(`export * as ${key} from './${file.split('/').at(-1)}/${name}.js'`)
        continue
      }
      const name = own.give(own.has(key) ? `${key}Route` : key, 'Route')
      if (name !== key) renamed.push(`export { ${name} as ${key} }`)
      declarations.push({ name, code: entry.code, comments: entry.comments })
    }
    const used = usedBy(declarations.map(({ code }) => code))
    const local = new Set(renamed.map((line) => line.split(' ')[2]!))
    files.set(
      `${file}.ts`,
      fileOf([
        [...doc(saying), ...fromPackages(used), ...fromFolder(used, up)],
        groups,
        ...declarations.map((one) => declare(one, local.has(one.name) ? 'const' : 'export const')),
        renamed,
      ]),
    )
  }
  if (schemas.lines.length > 0 || hasUnique)
    files.set(
      'schemas.ts',
      fileOf([
        [...doc(`Schemas of ${title}.`), "import { z } from 'zod'"],
        hasUnique ? [`export ${isUnique}`] : [],
        schemaLines(schemas.lines),
      ]),
    )
  if (examples.length > 0)
    files.set(
      'examples.ts',
      fileOf([doc(`What messages of ${title} may look like.`), ...examples.map((one) => declare(one, 'export const'))]),
    )
  if (inShared.length > 0) {
    const used = usedBy(shared.map(({ code }) => code))
    if (hasOctets) used.add('bytes')
    files.set(
      'shared.ts',
      fileOf([
        [
          ...doc(`What several routes of ${title} have in common.`),
          ...fromPackages(used),
          ...fromFolder(used, './', ['schemas', 'examples']),
        ],
        hasOctets ? [`export ${octets}`] : [],
        reasonLines(why, 'export const'),
        shared.flatMap((one) => declare(one, 'export const')),
      ]),
    )
  }
  const fileNames = new FileNames()
  const places = new Map<string, { readonly place: string; readonly entries: [string, RouteCode][] }>()
  const barrel: string[] = []
  for (const [key, entry] of tree.entries) {
    if (isRoute(entry)) {
      const known = places.get(fileName(entry.place))
      if (known) known.entries.push([key, entry])
      else places.set(fileName(entry.place), { place: entry.place, entries: [[key, entry]] })
      continue
    }
    const name = fileNames.give(key)
    write(`routes/${name}`, `Routes of ${title}: ${key}.`, entry.entries)
    barrel.push(`export * as ${key} from './routes/${name}.js'`)
  }
  for (const { place, entries } of places.values()) {
    const name = fileNames.give(place)
    write(`routes/${name}`, `Routes of ${title}: ${place}.`, entries)
    barrel.push(`export * from './routes/${name}.js'`)
  }
  files.set('routes.ts', fileOf([doc(`Routes of ${title}, by the names that they have in the contract.`), barrel]))
  const used = new Set(['contract', ...(options ? identifiersIn(options) : [])])
  files.set(
    'contract.ts',
    fileOf([
      [...doc(head), ...fromPackages(used), "import * as routes from './routes.js'", ...fromFolder(used, './')],
      [after('export const api =', call('contract', atom('routes'), ...(options ? [options] : [])), 0, 0)],
    ]),
  )
  return files
}

/** The place of a route in a folder: its first tag, or the first segment of its path that is no version and no parameter. */
export const placeOf = ({ tags, path }: { readonly tags: readonly string[]; readonly path: string }): string => {
  const said = (text: string) => pascal(text) !== '_'
  return (
    tags.find(said) ??
    path.split('/').find((segment) => said(segment) && !/[{}]|^(?:api|rest|v?\d[\d.-]*(?:(?:alpha|beta)\d*)?)$/i.test(segment)) ??
    'root'
  )
}
