/** A side of `diff` that is a contract: run, and written down as an API. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe } from '../contract/describe.js'
import { parse } from '../openapi/source.js'
import { toOpenAPI } from '../openapi/write.js'
import { findProject, shown } from './compiler.js'
import { type Exported, loadContracts } from './contracts.js'
import { Locator } from './locate.js'
import type { SideOf, Version } from './sides.js'
import { Unusable, type World } from './world.js'

/** An exported contract as an API; places are those of its routes in the source. */
const versionOf = ({ file, name, contract }: Exported, text: string): Version => {
  const { document } = toOpenAPI(contract, { title: name, version: '0' }, { openapi: '3.2' })
  const source = parse(JSON.stringify(document), file)
  const { operations } = describe(contract, name)
  const locator = new Locator(new Map([[file, text]]), operations, name)
  const shape = (template: string) => template.replace(/\{[^{}]*\}|(?<=\/):[^/]+/g, '{}')
  return {
    name: `${file}#${name}`,
    source,
    locate: (origins) =>
      origins.map(({ pointer }) => {
        const operation = operations.find(
          ({ method, path: template }) =>
            shape(template) === shape(String(pointer[1])) && [pointer[2], pointer[3]].some((key) => String(key).toUpperCase() === method),
        )
        return (operation && locator.locate(operation, operation.pointer)) ?? { file, line: 1, column: 1 }
      }),
  }
}

/** Reads the contracts that a file exports. */
export const contractSide = async (file: string, world: World): Promise<SideOf> => {
  const { files: [source] = [], folder } = findProject([file])
  if (source === undefined) throw new Unusable(`${file} is not a file`)
  const { exported, errors } = await loadContracts([source], path.join(folder, 'package.json'), world.progress)
  if (errors[0]) throw new Unusable(errors[0].message)
  if (exported.length === 0) throw new Unusable(`${file} exports no contract: there is nothing to compare`)
  const text = readFileSync(source, 'utf8')
  return {
    file: shown(source),
    text: (name) => (name === shown(source) ? text : undefined),
    versions: exported.map((one) => versionOf(one, text)),
  }
}
