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

/** A path of a contract or a document with its segments unnamed that have a parameter: what is a part of a segment there is all of it here. */
const segmentsOf = (path: string): string => path.replace(/(?<=\/)(?::[^/]*|[^/]*\{[^{}]*\}[^/]*)/g, '{}')

/** An exported contract as an API; places are those of its routes in the source. */
const versionOf = ({ file, name, contract }: Exported, text: string): Version => {
  const { document } = toOpenAPI(contract, { title: name, version: '0' }, { openapi: '3.2' })
  const source = parse(JSON.stringify(document), file)
  const { operations } = describe(contract, name)
  const locator = new Locator(new Map([[file, text]]), operations, name)
  return {
    name: `${file}#${name}`,
    source,
    // What is a component in the document may stand anywhere in the source; the message that uses it has a place.
    locate: (places) =>
      places.map(({ origin: { pointer }, use }) => {
        const [template, ...keys] = pointer[0] === 'paths' ? pointer.slice(1, 4).map(String) : [use?.path, use?.method]
        const operation = operations.find(
          ({ method, path }) => segmentsOf(path) === segmentsOf(template ?? '') && keys.some((key) => key?.toUpperCase() === method),
        )
        if (!operation) return { file, line: 1, column: 1 }
        const status = use?.status === null || use?.status === undefined ? [] : ['responses', use.status.toLowerCase()]
        return locator.locate(operation, [...operation.pointer, ...status]) ?? { file, line: 1, column: 1 }
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
