/** The language service that editors use, over one file of the user's. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type ts from 'ts59'
import { root } from '../compiler.js'

/** What an editor offers at the cursor. */
export interface Offer {
  readonly name: string
  /** `string`, `property` and so on, as the service calls it. */
  readonly kind: string
  /** The documentation that it shows beside it. */
  readonly documentation: () => string
}

/** Offers at the `|` of a piece of code, from a compiler's language service. Names without their quotes. */
export type Editor = (code: string) => readonly Offer[]

const head = `
import { contract, del, empty, get, json, patch, post, problem, put, route } from '../../src/index.js'
import { z } from 'zod'
const Todo = z.object({ id: z.string() })
`

/** Opens an editor. The service lives on from one question to the next, as it does while somebody types. */
export const editor = (typescript: typeof ts): Editor => {
  const file = join(root, 'test/completion/typed.ts')
  let text = head
  let version = 0
  const { config } = typescript.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'))
  const { options } = typescript.convertCompilerOptionsFromJson({ ...config.compilerOptions, types: [] }, root)
  const snapshot = (name: string) => (name === file ? text : typescript.sys.readFile(name))
  const service = typescript.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(version) : '1'),
    getScriptSnapshot: (name) => {
      const content = snapshot(name)
      return content === undefined ? undefined : typescript.ScriptSnapshot.fromString(content)
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: typescript.getDefaultLibFilePath,
    fileExists: (name) => name === file || typescript.sys.fileExists(name),
    readFile: snapshot,
    readDirectory: typescript.sys.readDirectory,
    directoryExists: typescript.sys.directoryExists,
    getDirectories: typescript.sys.getDirectories,
  })

  return (code) => {
    const cursor = code.indexOf('|')
    if (cursor === -1) throw new Error(`There is no | in ${code}`)
    text = head + code.slice(0, cursor) + code.slice(cursor + 1)
    version++
    const position = head.length + cursor
    const entries = service.getCompletionsAtPosition(file, position, {})?.entries ?? []
    return entries.map((entry) => ({
      name: entry.name.replace(/^(['"])(.*)\1$/, '$2'),
      kind: entry.kind,
      documentation: () =>
        typescript.displayPartsToString(
          service.getCompletionEntryDetails(file, position, entry.name, {}, entry.source, {}, entry.data)?.documentation,
        ),
    }))
  }
}
