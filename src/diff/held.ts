/** Answers about what rests on one another, also in circles: each holds unless something under it does not. */
export class Held {
  readonly #look: (key: string, wanted: Set<string>) => boolean
  /** What is wanted at the moment; asked for so often that it is one. */
  readonly #wanted = new Set<string>()
  readonly #known = new Map<string, boolean>()

  /** `look` says whether one holds by itself, and adds to `wanted` what it rests on. */
  constructor(look: (key: string, wanted: Set<string>) => boolean) {
    this.#look = look
  }

  /** All that was asked so far. */
  met(): Iterable<string> {
    return this.#known.keys()
  }

  /** What something rests on, to be filled before `all` is asked. */
  wanting(): Set<string> {
    if (this.#wanted.size > 0) this.#wanted.clear()
    return this.#wanted
  }

  /** Whether all holds that is wanted. */
  all(): boolean {
    if (this.#wanted.size > 0) for (const key of this.#wanted) if (!this.one(key)) return false
    return true
  }

  /** Looks at everything that one rests on; then each that does not hold takes those with it that rest on it. */
  one(start: string): boolean {
    const known = this.#known.get(start)
    if (known !== undefined) return known
    const resting = new Map<string, string[]>()
    const fallen: string[] = []
    const pending = [start]
    const seen = new Set(pending)
    for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
      const before = this.#known.get(key)
      const wanted = new Set<string>()
      if (!(before ?? this.#look(key, wanted))) fallen.push(key)
      else
        for (const next of wanted) {
          const users = resting.get(next)
          if (users) users.push(key)
          else resting.set(next, [key])
          if (!seen.has(next)) {
            seen.add(next)
            pending.push(next)
          }
        }
    }
    const marked = new Set(fallen)
    for (let key = fallen.pop(); key !== undefined; key = fallen.pop())
      for (const user of resting.get(key) ?? [])
        if (!marked.has(user)) {
          marked.add(user)
          fallen.push(user)
        }
    for (const key of seen) this.#known.set(key, !marked.has(key))
    return !marked.has(start)
  }
}
