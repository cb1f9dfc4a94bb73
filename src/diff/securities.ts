/** What changed in who is let in. */
import type { Api, ApiOperation, ApiSecurity } from '../openapi/model.js'
import type { ChangeId } from '../rules/changes.js'
import type { Told } from './operations.js'
import { isObject, type Schema } from './place.js'
import { sameData } from './same.js'
import { list, type Values } from './schemas.js'

type Said = Pick<Told, 'id' | 'values'>

const NOWHERE = { method: null, path: null, operationId: null, status: null, mediaType: null }

/** How a scheme is obtained and sent; who wrote it and how it is described makes no difference. */
const means = (scheme: Schema | undefined): Schema | undefined =>
  scheme &&
  Object.fromEntries(Object.entries(scheme).filter(([key]) => key !== 'description' && key !== 'deprecated' && !key.startsWith('x-')))

const nameOf = (alternative: ApiSecurity): string =>
  alternative.size === 0 ? 'everybody' : [...alternative.keys()].map((name) => `\`${name}\``).join(' with ')

export class Securities {
  readonly #old: Api
  readonly #new: Api

  constructor(old: Api, now: Api) {
    this.#old = old
    this.#new = now
  }

  /** Whether two alternatives ask for the same credentials, whatever their schemes are called. */
  #alike(a: ApiSecurity, b: ApiSecurity): boolean {
    if (a.size !== b.size) return false
    return [...a.keys()].every((name) => b.has(name) || [...b.keys()].some((other) => this.#sameScheme(name, other)))
  }

  #sameScheme(name: string, other: string): boolean {
    const [one, two] = [this.#old.securitySchemes.get(name), this.#new.securitySchemes.get(other)]
    // Two names for one thing; a name that stands in both documents is no new name.
    return one !== undefined && two !== undefined && !this.#new.securitySchemes.has(name) && sameData(means(one), means(two))
  }

  *operation({ security: a }: ApiOperation, { security: b }: ApiOperation): Generator<Said> {
    const open = (alternatives: readonly ApiSecurity[]) => alternatives.length === 0 || alternatives.some(({ size }) => size === 0)
    const names = (alternatives: readonly ApiSecurity[]) =>
      alternatives
        .filter(({ size }) => size > 0)
        .map(nameOf)
        .join(' or ')
    if (open(a) && open(b) && a.every(({ size }) => size === 0) === b.every(({ size }) => size === 0) && a.every(({ size }) => size === 0))
      return
    if (open(a) && !open(b)) {
      yield { id: 'security-added', values: { to: names(b) } }
      return
    }
    if (!open(a) && open(b) && b.every(({ size }) => size === 0)) {
      yield { id: 'security-removed', values: { from: names(a) } }
      return
    }
    const left = new Set(b)
    const removed: ApiSecurity[] = []
    for (const one of a) {
      const other = [...left].find((candidate) => this.#alike(one, candidate))
      if (!other) removed.push(one)
      else {
        left.delete(other)
        yield* this.#scopes(one, other)
      }
    }
    // What asks for less lets the same credentials in.
    const within = (one: ApiSecurity, others: readonly ApiSecurity[]) =>
      others.some((other) => [...other.keys()].every((name) => one.has(name)))
    for (const one of removed)
      if (one.size > 0 && !within(one, b)) yield { id: 'security-alternative-removed', values: { from: nameOf(one) } }
    for (const other of left) if (other.size > 0) yield { id: 'security-alternative-added', values: { to: nameOf(other) } }
  }

  *#scopes(a: ApiSecurity, b: ApiSecurity): Generator<Said> {
    for (const [name, before] of a) {
      const now = b.get(name)
      if (!now) continue
      const added = now.filter((scope) => !before.includes(scope))
      const removed = before.filter((scope) => !now.includes(scope))
      if (added.length > 0) yield { id: 'security-scopes-added', values: { name: `\`${name}\``, to: list(added) } }
      if (removed.length > 0) yield { id: 'security-scopes-removed', values: { name: `\`${name}\``, from: list(removed) } }
    }
  }

  /** Schemes that are obtained or sent in another way than they were. */
  *schemes(): Generator<Told> {
    for (const [name, scheme] of this.#old.securitySchemes) {
      const other = this.#new.securitySchemes.get(name)
      if (!other) continue
      const told = (id: ChangeId, values: Values): Told => ({
        id,
        values: { name: `\`${name}\``, ...values },
        use: NOWHERE,
        base: 'body',
        at: '',
        old: this.#origin(this.#old, name),
        new: this.#origin(this.#new, name),
      })
      const [one, two] = [flat(means(scheme)), flat(means(other))]
      for (const key of new Set([...one.keys(), ...two.keys()])) {
        const [from, to] = [one.get(key), two.get(key)]
        if (from === to) continue
        const scope = /(?:^|\.)scopes\.(.*)$/s.exec(key)?.[1]
        if (scope !== undefined) {
          if (to === undefined) yield told('security-scope-withdrawn', { from: `\`${scope}\`` })
        } else yield told('security-scheme-changed', { key: `\`${key}\``, from: from ?? 'none', to: to ?? 'none' })
      }
    }
  }

  #origin({ file, openapi }: Api, name: string) {
    const keys = openapi.startsWith('2') ? ['securityDefinitions'] : ['components', 'securitySchemes']
    return { file, pointer: [...keys, name] }
  }
}

/** A scheme as its leaves, by their way: `flows.implicit.authorizationUrl`. What scopes are described as makes no difference. */
const flat = (value: unknown, at: readonly string[] = []): Map<string, string> => {
  if (!isObject(value)) return new Map([[at.join('.'), at.at(-2) === 'scopes' ? '' : `\`${String(value)}\``]])
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...flat(inner, [...at, key])]))
}
