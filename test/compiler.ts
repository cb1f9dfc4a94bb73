/** Runs a real compiler over files and reads what it prints. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The compilers that are held to the same words, by the folder that npm puts them in. */
export const compilers = { '5.9': 'ts59', '6.0': 'ts60', '7.0': 'typescript' } as const
export type Compiler = keyof typeof compilers

export const root = fileURLToPath(new URL('..', import.meta.url))

/** One diagnostic; lines and columns count from 1, as the compiler prints them. */
export interface Diagnostic {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly code: string
  /** The whole message; further lines are indented as printed. */
  readonly message: string
}

/** What `tsc` prints for a project, as diagnostics and as text. */
export const compile = async (
  compiler: Compiler,
  project: string,
  ...options: string[]
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly output: string }> => {
  const tsc = `${root}node_modules/${compilers[compiler]}/bin/tsc`
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', project, '--pretty', 'false', ...options], {
    maxBuffer: 1 << 28,
  }).catch((error: { readonly stdout?: string }) => ({ stdout: error.stdout ?? String(error) }))
  return { diagnostics: read(stdout), output: stdout }
}

const head = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.*)$/

const read = (output: string): Diagnostic[] => {
  const found: Diagnostic[] = []
  for (const text of output.split('\n')) {
    const match = head.exec(text)
    const last = found.at(-1)
    if (match) found.push({ file: match[1]!, line: Number(match[2]), column: Number(match[3]), code: match[4]!, message: match[5]! })
    else if (last && text.startsWith(' ')) found[found.length - 1] = { ...last, message: `${last.message}\n${text}` }
  }
  return found
}

/** The sentence of a rule in a message: what stands between quotes and ends with the zero-width mark. */
export const sentenceIn = (message: string): string | undefined => /"([^"]*(?:\\"[^"]*)*)\u200B"/.exec(message)?.[1]?.replaceAll('\\"', '"')
