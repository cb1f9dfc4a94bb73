/** `statute check`: a project's own compiler, then every rule over the contracts it exports. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe } from '../contract/describe.js'
import { type Judged, report, type Waiver } from '../report/report.js'
import type { Description, Operation } from '../rules/description.js'
import type { Finding } from '../rules/finding.js'
import { judge } from '../rules/judge.js'
import { compile, findProject, refusals, shown } from './compiler.js'
import { contractFiles, loadContracts } from './contracts.js'
import { Locator } from './locate.js'
import { type Options, publish } from './options.js'
import { version } from './version.js'
import { Unusable, type World } from './world.js'

const operationOf = (description: Description, { pointer, route }: Finding): Operation | undefined =>
  description.operations.find((operation) => operation.pointer.every((key, depth) => key === pointer[depth])) ??
  description.operations.find(({ name }) => name === route)

/** Every finding of a contract, with its place. What routes have in common is said once, not once for each route. */
const judged = (description: Description, locator: Locator): Finding[] => {
  const found = new Map<string, Finding>()
  for (const finding of judge(description)) {
    const operation = operationOf(description, finding)
    const position = operation && locator.locate(operation, finding.pointer)
    found.set(JSON.stringify([finding.rule, finding.message, finding.pointer]), { ...finding, ...(position && { position }) })
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

/** How far a finding at run time is from what the compiler said at a place: the same words, in lines; or not the same at all. */
const distance = (compiled: Finding, finding: Finding): number => {
  if (finding.rule !== compiled.rule || finding.message !== compiled.message || finding.waived !== undefined)
    return Number.POSITIVE_INFINITY
  if (!finding.position || !compiled.position) return 1e6
  return finding.position.file === compiled.position.file
    ? Math.abs(finding.position.line - compiled.position.line)
    : Number.POSITIVE_INFINITY
}

/**
 * Joins what the compiler refused with what was found at run time: the same offence is one finding, at the compiler's exact place.
 * What only the compiler saw (a contract that is not exported) is kept under its file.
 */
const join = (documents: readonly Judged[], compiled: readonly Finding[]): Judged[] => {
  const joined = documents.map((document) => ({ ...document, findings: [...document.findings] }))
  const met = new Set<Finding>()
  for (const refusal of compiled) {
    let best: { readonly findings: Finding[]; readonly index: number; readonly far: number } | undefined
    for (const { findings } of joined)
      for (const [index, finding] of findings.entries()) {
        const far = met.has(finding) ? Number.POSITIVE_INFINITY : distance(refusal, finding)
        if (far < (best?.far ?? Number.POSITIVE_INFINITY)) best = { findings, index, far }
      }
    const same = best?.findings[best.index]
    if (best && same) {
      const exact = { ...same, ...(refusal.position && { position: refusal.position }) }
      best.findings[best.index] = exact
      met.add(exact)
      continue
    }
    const file = refusal.position?.file ?? ''
    const home = joined.find((document) => document.file === file)
    met.add(refusal)
    if (home) home.findings.push(refusal)
    else
      joined.push({
        file,
        operations: 0,
        responses: 0,
        findings: [refusal],
        waivers: [],
        notes: ['the compiler alone judged this file: it exports no contract'],
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

/** Checks a project and reports; the exit code. */
export const check = async (targets: readonly string[], options: Options, world: World): Promise<number> => {
  const project = findProject(targets)
  world.progress('running tsc')
  const { errors: diagnostics, files } = await compile(project)
  const compiled = diagnostics.flatMap(refusals)
  const foreign = diagnostics.filter((diagnostic) => refusals(diagnostic).length === 0)

  const candidates = project.files ?? contractFiles(files)
  const { exported, errors } = await loadContracts(candidates, path.join(project.folder, 'package.json'), world.progress)
  const sources = new Map(files.map((file) => [shown(file), readFileSync(file, 'utf8')]))

  const documents = exported.map(({ file, name, contract }): Judged => {
    const description = describe(contract, name)
    // The file of the export is looked through first; its routes may stand in another.
    const locator = new Locator(new Map([[file, sources.get(file) ?? ''], ...sources]), description.operations)
    const findings = judged(description, locator)
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
  world.progress(undefined)

  const found = report(
    {
      command: 'check',
      version,
      documents: join(documents, compiled),
      errors: [...foreign, ...errors],
      source: (file) => sources.get(file) ?? readFileSync(file, 'utf8'),
    },
    options,
  )
  const routes = documents.reduce((sum, { operations }) => sum + operations, 0)
  const silent = routes === 0 && found.errors.length === 0 && compiled.length === 0
  const code = silent ? 2 : publish(found, options, world)
  if (routes > 0 || compiled.length > 0) return code
  const where = project.files ? project.files.map(shown).join(', ') : shown(project.config ?? project.folder)
  throw new Unusable(
    exported.length > 0
      ? `the contracts of ${where} have no routes: nothing was checked`
      : `${where} exports no contract: nothing was checked (a contract is found where a file calls contract() and exports the result)`,
  )
}
