/** Refuses what cannot be sent, in a sentence that names the place. */
export const refuse = (place: string, why: string): never => {
  throw new TypeError(`${place} ${why}`)
}
