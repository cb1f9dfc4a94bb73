/** Rooms: which folder may import from which. The order of DESIGN: registry ← rules ← types ← contract ← the tools ← cli. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../compiler.js'

/** What a room may import, besides itself. `types` may be imported anywhere from contract on; it imports types only. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'src/registry': [],
  'src/rules': ['src/registry'],
  types: ['src/registry', 'src/rules'],
  'src/contract': ['src/registry', 'src/rules', 'types'],
  'src/match': ['types', 'src/contract'],
  'src/client': ['types', 'src/contract'],
  'src/server': ['src/registry', 'src/rules', 'src/contract', 'types'],
  'src/openapi': ['src/registry', 'src/rules', 'src/contract', 'types'],
  'src/diff': ['src/rules', 'src/openapi'],
  'src/report': ['src/registry', 'src/rules', 'src/openapi'],
  'src/cli': ['src/registry', 'src/rules', 'src/contract', 'src/server', 'src/openapi', 'src/diff', 'src/report', 'types'],
}

const files = ['src', 'types']
  .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith('.ts') && file !== 'src/index.ts')
const roomOf = (file: string): string => (file.startsWith('types/') ? 'types' : file.split('/').slice(0, 2).join('/'))
const imports = (file: string) =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(/^(import|export)( type)? [^'"]*?from '(\.[^']+)'/gms)].map(
    ([, , type, target]) => ({
      type: type !== undefined,
      target: path.posix.normalize(path.posix.join(path.posix.dirname(file), target!)).replace(/\.js$/, '.ts'),
    }),
  )

describe('rooms', () => {
  it('reads every source file', () => {
    expect(files.length).toBeGreaterThan(200)
    expect(files.flatMap(imports).length).toBeGreaterThan(500)
    expect(new Set(files.map(roomOf))).toEqual(new Set(Object.keys(rooms).filter((room) => files.some((file) => roomOf(file) === room))))
  })

  it.each(Object.keys(rooms))('%s imports from the rooms before it', (room) => {
    const wrong = files
      .filter((file) => roomOf(file) === room)
      .flatMap((file) =>
        imports(file)
          .filter(({ target }) => roomOf(target) !== room && !rooms[room]!.includes(roomOf(target)))
          .map(({ target }) => `${file} imports ${target}`),
      )
    expect(wrong).toEqual([])
  })

  it('types are types alone: nothing of them survives compilation', () => {
    const wrong = files
      .filter((file) => roomOf(file) === 'types')
      .flatMap((file) =>
        imports(file)
          .filter(({ type }) => !type)
          .map(({ target }) => `${file} imports ${target} as a value`),
      )
    expect(wrong).toEqual([])
  })

  it('what a browser carries has no zod, no registry, no rules', () => {
    const carried = new Set<string>()
    const carry = (file: string): void => {
      if (carried.has(file)) return
      carried.add(file)
      for (const { type, target } of imports(file)) if (!type) carry(target)
      expect(readFileSync(path.join(root, file), 'utf8'), file).not.toMatch(/^import (?!type).*from 'zod'/m)
    }
    for (const file of ['src/contract/route.ts', 'src/contract/content.ts']) carry(file)
    expect([...carried].sort()).toEqual(['src/contract/content.ts', 'src/contract/route.ts', 'src/contract/schemas.ts'])
  })
})
