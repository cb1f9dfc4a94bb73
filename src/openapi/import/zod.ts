/** Schemas of zod as a tree, and what can be said of each: its code, its type in zod, and the type of its values. */
import { array, atom, type Code, chain, keyOf, literal, type Member, object, quoted, zod } from './code.js'

/** A schema that stands by itself. */
interface Leaf {
  readonly kind: 'leaf'
  readonly code: Code
  /** `z.ZodString`. */
  readonly zodType: Code
  /** What it gives out: `string`. */
  readonly type: Code
}
interface Ref {
  readonly kind: 'ref'
  readonly name: string
}
interface Items {
  readonly kind: 'array'
  readonly item: Zod
}
interface Tuple {
  readonly kind: 'tuple'
  readonly items: readonly Zod[]
  readonly rest: Zod | undefined
}
export interface Property {
  readonly zod: Zod
  readonly isOptional: boolean
  /** What was said of it in comments. */
  readonly comments: readonly string[]
  /** Only its presence is asked for: its schema is another part's to say. */
  readonly isBare?: boolean
}
export interface Shape {
  readonly kind: 'object'
  /** `z.object`, `z.looseObject`, `z.strictObject`, or `.catchall(…)`. */
  readonly more: 'any' | 'loose' | 'never' | Zod
  readonly properties: ReadonlyMap<string, Property>
  /** Named schemas whose properties it has too; the first is the one that is extended. */
  readonly bases: readonly string[]
  /** Properties of the bases that must be there. */
  readonly demands: readonly string[]
}
interface Dictionary {
  readonly kind: 'record'
  readonly maker: 'record' | 'looseRecord' | 'partialRecord'
  readonly key: Zod
  readonly value: Zod
}
interface Union {
  readonly kind: 'union'
  readonly maker: 'union' | 'xor'
  readonly options: readonly Zod[]
  /** The property that tells the options apart. */
  readonly by?: string | undefined
}
interface Intersection {
  readonly kind: 'intersection'
  readonly parts: readonly Zod[]
}
interface Wrapped {
  readonly kind: 'optional' | 'nullable'
  readonly of: Zod
}
interface Defaulted {
  readonly kind: 'default'
  readonly of: Zod
  readonly value: unknown
}
/** More calls, none of which changes the type. */
interface Called {
  readonly kind: 'called'
  readonly of: Zod
  readonly name: string
  readonly args: readonly Code[]
}
export type Zod = Leaf | Ref | Items | Tuple | Shape | Dictionary | Union | Intersection | Wrapped | Defaulted | Called

export const leaf = (code: Code, zodType: string | Code, type: string | Code): Zod => ({
  kind: 'leaf',
  code,
  zodType: typeof zodType === 'string' ? atom(zodType) : zodType,
  type: typeof type === 'string' ? atom(type) : type,
})
export const called = (of: Zod, name: string, ...args: readonly Code[]): Zod => ({ kind: 'called', of, name, args })
export const unknown: Zod = leaf(zod('unknown'), 'z.ZodUnknown', 'unknown')
export const never: Zod = leaf(zod('never'), 'z.ZodNever', 'never')
export const isUnknown = (schema: Zod): boolean => schema === unknown

/** The schema below calls that do not change its type. */
export const bare = (schema: Zod): Zod => (schema.kind === 'called' ? bare(schema.of) : schema)

/** A schema of what may be absent; one with a default takes what is absent already. */
export const absent = (schema: Zod, isOptional: boolean): Zod =>
  isOptional && bare(schema).kind !== 'default' ? { kind: 'optional', of: schema } : schema

/** The metadata in a call. */
const saidBy = ({ name, args }: Called): readonly Member[] | undefined => {
  const [only] = args
  if (name === 'describe' && only) return [{ key: 'description', value: only }]
  return name === 'meta' && only?.kind === 'object' ? only.members : undefined
}

/** Whether a call only says something of the schema, for people. */
export const isSaying = (schema: Zod): boolean =>
  schema.kind === 'called' &&
  (saidBy(schema)?.every(({ key }) => ['id', 'description', 'title', 'examples', 'deprecated'].includes(key)) ?? false)

/** A schema with more metadata, in one call with what it has already. */
export const withMeta = (of: Zod, members: readonly Member[]): Zod => {
  if (members.length === 0) return of
  const said = of.kind === 'called' ? saidBy(of) : undefined
  if (said) return withMeta((of as Called).of, [...members, ...said.filter(({ key }) => !members.some((member) => member.key === key))])
  const [only] = members
  return members.length === 1 && only!.key === 'description' && only!.value
    ? called(of, 'describe', only!.value)
    : called(of, 'meta', object(members))
}

/** Where a schema is written. */
export interface Scope {
  /** The identifier of a named schema. */
  readonly nameOf: (name: string) => string
  /** Named schemas that refer to each other in a circle with what is being written. */
  readonly circle: ReadonlySet<string>
  /** Whether the types of the circle are written out, because no inference gets through it. */
  readonly isTyped: boolean
  /** Whether what a schema takes in and gives out differ in this circle. */
  readonly isTwofold: boolean
}

/** The named schemas that must be there before this one can be made: not those behind getters. */
export const eager = (schema: Zod, circle: ReadonlySet<string>): string[] => {
  switch (schema.kind) {
    case 'leaf':
      return []
    case 'ref':
      return circle.has(schema.name) ? [schema.name] : []
    case 'array':
      return eager(schema.item, circle)
    case 'tuple':
      return [...schema.items, ...(schema.rest ? [schema.rest] : [])].flatMap((item) => eager(item, circle))
    case 'object':
      return [...schema.bases.filter((name) => circle.has(name)), ...(typeof schema.more === 'object' ? eager(schema.more, circle) : [])]
    case 'record':
      return [...eager(schema.key, circle), ...eager(schema.value, circle)]
    case 'union':
      return schema.options.flatMap((option) => eager(option, circle))
    case 'intersection':
      return schema.parts.flatMap((part) => eager(part, circle))
    default:
      return eager(schema.of, circle)
  }
}

const shapeCode = (properties: ReadonlyMap<string, Property>, spreads: readonly Code[], scope: Scope): Code => {
  const members: Member[] = spreads.map((spread) => ({ key: `...${(spread as { readonly text: string }).text}.shape` }) as Member)
  for (const [name, { zod: schema, isOptional, comments }] of properties) {
    const whole = absent(schema, isOptional)
    const isCircular = scope.circle.size > 0 && eager(whole, scope.circle).length > 0
    members.push({
      key: keyOf(name),
      value: codeOf(whole, scope),
      comments,
      ...(isCircular && { getter: scope.isTyped ? {} : { type: zodTypeOf(whole, scope) } }),
    })
  }
  return object(members)
}

const objectCode = (schema: Shape, scope: Scope): Code => {
  const { more, properties, bases, demands } = schema
  const [first, ...others] = bases.map((name) => atom(scope.nameOf(name)))
  if (!first) {
    const shape = shapeCode(properties, [], scope)
    if (typeof more === 'object') return chain(zod('object', shape), 'catchall', codeOf(more, scope))
    return zod(more === 'any' ? 'object' : more === 'loose' ? 'looseObject' : 'strictObject', shape)
  }
  const demanded =
    demands.length > 0 ? chain(first, 'required', object(demands.map((name) => ({ key: keyOf(name), value: atom('true') })))) : first
  return properties.size > 0 || others.length > 0 ? chain(demanded, 'extend', shapeCode(properties, others, scope)) : demanded
}

/** The code that makes the schema. */
export const codeOf = (schema: Zod, scope: Scope): Code => {
  switch (schema.kind) {
    case 'leaf':
      return schema.code
    case 'ref':
      return atom(scope.nameOf(schema.name))
    case 'array':
      return zod('array', codeOf(schema.item, scope))
    case 'tuple': {
      const items = array(schema.items.map((item) => codeOf(item, scope)))
      return schema.rest ? zod('tuple', items, codeOf(schema.rest, scope)) : zod('tuple', items)
    }
    case 'object':
      return objectCode(schema, scope)
    case 'record':
      return zod(schema.maker, codeOf(schema.key, scope), codeOf(schema.value, scope))
    case 'union': {
      const options = array(schema.options.map((option) => codeOf(option, scope)))
      // Options whose types are written out do not show their properties.
      const isApart = schema.by !== undefined && !(scope.isTyped && eager(schema, scope.circle).length > 0)
      return isApart ? zod('discriminatedUnion', atom(quoted(schema.by!)), options) : zod(schema.maker, options)
    }
    case 'intersection':
      return schema.parts.map((part) => codeOf(part, scope)).reduce((left, right) => zod('intersection', left, right))
    case 'optional':
    case 'nullable':
      return chain(codeOf(schema.of, scope), schema.kind)
    case 'default':
      return chain(codeOf(schema.of, scope), 'default', literal(schema.value))
    case 'called':
      return chain(codeOf(schema.of, scope), schema.name, ...schema.args)
  }
}

const generic = (name: string, ...args: readonly Code[]): Code => ({ kind: 'generic', name, args })
const tupleType = (items: readonly Code[], rest?: Code): Code => {
  const all = [...items, ...(rest ? [rest] : [])]
  const text = all.map((item, index) => `${index === items.length ? '...' : ''}${textOf(item)}${index === items.length ? '[]' : ''}`)
  return atom(`[${text.join(', ')}]`)
}
/** Types are short here; those that are not stand on one long line. */
const textOf = (code: Code): string => {
  switch (code.kind) {
    case 'atom':
      return code.text
    case 'generic':
      return `${code.name}<${code.args.map(textOf).join(', ')}>`
    case 'type':
      if (code.members.length === 0) return '{}'
      return `{ ${code.members.map(({ key, value }) => `${key}: ${textOf(value)}`).join('; ')} }`
    case 'union':
      return code.options.map(textOf).join(' | ')
    default:
      throw new Error(`no type: ${code.kind}`)
  }
}

const modes = { any: 'z.core.$strip', loose: 'z.core.$loose', never: 'z.core.$strict' } as const

/** The type of the schema itself: `z.ZodOptional<typeof Todo>`. */
export const zodTypeOf = (schema: Zod, scope: Scope): Code => {
  const of = (inner: Zod) => zodTypeOf(inner, scope)
  switch (schema.kind) {
    case 'leaf':
      return schema.zodType
    case 'ref':
      return atom(`typeof ${scope.nameOf(schema.name)}`)
    case 'array':
      return generic('z.ZodArray', of(schema.item))
    case 'tuple':
      return generic('z.ZodTuple', tupleType(schema.items.map(of)), schema.rest ? of(schema.rest) : atom('null'))
    case 'object':
      return generic(
        'z.ZodObject',
        {
          kind: 'type',
          members: [...schema.properties].map(([name, { zod: inner, isOptional }]) => ({
            key: keyOf(name),
            value: of(absent(inner, isOptional)),
          })),
        },
        typeof schema.more === 'object' ? generic('z.core.$catchall', of(schema.more)) : atom(modes[schema.more]),
      )
    case 'record':
      return generic(
        'z.ZodRecord',
        schema.maker === 'partialRecord' ? atom(`${textOf(of(schema.key))} & z.core.$partial`) : of(schema.key),
        of(schema.value),
      )
    case 'union': {
      const options = atom(`readonly ${textOf(tupleType(schema.options.map(of)))}`)
      if (schema.by !== undefined) return generic('z.ZodDiscriminatedUnion', options, atom(quoted(schema.by)))
      return generic(schema.maker === 'xor' ? 'z.ZodXor' : 'z.ZodUnion', options)
    }
    case 'intersection':
      return schema.parts.map(of).reduce((left, right) => generic('z.ZodIntersection', left, right))
    case 'optional':
      return generic('z.ZodOptional', of(schema.of))
    case 'nullable':
      return generic('z.ZodNullable', of(schema.of))
    case 'default':
      return generic('z.ZodDefault', of(schema.of))
    case 'called':
      return of(schema.of)
  }
}

const arrayType = (item: Code): Code => atom(/^[\w.]+$/.test(textOf(item)) ? `${textOf(item)}[]` : `(${textOf(item)})[]`)
const unionType = (options: readonly Code[]): Code => {
  const all = options.flatMap((option) => (option.kind === 'union' ? option.options : [option]))
  const [only] = all
  return all.length === 1 ? only! : { kind: 'union', options: all }
}
const anded = (code: Code): Code => (code.kind === 'union' ? atom(`(${textOf(code)})`) : code)

/** The type of the values, as they come or as they go. */
export const typeOf = (schema: Zod, side: 'input' | 'output', scope: Scope): Code => {
  const of = (inner: Zod) => typeOf(inner, side, scope)
  switch (schema.kind) {
    case 'leaf':
      return schema.type
    case 'ref': {
      const name = scope.nameOf(schema.name)
      if (!scope.circle.has(schema.name)) return atom(`z.${side}<typeof ${name}>`)
      return atom(side === 'input' && scope.isTwofold ? `${name}Input` : name)
    }
    case 'array':
      return arrayType(of(schema.item))
    case 'tuple':
      return tupleType(
        schema.items.map((item) => (item.kind === 'optional' ? atom(`(${textOf(of(item.of))})?`) : of(item))),
        schema.rest && of(schema.rest),
      )
    case 'object': {
      const own: Code = {
        kind: 'type',
        members: [
          ...[...schema.properties].map(([name, { zod: inner, isOptional }]) => {
            const isAbsent = isOptional && !(bare(inner).kind === 'default' && side === 'output')
            const value = of(inner)
            return isAbsent ? { key: `${keyOf(name)}?`, value: unionType([value, atom('undefined')]) } : { key: keyOf(name), value }
          }),
          ...(schema.more === 'loose' || typeof schema.more === 'object'
            ? [
                {
                  key: '[key: string]',
                  value: typeof schema.more === 'object' && schema.properties.size === 0 ? of(schema.more) : atom('unknown'),
                },
              ]
            : []),
        ],
      }
      const bases = schema.bases.map((name, index) => {
        const base = atom(`z.${side}<typeof ${scope.nameOf(name)}>`)
        return index === 0 && schema.demands.length > 0
          ? atom(`Required<Pick<${textOf(base)}, ${schema.demands.map(quoted).join(' | ')}>> & ${textOf(base)}`)
          : base
      })
      return bases.length === 0 ? own : atom([...bases, own].map(textOf).join(' & '))
    }
    case 'record':
      return {
        kind: 'type',
        members: [{ key: '[key: string]', value: schema.maker === 'looseRecord' ? atom('unknown') : of(schema.value) }],
      }
    case 'union':
      return unionType(schema.options.map(of))
    case 'intersection':
      return atom(
        schema.parts
          .map((part) => textOf(anded(of(part))))
          .filter((text) => text !== '{}')
          .join(' & '),
      )
    case 'optional':
      return unionType([of(schema.of), atom('undefined')])
    case 'nullable':
      return unionType([of(schema.of), atom('null')])
    case 'default':
      return side === 'input' ? unionType([of(schema.of), atom('undefined')]) : of(schema.of)
    case 'called':
      return of(schema.of)
  }
}

/** Whether what comes and what goes differ: by a default, here or in a named schema that has one. */
export const isTwofold = (schema: Zod, known: (name: string) => boolean): boolean => {
  const of = (inner: Zod): boolean => isTwofold(inner, known)
  switch (schema.kind) {
    case 'leaf':
      return false
    case 'ref':
      return known(schema.name)
    case 'array':
      return of(schema.item)
    case 'tuple':
      return schema.items.some(of) || (schema.rest !== undefined && of(schema.rest))
    case 'object':
      return (
        schema.bases.some(known) ||
        [...schema.properties.values()].some(({ zod: inner }) => of(inner)) ||
        (typeof schema.more === 'object' && of(schema.more))
      )
    case 'record':
      return of(schema.value)
    case 'union':
      return schema.options.some(of)
    case 'intersection':
      return schema.parts.some(of)
    case 'default':
      return true
    default:
      return of(schema.of)
  }
}
