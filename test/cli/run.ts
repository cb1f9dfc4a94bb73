/** Runs a command in this process, with what it writes kept; and the built command as a process of its own. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { run as runProgram } from '../../src/cli/program.js'
import { plain } from '../../src/report/paint.js'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs `statute …argv` here. */
export const run = async (argv: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<Ran> => {
  let out = ''
  let err = ''
  const code = await runProgram(argv, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    env,
    paint: plain,
    width: 80,
    input: (async function* () {
      yield Buffer.from(input)
    })(),
    progress: () => {},
  })
  return { code, out, err }
}

/**
 * Builds the commands for a test file; `statute(argv)` runs them as a user does, `remove()` takes them away.
 *
 * The build stands under `dist`, so that the package finds itself by its name.
 */
export const build = () => {
  mkdirSync(path.join(root, 'dist'), { recursive: true })
  const folder = mkdtempSync(path.join(root, 'dist', '.test-cli-'))
  execFileSync(
    process.execPath,
    [
      'node_modules/typescript/bin/tsc',
      '-p',
      'tsconfig.build.json',
      '--outDir',
      folder,
      '--declaration',
      'false',
      '--declarationMap',
      'false',
    ],
    {
      cwd: root,
    },
  )
  const main = path.join(folder, 'src/cli/main.js')
  return {
    main,
    statute: (
      argv: readonly string[],
      options: { readonly cwd?: string; readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
    ) =>
      new Promise<Ran>((resolve) => {
        const { FORCE_COLOR: _, NO_COLOR: __, ...env } = process.env
        const child = spawn(process.execPath, [main, ...argv], { cwd: options.cwd ?? root, env: { ...env, ...options.env } })
        let out = ''
        let err = ''
        child.stdout.on('data', (data: Buffer) => {
          out += data
        })
        child.stderr.on('data', (data: Buffer) => {
          err += data
        })
        child.stdin.end(options.input ?? '')
        child.on('close', (code) => resolve({ code, out, err }))
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
