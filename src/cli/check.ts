/** `statute check`: a project's own compiler, then every rule over the contracts it exports. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe } from '../contract/describe.js'
import { type Diagnostic, type Judged, plural, report, type Waiver } from '../report/report.js'
import type { Description, Operation } from '../rules/description.js'
import type { Finding, Position } from '../rules/finding.js'
import { rules } from '../rules/index.js'
import { judge } from '../rules/judge.js'
import { compile, findProject, type Project, refusals, shown } from './compiler.js'
import { contractFiles, type Exported, loadContracts } from './contracts.js'
import { isInside, Locator } from './locate.js'
import { lockFileOf, staleness } from './lock.js'
import { type Options, publish } from './options.js'
import { version } from './version.js'
import { type Package, packagesOf } from './workspace.js'
import { Unusable, type World } from './world.js'

const operationOf = (description: Description, { pointer, route }: Finding): Operation | undefined =>
  description.operations.find((operation) => isInside(operation, pointer)) ?? description.operations.find(({ name }) => name === route)

/** Where routes start: all that were found, and those of findings; a finding about what routes have in common has none. */
interface Homes {
  readonly all: Position[]
  readonly of: Map<Finding, Position>
}

/** Every finding of a contract, with its place. What routes have in common is said once, not once for each route. */
const judged = (description: Description, locator: Locator, homes: Homes): Finding[] => {
  const found = new Map<string, Finding>()
  for (const finding of judge(description)) {
    const operation = operationOf(description, finding)
    const position = operation && locator.locate(operation, finding.pointer)
    const home = operation && isInside(operation, finding.pointer) ? locator.home(operation) : undefined
    const placed = { ...finding, ...(position && { position }) }
    if (home) homes.of.set(placed, home)
    found.set(JSON.stringify([finding.rule, finding.message, finding.pointer]), placed)
  }
  return [...found.values()]
}

const routeOf = ({ method, path }: Operation): string => `${method} ${path}`

/** The waivers of a contract; one that several routes share, because the contract declares it, is one. */
const waiversOf = (description: Description, findings: readonly Finding[]): Waiver[] => {
  const shared = new Map<string, Operation[]>()
  for (const operation of description.operations)
    for (const [rule, reason] of operation.waived) {
      const key = JSON.stringify([rule, reason])
      shared.set(key, [...(shared.get(key) ?? []), operation])
    }
  return [...shared].map(([key, operations]) => {
    const [rule, reason]: [string, string] = JSON.parse(key)
    const [only, ...others] = operations
    return {
      rule,
      reason,
      where: only && others.length === 0 ? routeOf(only) : `${operations.length} routes`,
      waives: findings.filter((finding) => finding.rule === rule && finding.waived === reason).length,
    }
  })
}

const isBefore = (a: Position, b: Position): boolean => a.line < b.line || (a.line === b.line && a.column <= b.column)

/** Where the route starts in which a place is. */
const homeAt = (position: Position, homes: Homes): Position | undefined => {
  let last: Position | undefined
  for (const home of homes.all) if (home.file === position.file && isBefore(home, position) && (!last || isBefore(last, home))) last = home
  return last
}

/** How far a finding at run time is from a place where the compiler said the same words: in lines; infinitely, where that is in another route. */
const distance = (place: Position | undefined, route: Position | undefined, { position }: Finding, home: Position | undefined): number => {
  if (!position || !place) return 1e6
  const elsewhere = home && route && (home.line !== route.line || home.column !== route.column)
  return elsewhere || position.file !== place.file ? Number.POSITIVE_INFINITY : Math.abs(position.line - place.line)
}

/**
 * Joins what the compiler refused with what was found at run time: the same offence is one finding, at the compiler's exact place.
 * What only the compiler saw (a contract that is not exported) is kept under its file.
 */
const join = (documents: readonly Judged[], compiled: readonly Finding[], homes: Homes, unloaded: readonly string[]): Judged[] => {
  const inWords = new Map<string, Finding[]>()
  for (const finding of documents.flatMap(({ findings }) => findings)) {
    if (finding.waived !== undefined) continue
    const words = `${finding.rule} ${finding.message}`
    const same = inWords.get(words)
    if (same) same.push(finding)
    else inWords.set(words, [finding])
  }
  const pairs = compiled.flatMap((refusal) => {
    const route = refusal.position && homeAt(refusal.position, homes)
    return (inWords.get(`${refusal.rule} ${refusal.message}`) ?? []).map((finding) => ({
      refusal,
      finding,
      far: distance(refusal.position, route, finding, homes.of.get(finding)),
    }))
  })
  const exact = new Map<Finding, Finding>()
  const met = new Set<Finding>()
  // The nearest first: what is left over is not taken for what another is nearer to.
  for (const { refusal, finding, far } of pairs.sort((a, b) => a.far - b.far)) {
    if (far === Number.POSITIVE_INFINITY || met.has(refusal) || exact.has(finding)) continue
    met.add(refusal)
    exact.set(finding, { ...finding, ...(refusal.position && { position: refusal.position }) })
  }
  const joined = documents.map((document) => ({
    ...document,
    findings: document.findings.map((finding) => exact.get(finding) ?? finding),
  }))
  for (const refusal of compiled) {
    if (met.has(refusal)) continue
    const file = refusal.position?.file ?? ''
    const home = joined.find((document) => document.file === file)
    if (home) home.findings.push(refusal)
    else
      joined.push({
        file,
        operations: 0,
        responses: 0,
        findings: [refusal],
        waivers: [],
        notes: [`the compiler alone judged this file: it ${unloaded.includes(file) ? 'cannot be loaded' : 'exports no contract'}`],
      })
  }
  return joined
}

/** Where the law of a contract says something else than the RFCs: every row that a route of it rests on. */
const departures = ({ law, operations }: Description): string[] => {
  const used = new Set(
    operations.flatMap(({ method, responses }) => [law.methods[method], ...responses.map(({ status }) => law.statuses[status ?? 0])]),
  )
  return [...used].flatMap((row) => (row?.departs === undefined ? [] : [`judged by the registry ${law.name}: ${row.departs}`]))
}

/** One project, checked. */
interface Checked {
  readonly documents: readonly Judged[]
  readonly errors: readonly Diagnostic[]
  readonly sources: ReadonlyMap<string, string>
  readonly routes: number
  /** How many refusals the compiler had. */
  readonly refused: number
  readonly exported: number
}

/** What the lock file of a project no longer says, as an error: the promise changed, and nobody committed that. */
const stale = (project: Project, exported: readonly Exported[]): readonly Diagnostic[] => {
  const file = lockFileOf(project.folder)
  if (file === undefined) return []
  const lines = staleness(file, exported, project.files === undefined)
  if (lines.length === 0) return []
  return [
    {
      code: 'lock',
      message: [`${shown(file)} is stale: statute lock writes it anew`, ...lines].join('\n'),
      position: { file: shown(file), line: 1, column: 1 },
    },
  ]
}

const checkProject = async (project: Project, world: World): Promise<Checked> => {
  world.progress(`running tsc in ${shown(project.folder) || '.'}`)
  const { errors: diagnostics, files } = await compile(project)
  const compiled = diagnostics.flatMap(refusals)
  const foreign = diagnostics.filter((diagnostic) => refusals(diagnostic).length === 0)

  const candidates = project.files ?? contractFiles(files)
  const { exported, errors, unloaded } = await loadContracts(candidates, path.join(project.folder, 'package.json'), world.progress)
  const sources = new Map(files.map((file) => [shown(file), readFileSync(file, 'utf8')]))

  const homes: Homes = { all: [], of: new Map() }
  const documents = exported.map(({ file, name, contract }): Judged => {
    const description = describe(contract, name)
    // The file of the export is looked through first; its routes may stand in another.
    const locator = new Locator(new Map([[file, sources.get(file) ?? ''], ...sources]), description.operations, name)
    homes.all.push(...description.operations.flatMap((operation) => locator.home(operation) ?? []))
    const findings = judged(description, locator, homes)
    return {
      file,
      name,
      operations: description.operations.length,
      responses: description.operations.reduce((sum, { responses }) => sum + responses.length, 0),
      findings,
      waivers: waiversOf(description, findings),
      notes: departures(description),
    }
  })
  return {
    documents: join(documents, compiled, homes, unloaded),
    // A contract that cannot be loaded is missing for that reason, not because somebody took it away.
    errors: [...foreign, ...errors, ...(errors.length === 0 ? stale(project, exported) : [])],
    sources,
    routes: documents.reduce((sum, { operations }) => sum + operations, 0),
    refused: compiled.length,
    exported: exported.length,
  }
}

/** The project of a package, or why it is skipped. */
const projectOf = ({ folder }: Package): Project | string => {
  const config = path.join(folder, 'tsconfig.json')
  return existsSync(config) ? { folder, config } : 'it has no tsconfig.json'
}

/** Checks every package of a workspace that exports contracts, and says of the others why it does not. */
const checkWorkspace = async (root: string, packages: readonly Package[], options: Options, world: World): Promise<number> => {
  const own: Package[] = existsSync(path.join(root, 'tsconfig.json')) ? [{ folder: root, name: 'the root' }] : []
  const checked: Checked[] = []
  const notes: string[] = []
  const failures: Diagnostic[] = []
  for (const one of [...own, ...packages]) {
    const project = projectOf(one)
    if (typeof project === 'string') {
      notes.push(`skipped ${one.name}: ${project}`)
      continue
    }
    try {
      const result = await checkProject(project, world)
      if (result.routes === 0 && result.refused === 0 && result.errors.length === 0)
        notes.push(`skipped ${one.name}: ${result.exported > 0 ? 'its contracts have no routes' : 'it exports no contract'}`)
      else {
        checked.push(result)
        notes.push(`checked ${one.name}: ${plural(result.documents.length, 'contract')}, ${plural(result.routes, 'route')}`)
      }
    } catch (error) {
      if (!(error instanceof Unusable)) throw error
      // A package that only refers to others has nothing to check itself; any other that cannot be compiled is no success.
      if (/has no source files/.test(error.message)) notes.push(`skipped ${one.name}: ${error.message}`)
      else failures.push({ code: 'package', message: `${one.name} cannot be checked: ${error.message}` })
    }
  }
  world.progress(undefined)
  if (checked.length === 0 && failures.length === 0)
    throw new Unusable(`no package of the workspace exports a contract: nothing was checked (${notes.join('; ')})`)
  const sources = new Map(checked.flatMap((one) => [...one.sources]))
  const found = report(
    {
      command: 'check',
      version,
      documents: checked.flatMap(({ documents }) => documents),
      book: Object.values(rules),
      errors: [...failures, ...checked.flatMap(({ errors }) => errors)],
      notes,
      source: (file) => sources.get(file) ?? readFileSync(file, 'utf8'),
    },
    options,
  )
  // These formats have no place for what was skipped, and nobody should take silence for a pass.
  if (options.format === 'github' || options.format === 'junit') for (const note of notes) world.err(`note: ${note}\n`)
  return publish(found, options, world)
}

/** The root of a workspace that the user named: this folder, or one. */
const workspaceOf = (targets: readonly string[]): { readonly root: string; readonly packages: readonly Package[] } | undefined => {
  const [target = '.', ...others] = targets
  if (others.length > 0 || !statSync(target, { throwIfNoEntry: false })?.isDirectory()) return undefined
  const root = path.resolve(target)
  const packages = packagesOf(root)
  return packages && { root, packages }
}

/** Checks a project, or every package of a workspace, and reports; the exit code. */
export const check = async (targets: readonly string[], options: Options, world: World): Promise<number> => {
  const workspace = workspaceOf(targets)
  if (workspace) return checkWorkspace(workspace.root, workspace.packages, options, world)
  const project = findProject(targets)
  const { documents, errors, sources, routes, refused, exported } = await checkProject(project, world)
  world.progress(undefined)
  const found = report(
    {
      command: 'check',
      version,
      documents,
      book: Object.values(rules),
      errors,
      source: (file) => sources.get(file) ?? readFileSync(file, 'utf8'),
    },
    options,
  )
  const silent = routes === 0 && found.errors.length === 0 && refused === 0
  const code = silent ? 2 : publish(found, options, world)
  if (routes > 0 || refused > 0 || errors.some(({ code }) => code === 'load')) return code
  const where = project.files ? project.files.map(shown).join(', ') : shown(project.config ?? project.folder)
  throw new Unusable(
    exported > 0
      ? `the contracts of ${where} have no routes: nothing was checked`
      : `${where} exports no contract: nothing was checked (a contract is found where a file calls contract() and exports the result)`,
  )
}
