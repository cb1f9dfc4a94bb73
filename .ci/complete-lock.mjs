/**
 * Adds to package-lock.json the builds for other platforms that npm left out.
 *
 * A registry that does not carry an optional dependency makes `npm install` drop it in silence, and then `npm ci` refuses the lock.
 * An entry without integrity is enough: npm fetches it only on the platform that its name says. Run after `npm install`.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))

for (const [path, owner] of Object.entries(lock.packages))
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    if (lock.packages[`node_modules/${name}`] || lock.packages[`${path}/node_modules/${name}`]) continue
    const [, os, cpu, libc] = /-(android|darwin|linux|win32|freebsd)-(x64|arm64|arm)(-musl)?$/.exec(name) ?? []
    if (!os || !/^\d/.test(version))
      throw new Error(`${name}@${version} of ${path} is not in the lock, and its name does not say for what it is`)
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(owner.dev && { dev: true }),
      ...(os === 'linux' && { libc: [libc ? 'musl' : 'glibc'] }),
      license: owner.license,
      optional: true,
      os: [os],
      engines: owner.engines,
    }
    console.log(`added ${name}@${version}`)
  }
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
