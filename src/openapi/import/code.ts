/**
 * TypeScript as a tree, and the printer that lays it out as Biome and Prettier do (no semicolons, single quotes, trailing commas).
 *
 * Only what an imported contract is made of: literals, calls and chains of calls, objects, arrays, and the types of recursive schemas.
 */

/** A piece of code that is not broken: a name, a literal, a short function. */
interface Atom {
  readonly kind: 'atom'
  readonly text: string
  /** A string literal may stand on a line of its own. */
  readonly isString?: boolean
  readonly isNumber?: boolean
}
interface Call {
  readonly kind: 'call'
  readonly callee: string
  readonly args: readonly Code[]
}
/** `z.string().min(1)`: what is called, and the calls in order. */
interface Chain {
  readonly kind: 'chain'
  readonly base: string
  readonly calls: readonly { readonly name: string; readonly args: readonly Code[] }[]
}
interface List {
  readonly kind: 'array'
  readonly items: readonly Code[]
}
interface Record_ {
  readonly kind: 'object'
  readonly members: readonly Member[]
  /** One member a line even where all would fit into one. */
  readonly isOpen?: boolean
}
/** `{ readonly a: string; b?: number }`, and `A | B`. */
interface TypeObject {
  readonly kind: 'type'
  readonly members: readonly TypeMember[]
}
interface TypeUnion {
  readonly kind: 'union'
  readonly options: readonly Code[]
}
/** `Array<…>`, `z.ZodOptional<…>`. */
interface TypeCall {
  readonly kind: 'generic'
  readonly name: string
  readonly args: readonly Code[]
}
/** `() => value`. */
interface Arrow {
  readonly kind: 'arrow'
  readonly value: Code
}
export type Code = Arrow | Atom | Call | Chain | List | Record_ | TypeObject | TypeUnion | TypeCall

export interface TypeMember {
  /** With `?` where it may be absent. */
  readonly key: string
  readonly value: Code
}

export interface Member {
  readonly key: string
  /** Without one, the key stands for itself. */
  readonly value?: Code
  /** Lines above it: `// …`, or the lines of a doc comment. */
  readonly comments?: readonly string[]
  /** `get key(): type { return value }`. */
  readonly getter?: { readonly type?: Code | undefined }
}

const WIDTH = 140

export const atom = (text: string): Code => ({ kind: 'atom', text })
export const call = (callee: string, ...args: readonly Code[]): Code => ({ kind: 'call', callee, args })
export const array = (items: readonly Code[]): Code => ({ kind: 'array', items })
export const object = (members: readonly Member[], isOpen = false): Code => ({ kind: 'object', members, isOpen })
/** `z.name(…)`. */
export const zod = (name: string, ...args: readonly Code[]): Code => chain(atom('z'), name, ...args)
/** One more call on what is there. */
export const chain = (on: Code, name: string, ...args: readonly Code[]): Code =>
  on.kind === 'chain'
    ? { ...on, calls: [...on.calls, { name, args }] }
    : { kind: 'chain', base: on.kind === 'atom' ? on.text : layOut(on, 0), calls: [{ name, args }] }

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' }
const escaped = (text: string): string =>
  text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\\\u0000-\u001f\u007f\u2028\u2029\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (character) => escapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** A string as a literal, in the quotes that need fewer escapes. */
export const quoted = (text: string): string => {
  const count = (quote: string) => text.split(quote).length - 1
  const quote = count("'") > count('"') ? '"' : "'"
  return `${quote}${escaped(text).replaceAll(quote, `\\${quote}`)}${quote}`
}

export const string = (text: string): Code => ({ kind: 'atom', text: quoted(text), isString: true })

/** A value of JSON. */
export const literal = (value: unknown): Code => {
  if (typeof value === 'string') return string(value)
  if (Array.isArray(value)) return array(value.map(literal))
  if (typeof value === 'object' && value !== null)
    return object(Object.entries(value).map(([key, member]) => ({ key: keyOf(key), value: literal(member) })))
  // What JSON writes as `-0` or `1e21` is the same in TypeScript.
  return { kind: 'atom', text: Object.is(value, -0) ? '-0' : String(value), isNumber: typeof value === 'number' }
}

/** A property's name, in quotes where it needs them. */
export const keyOf = (name: string): string =>
  name === '__proto__'
    ? "['__proto__']"
    : /^[A-Za-z_$][\w$]*$/.test(name) || (/^(0|[1-9]\d*)$/.test(name) && Number.isSafeInteger(Number(name)))
      ? name
      : quoted(name)

const flats = new WeakMap<Code, string | undefined>()
/** On one line, where that is possible at all. */
const flat = (code: Code): string | undefined => {
  if (flats.has(code)) return flats.get(code)
  const text = flatten(code)
  const kept = text !== undefined && text.length > WIDTH && code.kind !== 'atom' ? undefined : text
  flats.set(code, kept)
  return kept
}
/** All of them on one line. */
const flatAll = (codes: readonly Code[], separator = ', '): string | undefined => {
  const texts: string[] = []
  for (const code of codes) {
    const text = flat(code)
    if (text === undefined) return undefined
    texts.push(text)
  }
  return texts.join(separator)
}
/** Prettier always opens an array of several objects, or of several arrays, that hold more than one thing each. */
const isMatrix = (items: readonly Code[]): boolean =>
  items.length > 1 &&
  (items.every((item) => item.kind === 'object' && item.members.length > 1) ||
    items.every((item) => item.kind === 'array' && item.items.length > 1))

const flattenObject = ({ members, isOpen }: Record_): string | undefined => {
  if (members.length === 0) return '{}'
  if (isOpen || members.some(({ getter, comments }) => getter || comments?.length)) return undefined
  const texts = members.map(({ key, value }) => {
    if (!value) return key
    const text = flat(value)
    return text === undefined ? undefined : `${key}: ${text}`
  })
  return texts.includes(undefined) ? undefined : `{ ${texts.join(', ')} }`
}
const flatten = (code: Code): string | undefined => {
  switch (code.kind) {
    case 'atom':
      return code.text
    case 'arrow': {
      const value = flat(code.value)
      return value === undefined ? undefined : `() => ${value}`
    }
    case 'call': {
      const args = flatAll(code.args)
      return args === undefined ? undefined : `${code.callee}(${args})`
    }
    case 'chain': {
      if (isComplex(code)) return undefined
      let text = code.base
      for (const { name, args } of code.calls) {
        const inner = flatAll(args)
        if (inner === undefined) return undefined
        text += `.${name}(${inner})`
      }
      return text
    }
    case 'array': {
      if (isMatrix(code.items)) return undefined
      const items = flatAll(code.items)
      return items === undefined ? undefined : `[${items}]`
    }
    case 'object':
      return flattenObject(code)
    case 'type': {
      const texts = code.members.map(({ key, value }) => {
        const text = flat(value)
        return text === undefined ? undefined : `${key}: ${text}`
      })
      return texts.includes(undefined) ? undefined : texts.length === 0 ? '{}' : `{ ${texts.join('; ')} }`
    }
    case 'union':
      return flatAll(code.options, ' | ')
    case 'generic': {
      const args = flatAll(code.args)
      return args === undefined ? undefined : `${code.name}<${args}>`
    }
  }
}

const pad = (indent: number): string => ' '.repeat(indent)
const isHuggable = (code: Code): boolean =>
  (code.kind === 'object' && code.members.length > 0) || (code.kind === 'array' && code.items.length > 0 && !isNumbers(code))
const isNumbers = (code: Code): boolean =>
  code.kind === 'array' && code.items.length > 1 && code.items.every((item) => item.kind === 'atom' && item.isNumber)

/** Arguments behind `head(`, which ends at `column`. */
const brokenArgs = (args: readonly Code[], indent: number, column: number): string => {
  const last = args.at(-1)
  if (!last) return '()'
  const before = flatAll(args.slice(0, -1))
  const isHugged =
    isHuggable(last) && args.at(-2)?.kind !== last.kind && before !== undefined && column + before.length + (before ? 4 : 2) <= WIDTH
  if (isHugged) return `(${before}${before ? ', ' : ''}${broken(last, indent)})`
  if (last.kind === 'arrow' && args.length === 1) {
    const inner = indent + 2
    return `(() =>\n${pad(inner)}${layOut(last.value, inner, inner, 1)},\n${pad(indent)})`
  }
  if (isNumbers(last) && args.length === 1) return `(${broken(last, indent)})`
  const inner = indent + 2
  return `(\n${args.map((arg) => `${pad(inner)}${layOut(arg, inner, inner, 1)},\n`).join('')}${pad(indent)})`
}

const argsAt = (args: readonly Code[], indent: number, column: number, tail: number): string => {
  const text = flatAll(args)
  return text !== undefined && column + text.length + 2 + tail <= WIDTH ? `(${text})` : brokenArgs(args, indent, column)
}

/** Prettier keeps the first call with what starts with a capital. */
const isFactory = (base: string): boolean => /^[A-Z]|^[$_]+$/.test(base)

/** What Prettier takes for simple enough to stay on the line of a long chain. */
const isSimple = (code: Code, depth = 0): boolean => {
  if (depth > 1) return false
  const isBelow = (one: Code) => isSimple(one, depth + 1)
  switch (code.kind) {
    case 'atom':
      return !code.text.startsWith('/') || code.text.lastIndexOf('/') <= 6
    case 'array':
      return code.items.every(isBelow)
    case 'object':
      return code.members.every(({ value }) => !value || isBelow(value))
    case 'call':
      return code.args.every(isBelow)
    case 'chain':
      return code.calls.every(({ args }) => args.every(isBelow))
    default:
      return false
  }
}
/** Whether a chain is always broken: it is long, and its arguments are not simple. */
const isComplex = ({ calls }: Chain): boolean => calls.length > 2 && !calls.every(({ args }) => args.every((arg) => isSimple(arg)))

/** Calls one behind the other, with their arguments broken where they must be. */
const joined = ({ base, calls }: Chain, indent: number, column: number, tail: number): string => {
  let text = base
  for (const [index, { name, args }] of calls.entries()) {
    text += `.${name}`
    const line = text.lastIndexOf('\n')
    const at = line < 0 ? column + text.length : text.length - line - 1
    const next = calls[index + 1]
    text += argsAt(args, indent, at, next ? next.name.length + 2 : tail)
  }
  return text
}

const brokenChain = (chained: Chain, indent: number, column: number, tail: number): string => {
  const { base, calls } = chained
  const kept = isFactory(base) ? 1 : 0
  if (calls.length < 2 || (kept > 0 && calls.length <= 2)) return joined(chained, indent, column, tail)
  const inner = indent + 2
  const rest = calls.slice(kept)
  // A last call whose object is open anyway need not stand on a line of its own.
  const last = calls.at(-1)!
  const [only] = last.args
  const isOpen =
    last.args.length === 1 &&
    only !== undefined &&
    isHuggable(only) &&
    inner + last.name.length + 3 + (flat(only)?.length ?? WIDTH) + tail > WIDTH
  const before = { ...chained, calls: calls.slice(0, -1) }
  const isShort = !isComplex(chained)
  const head = flat(before)
  if (isOpen && isShort && head !== undefined && column + head.length + last.name.length + 3 <= WIDTH)
    return joined(chained, indent, column, tail)
  const first = joined({ ...chained, calls: calls.slice(0, kept) }, indent, column, 0)
  return rest.reduce((text, { name, args }, index) => {
    const start = `.${name}`
    return `${text}\n${pad(inner)}${start}${argsAt(args, inner, inner + start.length, index === rest.length - 1 ? tail : 0)}`
  }, first)
}

/** A value behind `key: ` or `const name = `: a string that does not fit goes to the next line. */
export const after = (head: string, value: Code, indent: number, tail: number): string => {
  const text = flat(value)
  const fits = text !== undefined && indent + head.length + 1 + text.length + tail <= WIDTH
  if (!fits && value.kind === 'atom' && value.isString) return `${head}\n${pad(indent + 2)}${value.text}`
  if (!fits && value.kind === 'union') return `${head}${broken(value, indent)}`
  return `${head} ${layOut(value, indent, indent + head.length + 1, tail)}`
}

const printMember = ({ key, value, comments = [], getter }: Member, indent: number): string => {
  const lines = comments.map((line) => `${pad(indent)}${line}\n`).join('')
  if (!value) return `${lines}${pad(indent)}${key},\n`
  if (getter) {
    const head = `get ${key}()`
    const type = getter.type ? `: ${layOut(getter.type, indent, indent + head.length + 2, 2)}` : ''
    const inner = indent + 2
    return `${lines}${pad(indent)}${head}${type} {\n${pad(inner)}${after('return', value, inner, 0)}\n${pad(indent)}},\n`
  }
  return `${lines}${pad(indent)}${after(`${key}:`, value, indent, 1)},\n`
}

/** Numbers fill their lines. */
const filled = (items: readonly Code[], indent: number): string => {
  const inner = pad(indent + 2)
  const lines: string[] = []
  let line = ''
  for (const [index, item] of items.entries()) {
    const text = `${flat(item)}${index === items.length - 1 ? '' : ','}`
    if (line && inner.length + line.length + 1 + text.length > WIDTH) {
      lines.push(line)
      line = text
    } else line = line ? `${line} ${text}` : text
  }
  return `[\n${[...lines, `${line},`].map((one) => `${inner}${one}\n`).join('')}${pad(indent)}]`
}

const broken = (code: Code, indent: number, column = indent, tail = 0): string => {
  const inner = indent + 2
  switch (code.kind) {
    case 'atom':
      return code.text
    case 'arrow':
      return `() =>\n${pad(inner)}${layOut(code.value, inner, inner)}`
    case 'call':
      return `${code.callee}${argsAt(code.args, indent, column + code.callee.length, tail)}`
    case 'chain':
      return brokenChain(code, indent, column, tail)
    case 'array':
      if (code.items.length === 0) return '[]'
      if (isNumbers(code)) return filled(code.items, indent)
      return `[\n${code.items.map((item) => `${pad(inner)}${layOut(item, inner, inner, 1)},\n`).join('')}${pad(indent)}]`
    case 'object':
      if (code.members.length === 0) return '{}'
      return `{\n${code.members.map((member) => printMember(member, inner)).join('')}${pad(indent)}}`
    case 'type':
      if (code.members.length === 0) return '{}'
      return `{\n${code.members.map(({ key, value }) => `${pad(inner)}${after(`${key}:`, value, inner, 0)}\n`).join('')}${pad(indent)}}`
    case 'union':
      return code.options.map((option) => `\n${pad(inner)}| ${layOut(option, inner + 2, inner + 2)}`).join('')
    case 'generic': {
      const [only] = code.args
      if (code.args.length === 1 && only?.kind === 'type') return `${code.name}<${broken(only, indent)}>`
      return `${code.name}<\n${code.args.map((arg) => `${pad(inner)}${layOut(arg, inner, inner, 1)}`).join(',\n')}\n${pad(indent)}>`
    }
  }
}

/** Lays code out from a column, inside of an indentation; `tail` characters follow on its last line. */
export const layOut = (code: Code, indent: number, column: number = indent, tail = 0): string => {
  const text = flat(code)
  return text !== undefined && column + text.length + tail <= WIDTH ? text : broken(code, indent, column, tail)
}

/** Text in lines of comments, `// …`. */
export const comment = (text: string, indent = 0): string[] => wrap(text, Math.max(40, WIDTH - indent - 3)).map((line) => `// ${line}`)

/** A doc comment: one line where it fits. */
export const doc = (text: string, indent = 0): string[] => {
  const safe = text.replaceAll('*/', '*\\/')
  const lines = wrap(safe, Math.max(40, WIDTH - indent - 3))
  return lines.length === 1 && lines[0]!.length + indent + 7 <= WIDTH
    ? [`/** ${lines[0]} */`]
    : ['/**', ...lines.map((line) => (line ? ` * ${line}` : ' *')), ' */']
}

const wrap = (text: string, width: number): string[] =>
  text
    .trim()
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .flatMap((paragraph) => {
      const lines: string[] = []
      let line = ''
      for (const word of paragraph.trim().split(/\s+/)) {
        if (line && line.length + 1 + word.length > width) {
          lines.push(line)
          line = word
        } else line = line ? `${line} ${word}` : word
      }
      return [...lines, line]
    })

/** The names that code refers to: not those of members, and none in strings. */
export const identifiersIn = (code: Code): Set<string> => {
  const found = new Set<string>()
  const say = (text: string): void => {
    const name = /^(?:typeof |\.\.\.)?([\p{ID_Start}$_][\p{ID_Continue}$]*)/u.exec(text)?.[1]
    if (name !== undefined) found.add(name)
  }
  const walk = (one: Code): void => {
    switch (one.kind) {
      case 'atom':
        if (!one.isString && !one.isNumber) say(one.text)
        break
      case 'call':
        say(one.callee)
        all(one.args)
        break
      case 'chain':
        say(one.base)
        for (const { args } of one.calls) all(args)
        break
      case 'array':
        all(one.items)
        break
      case 'object':
        for (const { key, value, getter } of one.members) {
          if (value) walk(value)
          else say(key)
          if (getter?.type) walk(getter.type)
        }
        break
      case 'type':
        for (const { value } of one.members) walk(value)
        break
      case 'union':
        all(one.options)
        break
      case 'generic':
        say(one.name)
        all(one.args)
        break
      case 'arrow':
        walk(one.value)
    }
  }
  const all = (codes: readonly Code[]): void => {
    for (const one of codes) walk(one)
  }
  walk(code)
  return found
}
