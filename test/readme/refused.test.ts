/** The examples that do not compile, and what the compiler says of each: the words in their comments are its own. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile, type Diagnostic, root } from '../compiler.js'
import { project } from './project.js'

const folder = 'examples/refused'
const files = readdirSync(`${root}${folder}`).filter((file) => file.endsWith('.ts'))

/** What the comments say: `// ✗ words`, and `//   more words` below, about the next line of code. */
const promised = (text: string): string[] => {
  const said: string[] = []
  let words: string[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const [, begun] = /^\s*\/\/ ✗ (.+)$/.exec(line) ?? []
    const [, more] = /^\s*\/\/ {3}(\S.*)$/.exec(line) ?? []
    if (begun) words = [begun]
    else if (more && words.length) words.push(more)
    else if (words.length && !/^\s*\/\//.test(line)) {
      said.push(`${index + 1}: ${words.join(' ')}`)
      words = []
    }
  }
  return said
}

/** A sentence of the law within a message: it ends with the id of its rule. */
const sentenceIn = (message: string): string | undefined => /"([^"]+ \[[a-z0-9-]+\])\u200B?"/.exec(message)?.[1]

/** What the compiler says: the sentence of the law, or else its own whole message. */
const printed = ({ line, code, message }: Diagnostic): string =>
  `${line}: ${sentenceIn(message) ?? `${code}: ${message.replace(/\s*\n\s*/g, ' ')}`}`

describe('the refused examples', async () => {
  const { config, close } = project(files.map((file) => `${root}${folder}/${file}`))
  const { diagnostics } = await compile('7.0', config).finally(close)

  it('are several', () => expect(files.length).toBeGreaterThan(3))

  it.each(files)('%s: every word is the compiler’s', (file) => {
    const said = promised(readFileSync(`${root}${folder}/${file}`, 'utf8'))
    expect(said.length).toBeGreaterThan(3)
    expect(diagnostics.filter((one) => one.file.endsWith(`${folder}/${file}`)).map(printed)).toEqual(said)
  })

  it('says nothing about anything else', () => {
    expect(diagnostics.filter((one) => !one.file.includes(`${folder}/`))).toEqual([])
  })
})
