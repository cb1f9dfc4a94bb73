/** The package built as a user installs it, a contract that rests on it built too, and real compilers over the cases. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type Compiler, compile, type Diagnostic, root } from '../compiler.js'

export const cases = join(root, 'test/messages/cases')

/** Where a case finds the package: its source, or what a user installs. */
export type Door = 'source' | 'built'

export interface Workshop {
  /** One run over every case. */
  readonly compile: (compiler: Compiler, door: Door) => Promise<readonly Diagnostic[]>
  /** One run over what a user installs, and nothing else: no declaration file of it is skipped. */
  readonly install: (compiler: Compiler) => Promise<readonly Diagnostic[]>
  readonly close: () => void
}

/** What a compiler finds in a project; files are named from the root. What concerns no file means that nothing was compiled. */
const diagnose = async (compiler: Compiler, project: string, ...options: string[]): Promise<readonly Diagnostic[]> => {
  const { diagnostics, output } = await compile(compiler, project, ...options)
  if (/^(?!\S+\(\d+,\d+\): |\s|$)/m.test(output)) throw new Error(`TypeScript ${compiler} did not compile ${project}:\n${output}`)
  return diagnostics.map((one) => ({ ...one, file: relative(root, join(process.cwd(), one.file)).replaceAll('\\', '/') }))
}

/** Builds what the cases import. It stands below `node_modules`, where nothing else reads it and its own imports are found. */
export const open = async (): Promise<Workshop> => {
  const room = mkdtempSync(join(root, 'node_modules/.statute-'))
  const path = (...parts: string[]) => join(room, ...parts)
  const close = () => rmSync(room, { recursive: true, force: true })
  const config = (name: string, content: object) => {
    writeFileSync(path(name), JSON.stringify({ extends: join(root, 'tsconfig.json'), exclude: [], ...content }))
    return path(name)
  }
  const build = async (...args: Parameters<typeof diagnose>) => {
    const found = await diagnose(...args)
    if (found.length) throw new Error(`What the cases import does not compile: ${JSON.stringify(found, null, 2)}`)
  }

  try {
    writeFileSync(path('package.json'), '{ "type": "module" }')
    await build('7.0', join(root, 'tsconfig.build.json'), '--outDir', path('dist'))
    const doors = { source: [join(root, 'src/index.ts')], built: [path('dist/src/index.d.ts')] }
    const shipped = join(root, 'test/messages/shipped')
    await build(
      '7.0',
      config('shipped.json', {
        compilerOptions: {
          noEmit: false,
          emitDeclarationOnly: true,
          rootDir: shipped,
          outDir: path('shipped'),
          paths: { statute: doors.built },
        },
        include: [shipped],
      }),
    )

    return {
      compile: (compiler, door) =>
        diagnose(
          compiler,
          config(`${door}-${compiler}.json`, {
            compilerOptions: {
              noErrorTruncation: true,
              types: [],
              rootDir: root,
              paths: { statute: doors[door], 'shipped/*': [path('shipped/*.d.ts')] },
            },
            include: [cases],
          }),
        ),
      install: (compiler) =>
        diagnose(
          compiler,
          config(`install-${compiler}.json`, {
            compilerOptions: { types: [], skipLibCheck: false, skipDefaultLibCheck: true },
            files: doors.built,
            include: [],
          }),
        ),
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}
