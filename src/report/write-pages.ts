/** Writes what is made from rows and counts: the pages of `docs`, and the costs in the README. `npm run docs` runs it; tests say when it is due. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { changesPage, registryPage, rulesPage, withCosts } from './pages.js'

const root = new URL('../../../', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8')
const write = (name: string, text: string): void => writeFileSync(new URL(name, root), text)

mkdirSync(new URL('docs/', root), { recursive: true })
write('docs/registry.md', registryPage())
write('docs/rules.md', rulesPage())
write('docs/changes.md', changesPage())
write('README.md', withCosts(read('README.md'), JSON.parse(read('bench/budget.json'))))
