/**
 * Exchanges as the examples of rules write them: `>` asks, `<` answers, `#` remarks; an empty line ends the fields, as on the wire, and `# trailers` announces those.
 *
 * A request line with a version is one off the wire, and so is all that follows: its lines are all there are.
 */
import { rfc9110 } from '../../src/registry/rfc9110.js'
import type { Exchange } from '../../src/rules/exchange.js'
import { exchangeOf, type RequestParts, type ResponseParts } from '../../src/server/exchange.js'

interface Block {
  readonly start: string
  readonly fields: string[]
  readonly trailers: string[]
  content: string | null
}

const blocks = (text: string): { asked: Block; answered: Block[] } => {
  const found: { side: string; block: Block }[] = []
  for (const line of text.split('\n')) {
    if (line === '# trailers') found.at(-1)?.block.trailers.push('')
    if (line.startsWith('#')) continue
    const side = line[0]!
    const rest = line.slice(2)
    const last = found.at(-1)
    const block = last?.block
    const begins = side === '<' ? /^\d{3}( |$)/.test(rest) : last?.side !== '>'
    if (begins) found.push({ side, block: { start: rest, fields: [], trailers: [], content: null } })
    else if (!block || last.side !== side) throw new Error(`a line of no message: ${line}`)
    else if (block.trailers.length > 0) block.trailers.push(rest)
    else if (line === side && block.content === null) block.content = ''
    else if (block.content === null) block.fields.push(rest)
    else block.content += block.content === '' ? rest : `\n${rest}`
  }
  const [first, ...others] = found
  if (first?.side !== '>' || others.length === 0 || others.some(({ side }) => side !== '<')) throw new Error(`not one exchange: ${text}`)
  return { asked: first.block, answered: others.map(({ block }) => block) }
}

/** A name, which may begin with a colon as those of HTTP/2 do or end in a space, and a value, in which `\` and `n` are a line break. */
const fieldLine = /^(:?[^:]+):[ \t]*(.*)$/
const inTurns = (lines: readonly string[]): string[] =>
  lines
    .filter((line) => line !== '')
    .flatMap((line) => {
      const [, name, value] = fieldLine.exec(line) ?? []
      if (name === undefined) throw new Error(`no field: ${line}`)
      return [name, value!.replaceAll('\\r', '\r').replaceAll('\\n', '\n')]
    })
const pairs = (lines: readonly string[]): [string, string][] => {
  const turns = inTurns(lines)
  return turns.flatMap((name, index): [string, string][] => (index % 2 === 0 ? [[name, turns[index + 1]!]] : []))
}

const partsOf = ({ fields, trailers, content }: Block, wire: boolean) => ({
  ...(wire ? { rawHeaders: inTurns(fields) } : { headers: pairs(fields) }),
  ...(trailers.length > 0 && { rawTrailers: inTurns(trailers) }),
  content,
})

/** The request and the response of a text, in parts. */
export const partsIn = (text: string): { request: RequestParts; response: ResponseParts } => {
  const { asked, answered } = blocks(text)
  const [method, url, version] = asked.start.split(' ')
  const wire = version !== undefined
  const responses = answered.map((block): ResponseParts => ({ ...partsOf(block, wire), status: Number(block.start.slice(0, 3)) }))
  return {
    request: { ...partsOf(asked, wire), method, url, ...(wire && { httpVersion: version }) },
    response: { ...responses.at(-1)!, interim: responses.slice(0, -1) },
  }
}

/** The exchange of a text. */
export const written = (text: string): Exchange => {
  const { request, response } = partsIn(text)
  return exchangeOf(request, response, {}, { law: rfc9110, role: undefined })
}
