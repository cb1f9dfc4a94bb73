/** Named schemas as declarations, each after those that it is made of; what goes in circles goes through getters. */
import { after, type Code, call, identifiersIn, layOut, string } from './code.js'
import { aliasesIn, type Named, namesIn } from './facts.js'
import { type Names, pascal } from './names.js'
import type { SchemaReader } from './schema.js'
import { bare, codeOf, eager, isTwofold, type Scope, typeOf, withMeta, type Zod } from './zod.js'

/** Groups of names that refer to each other, each group after those that it refers to (Tarjan). */
export const circles = (names: readonly string[], refersTo: (name: string) => Iterable<string>): string[][] => {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const groups: string[][] = []
  // By hand, not by recursion: documents may nest deeper than the stack goes.
  for (const root of names) {
    if (index.has(root)) continue
    const work: { readonly name: string; readonly rest: Iterator<string> }[] = []
    const enter = (name: string) => {
      index.set(name, index.size)
      low.set(name, index.get(name)!)
      stack.push(name)
      onStack.add(name)
      work.push({ name, rest: refersTo(name)[Symbol.iterator]() })
    }
    enter(root)
    while (work.length > 0) {
      const { name, rest } = work.at(-1)!
      const next = rest.next()
      if (!next.done) {
        if (!index.has(next.value)) enter(next.value)
        else if (onStack.has(next.value)) low.set(name, Math.min(low.get(name)!, index.get(next.value)!))
        continue
      }
      work.pop()
      const parent = work.at(-1)?.name
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent)!, low.get(name)!))
      if (low.get(name) !== index.get(name)) continue
      const group: string[] = []
      let member: string
      do {
        member = stack.pop()!
        onStack.delete(member)
        group.push(member)
      } while (member !== name)
      groups.push(group.reverse())
    }
  }
  return groups
}

/** How many named schemas may refer to each other before their types are written out. */
const LARGE = 30

/** Named schemas, written. */
export class Declarations {
  readonly lines: string[] = []
  /** The names that they are called by, and those that they use. */
  readonly declared = new Set<string>()
  readonly used = new Set<string>()
  readonly #reader: SchemaReader
  readonly #named: Named
  readonly #identifiers = new Map<string, string>()
  /** Named schemas whose values are not the same as they come and as they go. */
  readonly #twofold = new Set<string>()

  constructor(reader: SchemaReader, named: Named, names: Names) {
    this.#reader = reader
    this.#named = named
    for (const name of named.keys()) this.#identifiers.set(name, names.give(pascal(name), 'Schema'))
    reader.scope = this.scope
  }

  /** Named schemas that are said to be each other, by name. */
  readonly #endless = new Map<string, ReadonlySet<string>>()

  /** Where code outside of all circles is written. */
  readonly scope: Scope = {
    nameOf: (name) => this.#identifiers.get(name) ?? pascal(name),
    circle: new Set(),
    isTyped: false,
    isTwofold: false,
  }

  /** Writes all, in the order of the document as far as it can be kept. */
  write(onProgress?: (done: number) => void): void {
    const refersTo = new Map([...this.#named].map(([name, schema]) => [name, [...namesIn(schema)].filter((to) => this.#named.has(to))]))
    let done = 0
    const sameAs = new Map([...this.#named].map(([name, schema]) => [name, [...aliasesIn(schema)].filter((to) => this.#named.has(to))]))
    for (const group of circles([...this.#named.keys()], (name) => sameAs.get(name)!))
      if (group.length > 1 || sameAs.get(group[0]!)!.includes(group[0]!)) for (const name of group) this.#endless.set(name, new Set(group))
    for (const group of circles([...this.#named.keys()], (name) => refersTo.get(name)!)) {
      const isCircle = group.length > 1 || refersTo.get(group[0]!)!.includes(group[0]!)
      this.#group(group, isCircle)
      done += group.length
      onProgress?.(done)
    }
  }

  #group(group: readonly string[], isCircle: boolean): void {
    const circle = new Set(isCircle ? group : [])
    this.#reader.circle = circle
    const made = group.map((name) => this.#reader.at(name, () => this.#read(name)))
    this.#reader.circle = new Set()
    this.#reader.endless = new Set()
    // Inference gets lost in large circles, and in those that do not go through properties alone.
    const isTyped =
      isCircle && (group.length > LARGE || !made.every(({ value }) => bare(value).kind === 'object' && eager(value, circle).length === 0))
    for (const [index, name] of group.entries()) this.#reader.declared.set(name, { zod: made[index]!.value, isTyped })
    const twofold = made.some(({ value }) => isTwofold(value, (name) => this.#twofold.has(name)))
    if (twofold) for (const name of group) this.#twofold.add(name)
    const scope: Scope = { ...this.scope, circle, isTyped, isTwofold: isTyped && twofold }
    for (const [index, name] of group.entries()) this.#declare(name, made[index]!.value, made[index]!.comments, scope)
  }

  #read(name: string): Zod {
    this.#reader.endless = this.#endless.get(name) ?? new Set()
    return this.#reader.read(this.#named.get(name)!)
  }

  #declare(name: string, schema: Zod, comments: readonly string[], scope: Scope): void {
    const identifier = scope.nameOf(name)
    const { isTyped, isTwofold: hasInput, circle } = scope
    if (isTyped) {
      this.#type(identifier, typeOf(schema, 'output', scope))
      if (hasInput) this.#type(`${identifier}Input`, typeOf(schema, 'input', scope))
    }
    const code = codeOf(withMeta(schema, [{ key: 'id', value: string(name) }]), scope)
    const isLazy = circle.size > 0 && eager(schema, circle).length > 0
    const whole = isLazy ? call('z.lazy', { kind: 'arrow', value: code }) : code
    const type = isTyped ? `: z.ZodType<${identifier}, ${hasInput ? `${identifier}Input` : identifier}>` : ''
    this.declared.add(identifier)
    for (const used of identifiersIn(whole)) this.used.add(used)
    for (const line of comments) this.lines.push(line)
    this.lines.push(after(`export const ${identifier}${type} =`, whole, 0, 0))
  }

  #type(identifier: string, type: Code): void {
    if (type.kind === 'type') this.lines.push(`export interface ${identifier} ${open(type)}`)
    else this.lines.push(after(`export type ${identifier} =`, type, 0, 0))
  }
}

const open = (type: Code): string => {
  const text = layOut(type, 0, 200)
  return text
}
