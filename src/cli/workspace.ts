/** The packages of a workspace, as npm, pnpm, yarn and bun name them. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { shown } from './compiler.js'
import { folders } from './files.js'
import { Unusable } from './world.js'

/** A package of a workspace. */
export interface Package {
  readonly folder: string
  /** As the user knows it. */
  readonly name: string
}

const isFolder = (name: string): boolean => statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false

const jsonOf = (file: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    throw new Unusable(`${shown(file)} is not JSON`)
  }
}

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [])

/** The patterns of a workspace's packages: `workspaces` of package.json, `packages` of pnpm-workspace.yaml. */
const patternsOf = (root: string): readonly string[] => {
  const pnpm = path.join(root, 'pnpm-workspace.yaml')
  if (existsSync(pnpm)) {
    let value: unknown
    try {
      value = parse(readFileSync(pnpm, 'utf8'))
    } catch {
      throw new Unusable(`${shown(pnpm)} is not YAML`)
    }
    return textsOf((value as { readonly packages?: unknown } | null)?.packages)
  }
  const manifest = path.join(root, 'package.json')
  if (!existsSync(manifest)) return []
  const { workspaces } = jsonOf(manifest)
  return textsOf(Array.isArray(workspaces) ? workspaces : (workspaces as { readonly packages?: unknown } | undefined)?.packages)
}

/**
 * The packages of the workspace whose root a folder is; nothing where it is none.
 *
 * A pattern that starts with `!` takes packages away again.
 */
export const packagesOf = (root: string): readonly Package[] | undefined => {
  const patterns = patternsOf(root)
  if (patterns.length === 0) return undefined
  const found = new Set<string>()
  for (const pattern of patterns) {
    const away = pattern.startsWith('!')
    for (const folder of folders(root, pattern.replace(/^!/, '').replace(/^\.\//, '').replace(/\/$/, '')))
      if (away) found.delete(folder)
      else if (isFolder(folder) && existsSync(path.join(folder, 'package.json'))) found.add(folder)
  }
  return [...found].sort().map((folder) => {
    const { name } = jsonOf(path.join(folder, 'package.json'))
    return { folder, name: typeof name === 'string' && name !== '' ? name : shown(folder) }
  })
}
