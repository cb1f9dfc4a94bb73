/** The files that a pattern names, for shells that leave patterns alone, and for patterns in quotes. */
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { Unusable } from './world.js'

const isMagic = (pattern: string): boolean => /[*?]|\[[^\]]+\]|\{[^{}]*,[^{}]*\}/.test(pattern)

const isFile = (name: string): boolean => statSync(name, { throwIfNoEntry: false })?.isFile() ?? false
const isFolder = (name: string): boolean => statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false

/** `a{b,c}` as `ab` and `ac`, the innermost braces first. */
const alternatives = (pattern: string): string[] => {
  const braces = /\{([^{}]*,[^{}]*)\}/.exec(pattern)
  if (!braces) return [pattern]
  const [whole, choices] = braces
  const after = pattern.slice(braces.index + whole.length)
  return choices!.split(',').flatMap((choice) => alternatives(pattern.slice(0, braces.index) + choice + after))
}

/** Whether a name is looked at where nobody names it: one that starts with a dot is not, nor is `node_modules`. */
export const isWanted = (name: string): boolean => !name.startsWith('.') && name !== 'node_modules'

/** What one segment of a pattern matches; a name that starts with a dot only where the pattern does, `node_modules` only by its name. */
const matcher = (segment: string): ((name: string) => boolean) => {
  const source = segment.replace(/\*+|\?|\[!?[^\]]+\]|[^*?[]+|\[/g, (part) => {
    if (part.startsWith('*')) return '.*'
    if (part === '?') return '.'
    if (part.length > 1 && part.startsWith('['))
      return part
        .replaceAll('\\', '\\\\')
        .replace('[!', '[^')
        .replaceAll(/(?<=.)\[/g, '\\[')
    return part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  })
  try {
    const regexp = new RegExp(`^${source}$`, 'su')
    return (name) => (isWanted(name) || (segment.startsWith('.') && name !== 'node_modules')) && regexp.test(name)
  } catch {
    throw new Unusable(`${segment}: is no pattern that files can match`)
  }
}

const entriesOf = (folder: string) => {
  try {
    return readdirSync(folder || '.', { withFileTypes: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    throw new Unusable(`${folder}: cannot be read (${code})`)
  }
}

/** Walks a pattern segment by segment. A folder behind a link is entered by its name only, since links may lead in a circle. */
function* walk(folder: string, segments: readonly string[], wanted = isFile): Generator<string> {
  const [segment, ...rest] = segments
  if (segment === undefined) return
  const within = (name: string) => `${folder}${name}`
  if (segment === '**') {
    yield* walk(folder, rest.length > 0 ? rest : ['*'], wanted)
    const fits = matcher('*')
    for (const entry of entriesOf(folder))
      if (entry.isDirectory() && fits(entry.name)) yield* walk(`${within(entry.name)}/`, segments, wanted)
  } else {
    const names = isMagic(segment)
      ? entriesOf(folder)
          .flatMap(({ name }) => name)
          .filter(matcher(segment))
      : [segment]
    for (const name of names)
      if (rest.length > 0) yield* walk(`${within(name)}/`, rest, wanted)
      else if (wanted(within(name))) yield within(name)
  }
}

/** The folders below a root that a pattern names, in order. */
export const folders = (root: string, pattern: string): readonly string[] => {
  return [...new Set(alternatives(pattern).flatMap((one) => [...walk(`${root}/`, one.split('/'), isFolder)]))].sort()
}

/**
 * The files that an argument names: itself, or, of a pattern (`*`, `**`, `?`, `[a-z]`, `{a,b}`), all that match, in order.
 *
 * What has the characters of a pattern and is a file all the same is that file.
 *
 * @throws Unusable when a pattern matches nothing: nothing to check is no success.
 */
export const filesOf = (argument: string): readonly string[] => {
  if (!isMagic(argument) || isFile(argument)) return [argument]
  const pattern = path.sep === '\\' ? argument.replaceAll('\\', '/') : argument
  const found = new Set(alternatives(pattern).flatMap((one) => [...walk('', one.split('/'))]))
  if (found.size === 0) throw new Unusable(`${argument}: matches no file`)
  return [...found].sort()
}

/**
 * The files of a folder that are wanted, or those that a pattern names, by what they are called from there; nothing for an argument that is neither.
 *
 * @throws Unusable when a pattern matches nothing.
 */
export const namedFrom = (argument: string, isWanted: (file: string) => boolean): ReadonlyMap<string, string> | undefined => {
  const inFolder = isFolder(argument)
  if (!inFolder && (!isMagic(argument) || isFile(argument))) return undefined
  const segments = argument
    .replaceAll(path.sep, '/')
    .replace(/(?<=.)\/+$/, '')
    .split('/')
  const start = (inFolder ? segments : segments.slice(0, segments.findIndex(isMagic))).join('/')
  const files = inFolder ? [...walk(`${start}/`, ['**'])].filter(isWanted) : filesOf(argument)
  return new Map(files.map((file) => [path.relative(start, file).replaceAll(path.sep, '/'), file] as const).sort())
}
