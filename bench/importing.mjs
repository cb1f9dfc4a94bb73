/** What an import costs in a fresh process: milliseconds of the processor, out of many, so that other processes count little. */
import { spawnSync } from 'node:child_process'

const cost = (url) => {
  const script = `const from = process.cpuUsage(); await import(${JSON.stringify(url)}); const { user, system } = process.cpuUsage(from); console.log((user + system) / 1000)`
  return Number(spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout)
}

/** Types alone: nothing is left of it. */
const nothing = new URL('../dist/types/index.js', import.meta.url).href

/** What a module costs, and in turns with it an empty one: that share is the first import's as such, and counted in. */
export const importing = (url, times = 21) => {
  const runs = Array.from({ length: times }, () => [cost(url), cost(nothing)])
  const sorted = (at) => runs.map((run) => run[at]).sort((a, b) => a - b)
  const [own, empty] = [sorted(0), sorted(1)]
  const middle = Math.floor(times / 2)
  return { least: own[0], median: own[middle], empty: empty[0] }
}
