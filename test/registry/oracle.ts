/**
 * Reads public data that lies beside the repository, in ../shared/facts. It is never copied here: where it is absent, the tests
 * that need it are skipped and say so.
 */
import { existsSync, readFileSync } from 'node:fs'

const root = new URL('../../../shared/facts/', import.meta.url)

/** Whether the data is here. */
export const present = existsSync(root)

/** Why a test is skipped, for its title. */
export const reason = present ? '' : ' (skipped: no ../shared/facts beside the repository)'

export const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

export const readJson = <T>(path: string): T => JSON.parse(read(path)) as T

/** Rows of a CSV file without its header; quotes may hold commas. */
export const readCsv = (path: string): string[][] =>
  read(path)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, '')).slice(0, -1))

/**
 * The differences between what an oracle says and what the rows say, as `key: oracle | rows`, less those that are explained.
 * An explanation that explains nothing is reported too, so that none outlives its reason.
 */
export const unexplained = (
  oracle: ReadonlyMap<string, unknown>,
  rows: ReadonlyMap<string, unknown>,
  explained: Readonly<Record<string, string>>,
): string[] => {
  const show = (value: unknown) => (value === undefined ? 'absent' : String(value))
  const different = [...new Set([...oracle.keys(), ...rows.keys()])].filter((key) => show(oracle.get(key)) !== show(rows.get(key)))
  return [
    ...different.filter((key) => !Object.hasOwn(explained, key)).map((key) => `${key}: ${show(oracle.get(key))} | ${show(rows.get(key))}`),
    ...Object.keys(explained)
      .filter((key) => !different.includes(key))
      .map((key) => `${key}: explained, but no difference`),
  ]
}
