/** A project for the compiler that holds some files and nothing else, under the options of the examples. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../compiler.js'

/** Writes the project; `text` becomes files of its own. Statute's own name leads to its source, so that nothing need be built. */
export const project = (files: readonly string[], text: Readonly<Record<string, string>> = {}) => {
  // Below `node_modules`, where no other project looks and zod is found.
  const folder = mkdtempSync(join(root, 'node_modules/.statute-readme-'))
  for (const [name, content] of Object.entries(text)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const config = join(folder, 'tsconfig.json')
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(root, 'examples/tsconfig.json'),
      compilerOptions: {
        rootDir: root,
        // What Statute's own source needs, where it reads files.
        types: ['node'],
        paths: { statute: [join(root, 'src/index.ts')], 'statute/*': [join(root, 'src/*/index.ts')] },
      },
      include: [],
      exclude: [],
      files: [...files, ...Object.keys(text)],
    }),
  )
  return { folder, config, close: () => rmSync(folder, { recursive: true, force: true }) }
}
