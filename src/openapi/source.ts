/** A document's text as plain data, with the place of everything in it. */
import { isUtf8 } from 'node:buffer'
import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Pointer } from '../rules/description.js'
import type { Position } from '../rules/finding.js'
import { kind, quote, SourceError } from './error.js'
import { Files, type Open, type Tree } from './files.js'
import { asciiOf, faultOf, locateJson, placeInBytes, TwiceFault } from './json.js'
import { place, places } from './place.js'
import { FileFault } from './refs.js'
import { readYaml, type Yaml, YamlFault } from './yaml.js'

/** A document that has been read. */
export interface Source {
  /** What messages call it. */
  readonly file: string
  /** The document's root. */
  readonly document: Readonly<Record<string, unknown>>
  /** The whole text, for drawing the guilty lines. Made when asked for. */
  readonly text: () => string
  /** Where each pointer's key stands, or its nearest ancestor that exists; in the order given. One pass, however many. */
  readonly locate: (pointers: readonly Pointer[]) => Position[]
  /** This file and those to which it refers. */
  readonly files: Files
}

/**
 * The largest text that is read. The largest public OpenAPI documents have about 35 MB; what is larger than this is
 * a mistake more often than an API, and a person wants to hear so at once.
 */
export const MAX_BYTES = 64 * 1024 * 1024

/** The largest YAML: it takes some thirty times the memory of its text, and a third of a second for a megabyte. */
export const MAX_YAML_BYTES = 32 * 1024 * 1024

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MB`

const refuseSize = (bytes: number, file: string, most = MAX_BYTES, what = 'documents'): void => {
  if (bytes > most) throw new SourceError(`has ${megabytes(bytes)}: ${what} of up to ${megabytes(most)} are read`, { file })
}

/** The encoding by the byte order mark, or by where the zeros of the first character stand (a document opens with ASCII). */
const encodingOf = (bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first! > 0 && second === 0 && bytes.length % 2 === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second! > 0 && bytes.length % 2 === 0)) return 'utf-16be'
  return 'utf-8'
}

/** A text, made when asked for, and the same as UTF-8 without a byte order mark. */
interface Content {
  readonly text: () => string
  readonly bytes: Uint8Array
}

const decode = (input: string | Uint8Array, file: string): Content => {
  const encoding = typeof input === 'string' ? undefined : encodingOf(input)
  if (typeof input !== 'string' && encoding === 'utf-8' && isUtf8(input)) {
    const bytes = input[0] === 0xef && input[1] === 0xbb && input[2] === 0xbf ? input.subarray(3) : input
    let text: string | undefined
    return { text: () => (text ??= new TextDecoder().decode(bytes)), bytes }
  }
  let text: string
  try {
    text = typeof input === 'string' ? input.replace(/^\uFEFF/, '') : new TextDecoder(encoding, { fatal: true }).decode(input)
  } catch {
    throw new SourceError('is not text in UTF-8 or UTF-16', { file })
  }
  return { text: () => text, bytes: new TextEncoder().encode(text) }
}

/** A document's text in whatever encoding it is read, as places count in it. */
export const textOf = (bytes: Uint8Array, file: string): string => decode(bytes, file).text()

const refuseBinary = (text: string, file: string): void => {
  const zero = text.indexOf('\0')
  if (zero >= 0) throw new SourceError('is binary: it holds a NUL', { file, ...place(text, zero) })
}

const readJson = ({ text, bytes }: Content, file: string): unknown => {
  try {
    return JSON.parse(asciiOf(bytes) ?? text())
  } catch {
    refuseBinary(text(), file)
    const { offset, reason, opened } = faultOf(bytes)
    const since = opened === undefined ? '' : ` that opens on line ${placeInBytes(bytes, opened).line}`
    throw new SourceError(`is not JSON: ${reason}${since}`, { file, ...placeInBytes(bytes, offset) })
  }
}

const yamlOf = (text: string, file: string): Yaml => {
  refuseSize(text.length, file, MAX_YAML_BYTES, 'YAML documents')
  refuseBinary(text, file)
  try {
    return readYaml(text)
  } catch (error) {
    if (error instanceof YamlFault) throw new SourceError(`is not YAML: ${error.message}`, { file, ...place(text, error.offset) })
    if (error instanceof RangeError) throw new SourceError('is not YAML: it is nested too deeply', { file })
    throw error
  }
}

/** Only the bytes are kept for locating: a text takes twice the memory. */
const jsonTree = (root: unknown, bytes: Uint8Array, file: string): Tree => ({
  root,
  text: () => new TextDecoder().decode(bytes),
  locate: (pointers) => {
    try {
      return locateJson(bytes, pointers, root).map((at) => ({ file, ...at }))
    } catch (error) {
      if (!(error instanceof TwiceFault)) throw error
      throw new SourceError(`the key ${quote(error.key)} stands twice in one object`, { file, ...placeInBytes(bytes, error.offset) })
    }
  },
})

const yamlTree = (text: string, file: string): Tree => {
  const { document: root, locate } = yamlOf(text, file)
  return { root, text: () => text, locate: (pointers) => places(text, locate(pointers)).map((at) => ({ file, ...at })) }
}

const treeOf = (content: Content, file: string): Tree => {
  const { text, bytes } = content
  const looksLikeJson = '{["'.includes(String.fromCharCode(bytes.find((byte) => byte > 0x20) ?? 0))
  if (!looksLikeJson && !/\S/.test(text())) throw new SourceError('is empty', { file })
  const [named, isJson] = /\.(?:(json)|ya?ml)$/i.exec(file) ?? []
  if (isJson || (looksLikeJson && !named)) return jsonTree(readJson(content, file), bytes, file)
  if (looksLikeJson) {
    // Braces in a file called .yaml are mostly JSON, which is read far faster.
    try {
      return jsonTree(JSON.parse(text()), bytes, file)
    } catch {}
  }
  return yamlTree(text(), file)
}

/** Whether a document is of OpenAPI 2.0, which called itself Swagger. */
export const isSwagger = (document: Readonly<Record<string, unknown>>): boolean =>
  !Object.hasOwn(document, 'openapi') && Object.hasOwn(document, 'swagger')

/** The version of the document, `3.1.0`; a number is what YAML makes of an unquoted `3.1`. */
export const versionOf = (document: Readonly<Record<string, unknown>>): string => {
  const version = isSwagger(document) ? document.swagger : document.openapi
  return typeof version === 'number' ? version.toFixed(1) : String(version)
}

/** Reads a text as data, JSON or YAML, with the place of everything in it; throws `SourceError` where it is neither. */
export const treeFrom = (input: string | Uint8Array, file: string): Tree => {
  refuseSize(input.length, file)
  return treeOf(decode(input, file), file)
}

/** How a text is read. */
export interface Reading {
  /**
   * The bytes of a file to which the document refers, by its path; throws where it cannot be read.
   *
   * Without it no other file is read. Nothing is ever read from the network.
   */
  readonly open?: (file: string) => Uint8Array
}

const opened = (open: NonNullable<Reading['open']>, file: string): Uint8Array => {
  try {
    return open(file)
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault((error as Error).message)
  }
}

/** Reads the other files of a document, all of them together no larger than one may be. */
const opening = (open: Reading['open'], size: number): Open | undefined => {
  let total = size
  return (
    open &&
    ((file) => {
      const bytes = opened(open, file)
      total += bytes.length
      if (total > MAX_BYTES) throw new FileFault(`documents of up to ${megabytes(MAX_BYTES)} are read, their other files included`)
      return treeOf(decode(bytes, file), file)
    })
  )
}

/**
 * Reads a text as an OpenAPI document, JSON or YAML, of version 2.0 to 3.2.
 *
 * The places of everything in it are kept, so that a finding can name its line. Other files to which it refers are read where
 * `reading` says how; a pointer into one starts with its path: `['models/todo.yaml#', 'properties']`.
 *
 * @example parse('{ "openapi": "3.1.0", "paths": {} }', 'api.json').document.openapi //=> '3.1.0'
 * @throws SourceError when it is neither, when it is no OpenAPI document, or one of a version that is not read.
 * @see https://spec.openapis.org/oas/latest.html
 */
export const parse = (input: string | Uint8Array, file: string, reading: Reading = {}): Source => {
  const tree = treeFrom(input, file)
  const { root, text } = tree
  if (root === undefined) throw new SourceError('is empty', { file })
  if (typeof root !== 'object' || root === null || Array.isArray(root))
    throw new SourceError(`is not an OpenAPI document: its root is ${kind(root)}, not an object`, { file })
  const document = root as Readonly<Record<string, unknown>>
  const key = versionKeyOf(document)
  if (!key) throw new SourceError('is not an OpenAPI document: it has no "openapi" version', { file })
  refuseVersion(document, key, tree)
  const files = new Files(file, tree, opening(reading.open, input.length))
  return { file, document, text, files, locate: (pointers) => files.locate(pointers) }
}

/** Where versions stand; Swagger 1 had a key of its own, which is known only to be refused. */
const versionKeys = {
  openapi: ['OpenAPI', '3.0, 3.1 and 3.2 are'],
  swagger: ['Swagger', '2.0 is, and OpenAPI 3.0, 3.1 and 3.2 are'],
  swaggerVersion: ['Swagger 1', 'Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are'],
} as const

/** The key under which a document has its version. */
const versionKeyOf = (document: Readonly<Record<string, unknown>>) =>
  (Object.keys(versionKeys) as (keyof typeof versionKeys)[]).find((key) => Object.hasOwn(document, key))

const refuseVersion = (document: Readonly<Record<string, unknown>>, key: keyof typeof versionKeys, { locate }: Tree): void => {
  const [called, versions] = versionKeys[key]
  const written = document[key]
  const isVersion = typeof written === 'string' || typeof written === 'number'
  if (isVersion && /^(?:2\.0$|3\.[012](?:\.|$))/.test(versionOf(document)) && (key === 'swagger') === versionOf(document).startsWith('2'))
    return
  const shown = quote(typeof written === 'object' ? kind(written) : written)
  throw new SourceError(`the ${called} version ${shown} is not read: ${versions}`, locate([[key]])[0]!)
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'is a directory',
  EACCES: 'may not be read',
}

/** Why a file is not read. */
const reasonOf = (error: unknown): string => {
  const { code } = error as NodeJS.ErrnoException
  return reasons[String(code)] ?? `cannot be read (${code})`
}

const isWithin = (folder: string, file: string): boolean => {
  const way = path.relative(folder, file)
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way)
}

/**
 * Opens the files of a folder and those below it, links followed.
 *
 * The folder is the working directory where the document is below it, else that of the document: a document of somebody else must
 * not make a program read, and quote, what lies anywhere on the disk.
 */
const opener = (document: string) => {
  const home = realpathSync(path.dirname(document))
  const here = realpathSync('.')
  const folder = isWithin(here, home) ? here : home
  return (file: string): Uint8Array => {
    try {
      const real = realpathSync(file)
      if (!isWithin(folder, real)) throw new FileFault(`it is outside of ${folder}, and only files in there are read`)
      if (statSync(real).size > MAX_BYTES) throw new FileFault('it is too large')
      return readFileSync(real)
    } catch (error) {
      throw error instanceof FileFault ? error : new FileFault(reasonOf(error))
    }
  }
}

/** The bytes of a file; throws `SourceError` where it cannot be read, or is too large. */
export const bytesOf = async (file: string): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    const stats = await stat(file)
    refuseSize(stats.size, file)
    if (stats.isFile()) return await readFile(file)
    // A pipe has no size beforehand.
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
      chunks.push(chunk)
      size += chunk.length
      refuseSize(size, file)
    }
  } catch (error) {
    if (error instanceof SourceError) throw error
    throw new SourceError(reasonOf(error), { file })
  }
  return Buffer.concat(chunks)
}

/**
 * Reads a file as an OpenAPI document, JSON or YAML, of version 2.0 to 3.2, and the files to which it refers.
 *
 * Those are read when something leads into them, and only in the working directory (in the document's folder, where that is elsewhere).
 *
 * @example const source = await read('openapi.yaml')
 * @throws SourceError when there is no such file, or what `parse` throws.
 * @see https://spec.openapis.org/oas/latest.html
 */
export const read = async (file: string): Promise<Source> => parse(await bytesOf(file), file, { open: opener(file) })
