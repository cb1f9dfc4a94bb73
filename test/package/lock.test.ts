/** The lock that `npm ci` installs from: whole for every platform, and of no registry in particular. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { root } from '../compiler.js'

interface Locked {
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
const text = readFileSync(`${root}package-lock.json`, 'utf8')
const packages: Readonly<Record<string, Locked>> = JSON.parse(text).packages

it('names no registry', () => {
  expect(Object.keys(packages).length).toBeGreaterThan(100)
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/)
})

it('has the builds for every platform (else: node .ci/complete-lock.mjs)', () => {
  const optional = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => [path, name] as const),
  )
  expect(optional.length).toBeGreaterThan(10)
  const missing = optional.filter(([path, name]) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
  expect(missing.map(([, name]) => name)).toEqual([])
})
