/** `statute judge`: the rules over recorded exchanges. */
import type { Judged } from '../report/report.js'
import type { Pointer } from '../rules/description.js'
import type { Finding } from '../rules/finding.js'
import { judge } from '../server/judge.js'
import type { JudgeOptions } from '../server/verdict.js'
import { judgeFiles } from './documents.js'
import { type Recorded, readHar } from './har.js'
import type { Options } from './options.js'
import { Unusable, type World } from './world.js'

export interface RecordOptions extends Options {
  /** The file that exports what the exchanges are held to besides the law. */
  readonly contract?: string
  readonly export?: string
  /** Where the paths of the contract begin; exchanges elsewhere are left out. */
  readonly baseUrl?: string
}

/** The URL of a request as the contract has it: below the base, which is taken away; `undefined` elsewhere. */
const below =
  (base: URL | undefined) =>
  (written: string): string | undefined => {
    if (!base) return written
    const url = new URL(written)
    const folder = base.pathname.replace(/\/+$/, '')
    if (url.origin !== base.origin || !(url.pathname === folder || url.pathname.startsWith(`${folder}/`))) return undefined
    return `${url.origin}${url.pathname.slice(folder.length) || '/'}${url.search}`
  }

/** Judges one archive. */
const judged = async (
  file: string,
  bytes: Uint8Array | undefined,
  relative: (url: string) => string | undefined,
  options: JudgeOptions,
): Promise<Judged> => {
  const { exchanges, entries, locate } = await readHar(file, bytes)
  const findings: Finding[] = []
  const pointers: Pointer[] = []
  let count = 0
  const found = async ({ request, response, pointer }: Recorded): Promise<void> => {
    const url = relative(request.url)
    if (url === undefined) return
    count++
    for (const finding of await judge({ ...request, url }, response, options)) {
      // As it was asked for, not as the contract has it.
      findings.push({ ...finding, path: new URL(request.url).pathname })
      pointers.push(pointer(finding.pointer))
    }
  }
  for (const exchange of exchanges) await found(exchange)
  if (count === 0) throw new Unusable(`${file}: has no exchanges${exchanges.length ? ' below the base URL' : ''}: nothing was judged`)
  const others = entries - exchanges.length
  const left = exchanges.length - count
  const positions = locate(pointers)
  return {
    file,
    operations: count,
    responses: count,
    findings: findings.map((finding, index) => ({ ...finding, pointer: pointers[index]!, position: positions[index]! })),
    waivers: [],
    notes: [
      ...(others ? [`${file}: ${others} of ${entries} entries have no answer of a server by HTTP and were not judged`] : []),
      ...(left ? [`${file}: ${left} of ${exchanges.length} exchanges are not below the base URL and were not judged`] : []),
    ],
  }
}

/** Judges archives and reports; the exit code. */
export const judgeRecorded = async (args: readonly string[], options: RecordOptions, world: World): Promise<number> => {
  if (options.baseUrl !== undefined && !URL.canParse(options.baseUrl)) throw new Unusable(`${options.baseUrl}: is no URL`)
  if (options.export !== undefined && options.contract === undefined)
    throw new Unusable('--export is about a contract: say which with --contract')
  const contract =
    options.contract === undefined
      ? {}
      : {
          contract: (await (await import('./contracts.js')).loadContract(options.contract, options.export, 'nothing was judged', world))
            .contract,
        }
  const relative = below(options.baseUrl === undefined ? undefined : new URL(options.baseUrl))
  return judgeFiles('judge', args, (file, bytes) => judged(file, bytes, relative, contract), options, world)
}
