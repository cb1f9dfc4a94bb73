/** Chance out of a seed (mulberry32): the same in every run, so that what is found once is found again. */

/** Whole numbers from 0 to 2³² − 1. */
export const integers = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return (mixed ^ (mixed >>> 14)) >>> 0
}

/** Numbers from 0 up to 1. */
export const random = (seed: number) => {
  const next = integers(seed)
  return (): number => next() / 2 ** 32
}
