/** `statute diff`: what changed from one version to the next, and whom it breaks. */

import { type Change, type ChangeId, changeKinds, compare, type Kind, levelOf, type Use, whomOf } from '../diff/index.js'
import type { Api, ApiOperation } from '../openapi/model.js'
import { type Described, type Judged, place, report, type Waiver } from '../report/report.js'
import type { Finding, Position } from '../rules/finding.js'
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

const located = ({ locate }: Version, origins: readonly (Change['old'] | undefined)[]): readonly (Position | undefined)[] => {
  const known = origins.filter((origin) => origin !== undefined)
  const found = locate(known)
  let next = 0
  return origins.map((origin) => (origin ? found[next++] : undefined))
}

const NOBODY: Api = {
  title: '',
  version: '',
  description: undefined,
  openapi: '3.1.0',
  servers: [],
  security: [],
  operations: [],
  webhooks: [],
  schemas: new Map(),
  securitySchemes: new Map(),
  remarks: [],
}
const nothing: Version = { name: undefined, api: NOBODY, locate: (origins) => origins.map(() => undefined) }

/** Compares one API of each side. */
export const judged = (old: Version, now: Version, file: string, accepted: readonly Ignore[], name?: string): Judged => {
  const changes = compare(old.api, now.api)
  const [before, after] = [
    located(
      old,
      changes.map((change) => change.old),
    ),
    located(
      now,
      changes.map((change) => change.new),
    ),
  ]
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
  const remarks = [...new Set([...old.api.remarks, ...now.api.remarks].map(({ message }) => message))]
  return {
    file,
    ...(name !== undefined && { name }),
    operations: new Set(
      [old.api, now.api].flatMap(everyOperation).map(({ method, path }) => `${method} ${path.replace(/\{[^{}]*\}/g, '{}')}`),
    ).size,
    responses: everyOperation(now.api).reduce((sum, { responses }) => sum + responses.size, 0),
    findings,
    waivers,
    notes: remarks,
  }
}

/** Those that clients call, and those that they are called by. */
const everyOperation = ({ operations, webhooks }: Api): readonly ApiOperation[] => [...operations, ...webhooks]

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

/** Compares two versions and reports; the exit code. */
export const diff = async (oldFile: string, newFile: string, options: DiffOptions, world: World): Promise<number> => {
  if (oldFile === '-' && newFile === '-') throw new Unusable('the standard input can be one of the two, not both')
  const all = [...options.ignore.map(ignoreOption), ...(options.ignoreFile === undefined ? [] : ignoreFile(options.ignoreFile))]
  const accepted = all.filter(({ reason }) => reason !== undefined)
  world.progress(`reading ${oldFile}`)
  const old = await sideOf(oldFile, world)
  world.progress(`reading ${newFile}`)
  const now = await sideOf(newFile, world)
  const pairs = pairsOf(old, now, options.export)
  if (pairs.flat().every(({ api }) => everyOperation(api).length === 0))
    throw new Unusable(`${old.file} and ${now.file} have no operations: nothing was compared`)
  world.progress('comparing')
  const documents = pairs.map(([a, b]) => judged(a, b, now.file, accepted, pairs.length > 1 ? exportOf(b.name ?? a.name) : undefined))
  world.progress(undefined)
  const found = report(
    {
      command: 'diff',
      version,
      documents,
      book,
      several: pairs.length > 1,
      source: (name) => (name === now.file ? now.text() : name === old.file ? old.text() : undefined),
    },
    { ...options, ignore: all.filter(({ reason }) => reason === undefined).map(({ id }) => id) },
  )
  return publish(found, { ...options, ignore: [] }, world)
}
