/** `statute openapi`: a contract as an OpenAPI document. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stringify } from 'yaml'
import { toOpenAPI, type WriteOptions } from '../openapi/write.js'
import { shown } from './compiler.js'
import { loadContract } from './contracts.js'
import { Unusable, type World } from './world.js'

export interface OpenApiOptions {
  readonly openapi: NonNullable<WriteOptions['openapi']>
  readonly format?: 'json' | 'yaml'
  readonly export?: string
  readonly title?: string
  readonly apiVersion?: string
  readonly output?: string
}

/** The nearest package.json of a folder: the API is called as the package is, unless somebody says otherwise. */
const manifestOf = (folder: string): { readonly name?: unknown; readonly version?: unknown } => {
  const file = path.join(folder, 'package.json')
  if (existsSync(file))
    try {
      return JSON.parse(readFileSync(file, 'utf8'))
    } catch {
      throw new Unusable(`${shown(file)} is not JSON`)
    }
  const parent = path.dirname(folder)
  return parent === folder ? {} : manifestOf(parent)
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** A document as text. */
const written = (document: object, format: 'json' | 'yaml'): string => {
  if (format === 'json') return `${JSON.stringify(document, undefined, 2)}\n`
  // A line that is folded is a line that changes with its neighbours.
  return stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 })
}

/** The format that is asked for, or that a file is named for. */
const formatOf = ({ format, output = '' }: OpenApiOptions): 'json' | 'yaml' => {
  const [named] = /(?<=\.)[^./\\]+$/.exec(output) ?? []
  if (format === undefined && named !== undefined && !/^(?:json|ya?ml)$/i.test(named))
    throw new Unusable(`${output} is named for neither JSON nor YAML: add --format`)
  return format ?? (named?.toLowerCase() === 'json' ? 'json' : 'yaml')
}

/** Writes the contract of a file; the exit code. */
export const openapi = async (file: string, options: OpenApiOptions, world: World): Promise<number> => {
  const format = formatOf(options)
  const { source, contract, name } = await loadContract(file, options.export, 'nothing was written', world)
  const manifest = manifestOf(path.dirname(source))
  const own = contract.options as { readonly name?: unknown; readonly openapi?: { readonly info?: { readonly version?: unknown } } }
  const title = options.title ?? (textOf(own.name) === undefined ? (textOf(manifest.name) ?? name) : undefined)
  const version = options.apiVersion ?? (textOf(own.openapi?.info?.version) === undefined ? textOf(manifest.version) : undefined)
  const info = { ...(title !== undefined && { title }), ...(version !== undefined && { version }) }
  const { document, notes } = toOpenAPI(contract, info, { openapi: options.openapi })
  for (const note of notes) world.err(`note: ${note}\n`)
  if (Object.keys(document.paths as object).length === 0)
    throw new Unusable(`OpenAPI ${options.openapi} has a place for none of the routes of ${name}: nothing was written`)
  const text = written(document, format)
  if (options.output === undefined) world.out(text)
  else
    try {
      writeFileSync(options.output, text)
    } catch (error) {
      throw new Unusable(`${options.output} cannot be written (${(error as NodeJS.ErrnoException).code})`)
    }
  return 0
}
