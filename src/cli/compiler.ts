/** The user's own compiler: what it says of a project, and which of it are our sentences. */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Diagnostic } from '../report/report.js'
import type { Finding } from '../rules/finding.js'
import { rules } from '../rules/index.js'
import type { Rule } from '../rules/rule.js'
import { Unusable } from './world.js'

/** What is to be checked: a tsconfig's whole program, or some files under the options of the nearest tsconfig. */
export interface Project {
  /** The folder whose `typescript` is run. */
  readonly folder: string
  readonly config?: string
  readonly files?: readonly string[]
}

const sourceFile = /\.[cm]?[jt]sx?$/
const isFolder = (target: string): boolean => statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false

const nearestConfig = (folder: string): string | undefined => {
  const config = path.join(folder, 'tsconfig.json')
  if (existsSync(config)) return config
  const parent = path.dirname(folder)
  return parent === folder ? undefined : nearestConfig(parent)
}

/** Understands what the user named: nothing (this folder), a tsconfig, a folder with one, or source files. */
export const findProject = (targets: readonly string[]): Project => {
  for (const target of targets) if (!existsSync(target)) throw new Unusable(`${target}: there is no such file`)
  const [target = '.', ...others] = targets
  if (isFolder(target) || target.endsWith('.json')) {
    if (others.length) throw new Unusable('check takes one tsconfig, or any number of source files')
    if (path.basename(target) === 'package.json') throw new Unusable(`${target} is no tsconfig: name that, or its folder`)
    const config = path.resolve(isFolder(target) ? path.join(target, 'tsconfig.json') : target)
    if (!existsSync(config))
      throw new Unusable(`there is no tsconfig.json in ${target === '.' ? 'this folder' : target}: name one, or source files`)
    return { folder: path.dirname(config), config }
  }
  const stranger = targets.find((name) => !sourceFile.test(name))
  if (stranger !== undefined) throw new Unusable(`${stranger} is neither a tsconfig nor a TypeScript or JavaScript file`)
  const files = targets.map((name) => path.resolve(name))
  const folder = path.dirname(files[0]!)
  const config = nearestConfig(folder)
  return { folder: config ? path.dirname(config) : folder, files, ...(config && { config }) }
}

/** The compiler that the project itself uses. */
const compilerOf = (folder: string): string => {
  const require = createRequire(path.join(folder, 'package.json'))
  try {
    const manifest = require.resolve('typescript/package.json')
    const { bin }: { readonly bin: { readonly tsc: string } } = require(manifest)
    return path.join(path.dirname(manifest), bin.tsc)
  } catch {
    throw new Unusable(`typescript is not installed in ${folder}: check runs the project's own compiler (npm i -D typescript)`)
  }
}

const tsc = (folder: string, options: readonly string[]): Promise<{ readonly output: string; readonly code: number }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [compilerOf(folder), ...options], { maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? 1 : 0
      resolve({ output: stdout || stderr || error?.message || '', code })
    })
  })

/** What a run of the compiler says. */
export interface Compilation {
  readonly errors: readonly Diagnostic[]
  /** The program's own files: neither declarations nor anything under `node_modules`; absolute. */
  readonly files: readonly string[]
}

/** The name of a file as the user would write it here. */
export const shown = (file: string): string => {
  const relative = path.relative(process.cwd(), file)
  return (relative.startsWith('..') ? file : relative).replaceAll('\\', '/')
}

/** Reads what `tsc --pretty false --listFiles` prints. */
export const readOutput = (output: string): Compilation => {
  const errors: Diagnostic[] = []
  const files: string[] = []
  for (const line of output.split(/\r?\n/)) {
    const [, file, row, column, code, message] = /^(?:(.+?)\((\d+),(\d+)\): )?error (TS\d+): (.*)$/.exec(line) ?? []
    const last = errors.at(-1)
    if (code !== undefined && message !== undefined)
      errors.push({
        code,
        message,
        ...(file !== undefined && { position: { file: shown(path.resolve(file)), line: Number(row), column: Number(column) } }),
      })
    else if (/^\s+\S/.test(line) && last) errors[errors.length - 1] = { ...last, message: `${last.message}\n${line.trimEnd()}` }
    else if (path.isAbsolute(line) && sourceFile.test(line)) files.push(line)
  }
  const own = files.filter((file) => !/[\\/]node_modules[\\/]/.test(file) && !/\.d\.([^.\\/]+\.)?[cm]?ts$/.test(file))
  return { errors, files: own }
}

const alone = ['--strict', '--target', 'es2023', '--module', 'nodenext', '--skipLibCheck']

/**
 * Type-checks a project without emitting anything.
 *
 * Files are checked under their tsconfig's options even where its `include` leaves them out; for that, a tsconfig that extends it
 * stands beside it for the time of the run.
 *
 * @throws Unusable when there is no compiler, or when the compiler cannot read the project.
 */
export const compile = async ({ folder, config, files }: Project): Promise<Compilation> => {
  const own = config && files ? path.join(folder, `tsconfig.statute-${process.pid}.json`) : undefined
  const subject = own ?? config
  try {
    if (own && config) writeFileSync(own, JSON.stringify({ extends: `./${path.basename(config)}`, files, include: [], references: [] }))
    const common = ['--noEmit', '--pretty', 'false', '--listFiles']
    const { output, code } = await tsc(folder, subject ? [...common, '-p', subject] : [...common, ...alone, ...(files ?? [])])
    const compilation = readOutput(output)
    const general = compilation.errors.find(({ position }) => position === undefined)
    if (general && compilation.files.length === 0)
      throw new Unusable(`${config ? shown(config) : folder}: tsc says: ${general.message.replace(/\s+/g, ' ')} (${general.code})`)
    if (code !== 0 && compilation.errors.length === 0)
      throw new Unusable(`tsc failed: ${output.trim().split('\n')[0] || `exit code ${code}`}`)
    if (compilation.files.length === 0)
      throw new Unusable(`${config ? shown(config) : folder} has no source files of its own${solution(config)}`)
    return compilation
  } finally {
    if (own) rmSync(own, { force: true })
  }
}

/** A hint for a tsconfig that only refers to others. */
const solution = (config: string | undefined): string =>
  config && /"references"\s*:/.test(readFileSync(config, 'utf8')) ? ': it only refers to other projects; name one of them' : ''

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A sentence taken apart again, by the words that its rule has; `undefined` for text that is none. */
const takeApart = (text: string, rule: Rule): Pick<Finding, 'message' | 'cite' | 'fix'> | undefined => {
  const pattern = (words: string) => escapeRegExp(words).replace(/<\w+>/g, '.+?')
  const [, message, cite, fix] = new RegExp(`^(.+?) \\((${pattern(rule.cite)})\\): (.+)$`, 's').exec(text) ?? []
  return message !== undefined && cite !== undefined && fix !== undefined ? { message, cite, fix } : undefined
}

/**
 * The findings in a compiler's message: a string literal type that ends in `[rule-id]` is a sentence of ours.
 *
 * @example refusals({ code: 'TS2322', message: `Type … is not assignable to type '"204 … (RFC 9110 §15.3.5): use empty() [no-content-204]"'.` })
 */
export const refusals = ({ message, position }: Diagnostic): Finding[] => {
  const found = new Map<string, Finding>()
  for (const [, text = '', id = ''] of message.matchAll(/"((?:[^"\\]|\\.)*?) \[([a-z0-9-]+)\](?:\u200b|\\u200[bB])?"/g)) {
    const rule = Object.hasOwn(rules, id) ? (rules as Readonly<Record<string, Rule>>)[id] : undefined
    const parts = rule && takeApart(text.replace(/\\(["\\])/g, '$1'), rule)
    if (!rule || !parts) continue
    found.set(`${text} ${id}`, {
      rule: id,
      level: rule.level,
      kind: rule.kind,
      refuses: true,
      ...parts,
      method: null,
      path: null,
      route: null,
      status: null,
      pointer: [],
      ...(position && { position }),
    })
  }
  return [...found.values()]
}
