/** `statute diff`: what changed from one version to the next, and whom it breaks. */
import { existsSync, readFileSync } from 'node:fs'
import { type Change, type ChangeId, changeKinds, compare, type Kind, levelOf, type Use, versionsOf, whomOf } from '../diff/index.js'
import type { Api } from '../openapi/model.js'
import { parse } from '../openapi/source.js'
import { shapeOf } from '../openapi/template.js'
import { printable } from '../report/paint.js'
import { type Described, type Judged, place, report, type Waiver } from '../report/report.js'
import type { Finding, Position } from '../rules/finding.js'
import { committed, namedIn } from './commits.js'
import { isUnusable } from './documents.js'
import { namedFrom } from './files.js'
import { type Ignore, ignoreFile, ignoreOption, ignores } from './ignores.js'
import { type Options, publish } from './options.js'
import { type SideOf, sideOf, type Version } from './sides.js'
import { version } from './version.js'
import { Unusable, type World } from './world.js'

/** What `diff` can be told besides. */
export interface DiffOptions extends Options {
  readonly ignoreFile?: string
  /** Which contract, where a side has several. */
  readonly export?: string
}

/** The kinds of change, as reports describe what they report. */
export const book: readonly Described[] = (Object.entries(changeKinds) as [ChangeId, Kind][]).map(([id, kind]) => ({
  id,
  level: levelOf(kind),
  kind: 'contradiction',
  cite: whomOf(kind),
  summary: `${kind.words.charAt(0).toUpperCase()}${kind.words.slice(1)}.`,
  why: kind.why,
  fix: kind.fix,
}))

const placeOf = (use: Use): string =>
  [place({ method: use.method, path: use.path, status: use.status }), use.at].filter((part) => part !== '').join(' ')

/** A change at some of its places, as reports write findings. */
const findingOf = (
  { id, level, breaks, message, fix, old, new: now }: Change,
  uses: readonly Use[],
  position: Position | undefined,
  before: Position | undefined,
  waived: string | undefined,
): Finding => {
  const [first] = uses
  const more = uses.length - 1
  return {
    rule: id,
    level,
    kind: 'contradiction',
    refuses: false,
    cite: whomOf(changeKinds[id]),
    message: `${message}${more > 0 ? `, and so in ${more} more place${more === 1 ? '' : 's'}` : ''}`,
    fix,
    method: first?.method ?? null,
    path: first?.path ?? null,
    route: first?.operationId ?? null,
    status: first?.status ?? null,
    pointer: (now ?? old)?.pointer ?? [],
    ...(position && { position }),
    ...(waived !== undefined && { waived }),
    difference: { breaks, places: uses.map(placeOf), ...(before && { old: before }) },
  }
}

/** The places of a change by the reason for which they are accepted, those without one first. */
const sorted = ({ id, uses }: Change, accepted: readonly Ignore[]): ReadonlyMap<Ignore | undefined, readonly Use[]> => {
  const groups = new Map<Ignore | undefined, Use[]>()
  for (const use of uses) {
    const ignore = accepted.find((one) => ignores(one, id, use))
    groups.set(ignore, [...(groups.get(ignore) ?? []), use])
  }
  return groups
}

const located = ({ locate }: Version, changes: readonly Change[], side: 'old' | 'new'): readonly (Position | undefined)[] => {
  const known = changes.flatMap(({ [side]: origin, uses: [use] }) => (origin ? [{ origin, use }] : []))
  const found = locate(known)
  let next = 0
  return changes.map(({ [side]: origin }) => (origin ? found[next++] : undefined))
}

const nothing: Version = {
  name: undefined,
  source: parse('{ "openapi": "3.1.0", "paths": {} }', ''),
  locate: (places) => places.map(() => undefined),
}

/** Compares one API of each side. */
export const judged = (old: Version, now: Version, file: string, accepted: readonly Ignore[], name?: string): Judged => {
  const versions = versionsOf(old.source, now.source)
  const { old: one, now: other, unread } = versions
  const changes = compare(one, other, versions)
  const [before, after] = [located(old, changes, 'old'), located(now, changes, 'new')]
  const met = new Map<Ignore, number>()
  const findings = changes.flatMap((change, index) =>
    [...sorted(change, accepted)].map(([ignore, uses]) => {
      if (ignore) met.set(ignore, (met.get(ignore) ?? 0) + 1)
      return findingOf(change, uses, after[index] ?? before[index], before[index], ignore?.reason)
    }),
  )
  const waivers = accepted.map(
    (ignore): Waiver => ({
      rule: ignore.id,
      reason: ignore.reason ?? '',
      where: place({ method: ignore.method ?? null, path: ignore.path ?? null, status: null }) || 'anywhere',
      waives: met.get(ignore) ?? 0,
    }),
  )
  const remarks = [...new Set([...one.remarks, ...other.remarks].map(({ message }) => message))]
  const everyOperation = ({ operations, webhooks }: Api) => [...operations, ...webhooks, ...unread]
  return {
    file,
    ...(name !== undefined && { name }),
    operations: new Set([one, other].flatMap(everyOperation).map(({ method, path }) => `${method} ${shapeOf(path)}`)).size,
    responses: everyOperation(other).reduce((sum, { responses }) => sum + responses.size, 0),
    findings,
    waivers,
    notes: remarks,
  }
}

const exportOf = (name: string | undefined): string | undefined => name?.replace(/^.*#/, '')

const chosen = (side: SideOf, wanted: string | undefined): readonly Version[] => {
  if (wanted === undefined) return side.versions
  const found = side.versions.filter(({ name }) => exportOf(name) === wanted || name === undefined)
  const names = side.versions.map(({ name }) => exportOf(name)).join(', ')
  if (found.length === 0) throw new Unusable(`${side.file} holds no contract ${wanted}; it holds ${names}`)
  return found
}

/** The APIs of two sides, those that belong together in pairs. */
const pairsOf = (old: SideOf, now: SideOf, wanted: string | undefined): readonly (readonly [Version, Version])[] => {
  let [before, after] = [chosen(old, wanted), chosen(now, wanted)]
  // A lock holds a whole project; the contracts of one file are compared with those of that file.
  const within = (all: readonly Version[], others: readonly Version[]) => {
    const files = new Set(others.map(({ name }) => name?.replace(/#.*$/, '')))
    const same = all.filter(({ name }) => files.has(name?.replace(/#.*$/, '')))
    return same.length > 0 ? same : all
  }
  ;[before, after] = before.length > after.length ? [within(before, after), after] : [before, within(after, before)]
  const [one, other] = [before[0], after[0]]
  if (before.length === 1 && after.length === 1 && one && other) return [[one, other]]
  if ([...before, ...after].some(({ name }) => name === undefined))
    throw new Unusable(
      `${before.length > 1 ? old.file : now.file} holds several contracts: choose one with --export (${(before.length > 1 ? before : after).map(({ name }) => exportOf(name)).join(', ')})`,
    )
  const left = new Map(after.map((version) => [exportOf(version.name), version]))
  const pairs = before.map((version): readonly [Version, Version] => {
    const name = exportOf(version.name)
    const same = left.get(name)
    left.delete(name)
    return [version, same ?? nothing]
  })
  return [...pairs, ...[...left.values()].map((version): readonly [Version, Version] => [nothing, version])]
}

/** What came of comparing: what changed, and the sides that lines are drawn from. */
interface Compared {
  readonly documents: readonly Judged[]
  readonly sides: readonly SideOf[]
}

/** What holds for all that is compared. */
interface Asked {
  readonly accepted: readonly Ignore[]
  /** Which contract, where a side has several. */
  readonly wanted: string | undefined
  readonly world: World
}

/** Compares two files, or whatever stands for them. */
const comparedFiles = async (oldFile: string, newFile: string, { accepted, wanted, world }: Asked): Promise<Compared> => {
  world.progress(`reading ${oldFile}`)
  const old = await sideOf(oldFile, world)
  world.progress(`reading ${newFile}`)
  const now = await sideOf(newFile, world)
  const pairs = pairsOf(old, now, wanted)
  world.progress('comparing')
  const documents = pairs.map(([a, b]) => judged(a, b, now.file, accepted, pairs.length > 1 ? exportOf(b.name ?? a.name) : undefined))
  if (documents.every(({ operations }) => operations === 0))
    throw new Unusable(`${old.file} and ${now.file} have no operations: nothing was compared`)
  return { documents, sides: [old, now] }
}

/** A file that is on one side alone: all that it holds came, or went. */
const comparedAlone = async (file: string, isNew: boolean, { accepted, wanted, world }: Asked): Promise<Compared> => {
  world.progress(`reading ${file}`)
  const side = await sideOf(file, world)
  const documents = chosen(side, wanted).map((version) => {
    const [a, b] = isNew ? [nothing, version] : [version, nothing]
    return judged(a, b, side.file, accepted, exportOf(version.name))
  })
  return { documents, sides: [side] }
}

/** Compares files of one name; one that cannot be compared does not keep the others from it. */
const comparedByName = async (old: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>, asked: Asked) => {
  const compared: Compared[] = []
  const notes: string[] = []
  const unusable: Error[] = []
  for (const name of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [before, after] = [old.get(name), now.get(name)]
    if (after === undefined) notes.push(`${name} was removed, with every operation in it`)
    if (before === undefined) notes.push(`${name} was added`)
    try {
      compared.push(
        before !== undefined && after !== undefined
          ? await comparedFiles(before, after, asked)
          : await comparedAlone((after ?? before)!, after !== undefined, asked),
      )
    } catch (error) {
      if (!isUnusable(error)) throw error
      unusable.push(error)
    }
  }
  return { compared, notes, unusable }
}

/** Whether a file of a folder is a document, or a lock file: fragments that documents refer to have no version. */
const isDocument = (file: string, text = () => readFileSync(file, 'utf8')): boolean =>
  /\.(?:json|ya?ml)$/.test(file) && /(?:^|[{,\s])["']?(?:openapi|swagger)["']?\s*:\s*["']?[23]\./.test(text())

/** The documents of a folder, here or of a commit, or those that a pattern names. */
const severalOf = (argument: string): ReadonlyMap<string, string> | undefined => {
  const commit = committed(argument)
  return commit ? namedIn(commit, isDocument) : namedFrom(argument, (file) => isDocument(file))
}

/** What is accepted and occurs nowhere is said once, not of each document. */
const waivedOnce = (documents: readonly Judged[]): readonly Judged[] => {
  const occurs = (index: number) => documents.some(({ waivers }) => waivers[index]!.waives > 0)
  return documents.map((document, at) => ({
    ...document,
    waivers: document.waivers.filter(({ waives }, index) => waives > 0 || (at === 0 && !occurs(index))),
  }))
}

/** Compares two versions and reports; the exit code. */
export const diff = async (oldFile: string, newFile: string, options: DiffOptions, world: World): Promise<number> => {
  if (oldFile === '-' && newFile === '-') throw new Unusable('the standard input can be one of the two, not both')
  const all = [...options.ignore.map(ignoreOption), ...(options.ignoreFile === undefined ? [] : ignoreFile(options.ignoreFile))]
  const asked: Asked = { accepted: all.filter(({ reason }) => reason !== undefined), wanted: options.export, world }
  const [before, after] = [severalOf(oldFile), severalOf(newFile)]
  if (!before !== !after) {
    const [one, several] = before ? [newFile, oldFile] : [oldFile, newFile]
    if (one !== '-' && !existsSync(one) && !committed(one)) throw new Unusable(`${one}: there is no such file`)
    throw new Unusable(`${one} is one document, and ${several} holds several: name two folders, or two documents`)
  }
  if (before && after && ![...before.keys()].some((name) => after.has(name)))
    throw new Unusable(`no document of ${oldFile} has the name of one of ${newFile}: nothing was compared`)
  const { compared, notes, unusable } =
    before && after
      ? await comparedByName(before, after, asked)
      : { compared: [await comparedFiles(oldFile, newFile, asked)], notes: [], unusable: [] }
  world.progress(undefined)
  const sides = compared.flatMap((one) => one.sides)
  const found = report(
    {
      command: 'diff',
      version,
      documents: waivedOnce(compared.flatMap(({ documents }) => documents)),
      book,
      notes,
      several: !!before || compared.some(({ documents }) => documents.length > 1),
      source: (name) => sides.reduceRight<string | undefined>((found, { text }) => found ?? text(name), undefined),
    },
    { ...options, ignore: all.filter(({ reason }) => reason === undefined).map(({ id }) => id) },
  )
  // These formats have no place for what came and went, and nobody should take silence for a pass.
  if (options.format === 'github' || options.format === 'junit') for (const note of notes) world.err(`note: ${note}\n`)
  const code = compared.length > 0 ? publish(found, { ...options, ignore: [] }, world) : 2
  for (const { message } of unusable) world.err(`statute: ${printable(message)}\n`)
  return unusable.length > 0 ? 2 : code
}
