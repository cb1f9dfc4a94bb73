/** Something that is the same whenever it is looked up of a thing: made once for each. */
export const once = <Thing extends object, Made extends object>(make: (thing: Thing) => Made): ((thing: Thing) => Made) => {
  const made = new WeakMap<Thing, Made>()
  return (thing) => {
    let known = made.get(thing)
    if (!known) {
      known = make(thing)
      made.set(thing, known)
    }
    return known
  }
}
