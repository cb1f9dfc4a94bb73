/** The README's code is compiled, and what it says that programs print is what they print. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { costs, withCosts } from '../../src/report/pages.js'
import { kinds } from '../../src/rules/changes.js'
import { rules } from '../../src/rules/index.js'
import { run } from '../cli/run.js'
import { compile, type Diagnostic, root } from '../compiler.js'
import { project } from './project.js'

const readme = readFileSync(`${root}README.md`, 'utf8')

interface Block {
  readonly language: string
  readonly text: string
}
const blocks: readonly Block[] = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
  language: language!,
  text: text!,
}))
const code = blocks.filter(({ language }) => language === 'ts')
/** A match of which the text below it says what happens when some of it is left out. */
const matched = code.find(({ text }) => text.includes("from 'statute/client'") && text.includes('.exhaustive()'))!.text
const unmatched = matched.replace(/^ *\.with\(\{ status: 'breach' \}.*\n/m, '').replace('P.union(404, 422)', '404')
const texts = blocks.filter(({ language }) => language === 'text')

/** What a block takes as given, on one line, so that its own lines are not far. */
const prelude = `import {
  bytes, type Checked, contract, defineRegistry, empty, form, get, type Idempotent, idempotent, isIdempotent, json, media, patch, post, problem, put,
  type ReasonPhrase, type RequiredHeaders, type Rfc9110, rfc9110, type Schema, type Spec, type StatusFor, statusFor, text
} from 'statute'; import { z } from 'zod'; const Todo = z.object({ id: z.uuid(), title: z.string() })
`
  .replace(/\s+/g, ' ')
  .concat('\n')

/** A block as a module. One that defines a toolkit brings names of its own. */
const whole = (text: string): string =>
  text.startsWith('import ') ? text : /= defineRegistry\(/.test(text) ? prelude.replace(/ contract,| get,/g, '') + text : prelude + text

describe('the code', () => {
  const name = (index: number) => `readme-${index + 1}.ts`
  let diagnostics: readonly Diagnostic[] = []
  beforeAll(async () => {
    const { config, close } = project([], {
      ...Object.fromEntries(code.map(({ text }, index) => [name(index), whole(text)])),
      'unmatched.ts': unmatched,
      // The module that one of the blocks imports.
      'routes.ts': `${prelude}export const list = get('/todos', { responses: { 200: z.array(Todo) } })\n`,
    })
    ;({ diagnostics } = await compile('7.0', config).finally(close))
  })
  const of = (index: number) => diagnostics.filter(({ file }) => file.endsWith(name(index)))

  it('is one block that compiles, one that does not, and more', () => expect(code.length).toBeGreaterThan(4))

  it.each(code.map((_, index) => index).filter((index) => index !== 1))('compiles: block %i', (index) => {
    expect(of(index).map(({ line, message }) => `${line}: ${message}`)).toEqual([])
  })

  it('is refused in these words', () => {
    const printed = of(1).map(({ line, column, code, message }) => `todos.ts(${line},${column}): error ${code}: ${message}`)
    expect(printed.length).toBe(3)
    // The end of a sentence has no width; nobody reads it, and a README should not hide it.
    expect(texts[0]?.text).toBe(`${printed.join('\n').replaceAll('\u200B', '')}\n`)
  })

  it('names what a match leaves out', () => {
    expect(unmatched.split('\n')).toHaveLength(matched.split('\n').length - 1)
    const printed = diagnostics
      .filter(({ file }) => file.endsWith('unmatched.ts'))
      .map(({ line, column, code, message }) => `todos.ts(${line},${column}): error ${code}: ${message}\n`)
    expect(texts.map(({ text }) => text)).toContain(printed.join('').replaceAll('\u200B', ''))
  })

  it('leaves nothing else to say', () => {
    expect(diagnostics.filter(({ file }) => !/(?:readme-\d+|unmatched)\.ts$/.test(file))).toEqual([])
  })
})

describe('the words', () => {
  const refused = readdirSync(`${root}examples/refused`)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`${root}examples/refused/${file}`, 'utf8'))
    .join('\n')
  const sentences = [...readme.matchAll(/^\| `(.+ \[[\w-]+\])` \|/gm)].map(([, words]) => words!)

  it('are a few', () => expect(sentences.length).toBeGreaterThan(4))
  // The words in these files are held to the compiler's by their own test.
  it.each(sentences)('%s', (words) => expect(refused).toContain(`// ✗ ${words}\n`))
})

describe('what a lint of ReadMe’s description prints', () => {
  it('is what it prints', async () => {
    const file = 'node_modules/@readme/oas-examples/3.1/json/readme.json'
    const { out } = await run(['lint', file, '--fail-on', 'never'])
    const shown = texts.find(({ text }) => text.startsWith('readme.json:'))?.text ?? ''
    expect(shown.split('\n').length).toBeGreaterThan(3)
    expect(out.replaceAll(`${file}`, 'readme.json')).toContain(shown)
  })
})

describe('what is named', () => {
  it('rules and changes exist', () => {
    const ids = [...readme.matchAll(/\[([a-z0-9]+(?:-[a-z0-9]+)+)\]|explain ([a-z]+(?:-[a-z0-9]+)+)/g)].map(([, a, b]) => a ?? b!)
    expect(ids.length).toBeGreaterThan(5)
    for (const id of ids) expect([...Object.keys(rules), ...Object.keys(kinds)]).toContain(id)
  })

  it('files exist', () => {
    const files = [...readme.matchAll(/\]\(((?!https?:|#)[^)]+)\)/g)].map(([, file]) => file!)
    expect(files.length).toBeGreaterThan(5)
    for (const file of files) expect(existsSync(`${root}${file}`), file).toBe(true)
  })

  it('options and formats are those of the command', async () => {
    const { out } = await run(['lint', '--help'])
    const section = readme.slice(readme.indexOf('## Options'), readme.indexOf('Exit code 0'))
    const options = [...section.matchAll(/^\| `(?:-\w, )?(--[\w-]+)/gm)].map(([, option]) => option!)
    expect(options.length).toBeGreaterThan(4)
    for (const option of options) expect(out).toContain(option)
    for (const option of out.match(/--[a-z-]+(?= |$)/gm) ?? []) if (option !== '--help') expect([...options, '--level']).toContain(option)
  })

  it('has exactly two commands for a fresh clone', () => {
    const section = readme.slice(readme.indexOf('## Two commands'), readme.indexOf('To see a refusal'))
    expect([...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, text]) => text)).toEqual(['npm ci && npm start\n', 'npm test\n'])
  })
})

describe('what it costs', () => {
  it('is what was counted last (else: npm run docs)', () => {
    const budget = JSON.parse(readFileSync(`${root}bench/budget.json`, 'utf8'))
    expect(costs(budget)).toMatch(/\d/)
    expect(readme).toBe(withCosts(readme, budget))
  })
})
