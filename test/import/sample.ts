/** Schemas and values at random, the same ones in every run, and modules made of text. */
import { createJiti } from 'jiti'
import { Declarations } from '../../src/openapi/import/declarations.js'
import { Names } from '../../src/openapi/import/names.js'
import { type Loss, SchemaReader } from '../../src/openapi/import/schema.js'
import type { JsonSchema } from '../../src/openapi/model.js'
import { root } from '../compiler.js'

const jiti = createJiti(`${root}package.json`, { fsCache: false, moduleCache: false })

/** What a module exports. */
export const load = (text: string): Record<string, unknown> =>
  jiti.evalModule(text, { filename: `${root}test/import/made.ts`, ext: '.ts' }) as Record<string, unknown>

/** Named schemas as a module, and what was lost on the way. */
export const moduleOf = (named: Readonly<Record<string, JsonSchema>>): { readonly text: string; readonly losses: readonly Loss[] } => {
  const schemas = new Map(Object.entries(named))
  const reader = new SchemaReader(schemas)
  const declarations = new Declarations(reader, schemas, new Names())
  declarations.write()
  const text = [
    "import { z } from 'zod'",
    'const isUnique = (items: readonly unknown[]): boolean => new Set(items).size === items.length',
    ...declarations.lines,
    '',
  ].join('\n')
  return { text, losses: reader.losses }
}
