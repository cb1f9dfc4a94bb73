/**
 * Examples made whole: each becomes a function in one module, which the compiler reads once and the run time calls.
 *
 * An example is what a user would write below the imports: statements, of which the last may be an expression, its value.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import * as statute from '../../src/index.js'
import { compile, root } from '../compiler.js'
import * as samples from './samples.js'

export { samples }

/** An example by a name that tests know it by. */
export interface Example {
  readonly name: string
  readonly code: string
  /** Declares under a strict law what it declares by the functions of the default one. */
  readonly strict?: boolean
}

/** What became of an example. */
export interface Outcome {
  /** What the compiler says of it, message by message. */
  readonly said: readonly string[]
  /** Its value. */
  readonly run: () => unknown
}

export interface Built {
  readonly of: (name: string) => Outcome
  readonly close: () => void
}

const toolkit = ['get', 'head', 'post', 'put', 'patch', 'del', 'options', 'trace', 'query', 'route', 'contract']

/** Types of the front door, by the file that declares them. */
const typesIn = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, name]) => name!)

const inner = (name: string): string => `../../${name}`

/** What every example can name. */
const prelude = (extra: readonly string[]): string[] => [
  "import { z } from 'zod'",
  `import { ${Object.keys(statute).join(', ')} } from '${inner('src/index.js')}'`,
  `import { ${Object.keys(samples).join(', ')} } from '${inner('test/examples/samples.js')}'`,
  ...['brands', 'client', 'compatible', 'route'].map(
    (file) => `import type { ${typesIn(`types/${file}.ts`).join(', ')} } from '${inner(`types/${file}.js`)}'`,
  ),
  `const strictly = defineRegistry({ extends: rfc9110, name: 'strict', strict: true })`,
  ...extra,
]

/** The statements of an example: each starts where a line is not indented and closes nothing. */
const statements = (code: string): string[] => code.trim().split(/\n(?![\s)}\]])/)
const isExpression = (statement: string): boolean => !/^(?:const|type|interface|return|try)\b|^\/\//.test(statement)

const body = ({ code, strict }: Example): string[] => {
  const all = statements(code)
  const last = all.at(-1)!
  const lines = [...all.slice(0, -1), isExpression(last) ? `return ${last}` : last].join('\n').split('\n')
  return strict ? [`const { ${toolkit.join(', ')} } = strictly`, ...lines] : lines
}

/** Compiles all examples in one run and makes each callable; `extra` are further imports. */
export const build = async (examples: readonly Example[], extra: readonly string[] = []): Promise<Built> => {
  mkdirSync(join(root, '.tmp'), { recursive: true })
  const room = mkdtempSync(join(root, '.tmp/examples-'))
  const close = () => rmSync(room, { recursive: true, force: true })
  try {
    const lines = prelude(extra)
    const started = new Map<string, readonly [first: number, last: number]>()
    for (const [index, example] of examples.entries()) {
      const code = body(example)
      const first = lines.push(`export const e${index} = async () => {`) + 1
      const last = lines.push(...code)
      if (started.has(example.name)) throw new Error(`There are two examples called ${example.name}`)
      started.set(example.name, [first, last])
      lines.push('}')
    }
    const file = join(room, 'examples.ts')
    writeFileSync(file, `${lines.join('\n')}\n`)
    writeFileSync(
      join(room, 'tsconfig.json'),
      JSON.stringify({
        extends: join(root, 'tsconfig.json'),
        compilerOptions: { rootDir: root, declaration: false, declarationMap: false, noErrorTruncation: true },
        files: [file],
        include: [],
        exclude: [],
      }),
    )
    const { diagnostics, output } = await compile('7.0', room)
    const stray = output.split('\n').find((line) => /^(?!\S+\(\d+,\d+\): |\s|$)/.test(line))
    if (stray !== undefined) throw new Error(`The examples were not compiled: ${stray}`)
    const mine = diagnostics.filter((one) => relative(process.cwd(), file).replaceAll('\\', '/') === one.file)
    const outside = mine.find(({ line }) => ![...started.values()].some(([first, last]) => first <= line && line <= last))
    if (outside) throw new Error(`${outside.file}:${outside.line}: ${outside.message}`)
    const module: Readonly<Record<string, () => unknown>> = await import(/* @vite-ignore */ file)
    const names = [...started.keys()]
    return {
      of: (name) => {
        const range = started.get(name)
        if (!range) throw new Error(`There is no example called ${name}`)
        const [first, last] = range
        return {
          said: mine.filter(({ line }) => first <= line && line <= last).map(({ message }) => message),
          run: module[`e${names.indexOf(name)}`]!,
        }
      },
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}

/** The rule that a message of the compiler speaks for, or the message where none does. */
export const ruleIn = (message: string): string => /\[([a-z0-9-]+)\](?:\u200B)?"/.exec(message)?.[1] ?? message
