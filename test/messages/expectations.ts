/**
 * What a case expects of the compiler, as comments beside the code:
 *
 *     // @refused at "204": 204 No Content carries no content (RFC 9110 §15.3.5): use empty() [no-content-204]
 *     204: json(Todo),
 *
 * The diagnostic starts at that token of the next line of code, and says exactly this, in one line. Where the guilty key is not
 * written in the call, because it comes from a constant, a spread or a union, the compiler names the nearest place and leads from
 * there to the key in further lines: `@refused from "responses"` expects the words in the last of them. Where the compiler's own
 * words are meant and not a sentence of the law, they stand there in full. Whatever is printed and not expected fails, so
 * `// @accepted [id]` above a declaration says only which rule it keeps.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type Diagnostic, root } from '../compiler.js'
import { cases } from './workshop.js'

export interface Expectation {
  readonly line: number
  readonly column: number
  readonly words: string
  /** The words stand at the end of several lines. */
  readonly led: boolean
}

export interface Case {
  readonly file: string
  readonly refused: readonly Expectation[]
  /** Ids of the rules that the declarations marked as accepted keep. */
  readonly accepted: readonly string[]
}

const marker = /^\s*\/\/ @/
const refused = /^\s*\/\/ @refused (at|from) "(.+?)": (.+)$/
const accepted = /^\s*\/\/ @accepted \[([\w-]+)\]$/

const literal = (token: string): string => token.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The column of the one place where a token stands in a line of code. */
const columnOf = (token: string, code: string, place: string): number => {
  const edge = (character: string, at: string) => (/\w/.test(character) ? at : '')
  const pattern = new RegExp(`${edge(token[0]!, '(?<!\\w)')}${literal(token)}${edge(token.at(-1)!, '(?!\\w)')}`, 'g')
  const found = [...code.matchAll(pattern)]
  if (found.length !== 1) throw new Error(`${place}: "${token}" stands ${found.length} times in the line below, and not once:\n${code}`)
  return found[0]!.index + 1
}

const read = (file: string): Case => {
  const lines = readFileSync(join(cases, file), 'utf8').split('\n')
  const name = relative(root, join(cases, file)).replaceAll('\\', '/')
  const expectations: Expectation[] = []
  const kept: string[] = []
  for (const [index, text] of lines.entries()) {
    if (!marker.test(text)) continue
    const place = `${name}:${index + 1}`
    const ahead = lines.slice(index).findIndex((line) => line.trim() !== '' && !marker.test(line))
    if (ahead === -1) throw new Error(`${place}: no code follows`)
    const [, how, token, words] = refused.exec(text) ?? []
    const [, id] = accepted.exec(text) ?? []
    if (token)
      expectations.push({
        line: index + ahead + 1,
        column: columnOf(token, lines[index + ahead]!, place),
        words: words!,
        led: how === 'from',
      })
    else if (id) kept.push(id)
    else throw new Error(`${place}: write // @refused at "token": words, or // @accepted [rule]`)
  }
  return { file: name, refused: expectations, accepted: kept }
}

/** Every case file with its expectations. */
export const readCases = (): Case[] => {
  const files = readdirSync(cases)
    .filter((file) => file.endsWith('.ts'))
    .sort()
  if (files.length === 0) throw new Error('There are no cases')
  return files.map(read)
}

/** The sentence within a message of one line: for a key or an argument, and in a wrapping where editors would offer a plain string. */
const sentences = [
  /^(?:Type|Argument of type) '[^\n]*' is not assignable to (?:type|parameter of type) '"([^\n]+)\u200B"'\.$/,
  /^(?:Type|Argument of type) '[^\n]*' is not assignable to (?:type|parameter of type) '(?:[^'\n]* \| )?Refused<"([^\n]+)">(?: \| [^'\n]*)?'\.$/,
]
const sentenceOf = (message: string): string => sentences.map((pattern) => pattern.exec(message)?.[1]).find(Boolean) ?? message

const printed = (message: string): string => {
  const parts = message.split('\n')
  return parts.length === 1 ? sentenceOf(message) : led(sentenceOf(parts.at(-1)!.trim()))
}
const led = (words: string): string => `… ${words}`

/** One line for each thing said, to compare what is expected with what is printed. */
export const lines = (said: readonly (Expectation | Diagnostic)[]): string[] =>
  said
    .map((one) => ({ ...one, text: 'words' in one ? (one.led ? led(one.words) : one.words) : printed(one.message) }))
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ line, column, text }) => `${line}:${column} ${text}`)
