/** The documents of `../shared/corpus/openapi`, where they are: those of many files are unpacked first. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const corpus = fileURLToPath(new URL('../../shared/corpus/openapi', import.meta.url))

/** The files whose names have one of some parts in them, or all; where there is no corpus, that is said, and the end of the process. */
export const documents = (parts) => {
  if (!existsSync(corpus)) {
    console.log(`there is no ${corpus}`)
    process.exit()
  }
  return readdirSync(corpus)
    .filter((file) => file !== 'MANIFEST.json' && (parts.length === 0 || parts.some((part) => file.includes(part))))
    .sort()
}

/** What a document is called in a file name. */
export const nameOf = (file) => file.replace(/(\.json|\.ya?ml)?(\.tar)?(\.gz)?$/, '')

let unpacked
const unpack = (file) => {
  if (unpacked === undefined) {
    unpacked = mkdtempSync(path.join(tmpdir(), 'statute-corpus-'))
    process.on('exit', () => rmSync(unpacked, { recursive: true, force: true }))
  }
  spawnSync('tar', ['-xzf', path.join(corpus, file), '-C', unpacked])
  const main = readdirSync(unpacked, { recursive: true }).find((name) => /(^|\/)DigitalOcean-public\.v2\.ya?ml$/.test(name))
  return path.join(unpacked, main)
}

/** A document, read. */
export const open = async (file) => {
  const { parse, read } = await import(new URL('../dist/src/openapi/index.js', import.meta.url))
  if (file.endsWith('.tar.gz')) return read(unpack(file))
  const bytes = readFileSync(path.join(corpus, file))
  return parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, file)
}
