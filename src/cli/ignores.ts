/** Changes that somebody accepts: which, and why. */
import { readFileSync } from 'node:fs'
import type { Use } from '../diff/index.js'
import { type ChangeId, changeKinds } from '../rules/changes.js'
import { didYouMean } from './nearest.js'
import { Unusable } from './world.js'

/** One line: `response-status-added GET /todos = every client has a default branch`. */
export interface Ignore {
  readonly id: ChangeId
  readonly method: string | undefined
  readonly path: string | undefined
  /** Without one, the kind of change is not looked at, anywhere. */
  readonly reason: string | undefined
}

const isKind = (id: string): id is ChangeId => Object.hasOwn(changeKinds, id)

/** Reads `ID [METHOD] [/path | webhook NAME | callback NAME of METHOD /path] [= reason]`; a sentence where it cannot be read. */
const readIgnore = (text: string): Ignore | string => {
  // A path may have an = of its own: `/users(id={id})`.
  const [, what = '', reason] = /^(.*?)(?:(?:\s+=\s*|=(?:\s+|$))(.*))?$/s.exec(text.trim()) ?? []
  const [id = '', ...where] = what.split(/\s+/)
  if (!isKind(id)) return `there is no change called ${id || 'nothing'}${didYouMean(id, Object.keys(changeKinds))}`
  const isPath = (text: string | undefined) => text === undefined || /^(?:\/|webhook$|callback$)/.test(text)
  const method = isPath(where[0]) ? undefined : where.shift()?.toUpperCase()
  if (!isPath(where[0]) || (where[0]?.startsWith('/') && where.length > 1))
    return `${what}: it takes a change, a method and a path, and then a reason after ' = '`
  // What has no path has a name of several words: `webhook newPet`.
  const path = where.join(' ') || undefined
  if (reason === '' || (reason === undefined && (method !== undefined || path !== undefined))) return `${what}: say why, after ' = '`
  return { id, method, path, reason }
}

/**
 * Reads what `--ignore` was given.
 *
 * @throws Unusable when it cannot be read.
 */
export const ignoreOption = (text: string): Ignore => {
  const ignore = readIgnore(text)
  if (typeof ignore === 'string') throw new Unusable(`--ignore ${text}: ${ignore}`)
  return ignore
}

/**
 * Reads a file of them: a line each, `#` for comments, and a reason on every line.
 *
 * @throws Unusable when a line cannot be read; it names the line.
 */
export const ignoreFile = (file: string): readonly Ignore[] => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Unusable(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (/^\s*(#|$)/.test(line)) return []
    const ignore = readIgnore(line)
    if (typeof ignore === 'string') throw new Unusable(`${file}:${index + 1}: ${ignore}`)
    if (ignore.reason === undefined) throw new Unusable(`${file}:${index + 1}: ${ignore.id}: say why, after ' = '`)
    return [ignore]
  })
}

/** Whether a change of this kind at this place is meant. */
export const ignores = ({ id, method, path }: Ignore, change: ChangeId, use: Use): boolean =>
  id === change && (method === undefined || method === use.method) && (path === undefined || path === use.path)
