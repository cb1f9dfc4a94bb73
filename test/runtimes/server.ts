/**
 * The server on Bun, Deno and workerd, each started as its example says and spoken to over loopback: `npm run runtimes`.
 *
 * They are fetched by npx when they are not there. It ends with what each has answered, or with exit code 1.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { conversation } from '../adapters/conversation.js'
import { type Mounted, mount } from '../adapters/mount.js'
import { root } from '../compiler.js'

const npx = (tool: string, command: string, ...args: string[]) => mount('npx', ['-y', '-p', tool, command, ...args], 180_000)

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** A worker is one file, and a configuration that says where it listens. */
const onWorkerd = async (): Promise<Mounted> => {
  const folder = join(root, '.tmp/workerd')
  mkdirSync(folder, { recursive: true })
  const bundle = await rolldown({ input: join(root, 'examples/mount/workerd.ts'), platform: 'browser', logLevel: 'silent' })
  await bundle.write({ file: join(folder, 'worker.mjs'), format: 'esm', codeSplitting: false })
  const port = await freePort()
  writeFileSync(
    join(folder, 'config.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);
const worker :Workerd.Worker = (modules = [(name = "worker.mjs", esModule = embed "worker.mjs")], compatibilityDate = "2026-11-01");
`,
  )
  // It says nothing when it listens, so the shell says it for it.
  const start = `npx -y -p workerd@1.20261117.1 workerd serve '${folder}/config.capnp' & until (echo > /dev/tcp/127.0.0.1/${port}) 2>/dev/null; do sleep 0.2; done; echo http://127.0.0.1:${port}; wait`
  return mount('bash', ['-c', start], 180_000)
}

const runtimes: Readonly<Record<string, () => Promise<Mounted>>> = {
  bun: () => npx('bun@1.4.5', 'bun', 'examples/mount/bun.ts'),
  deno: () =>
    npx('deno@2.9.6', 'deno', 'run', '--unstable-sloppy-imports', '--allow-net', '--allow-env', '--allow-read', 'examples/mount/deno.ts'),
  workerd: onWorkerd,
}

const wanted = process.argv.slice(2)
for (const [name, start] of Object.entries(runtimes)) {
  if (wanted.length && !wanted.includes(name)) continue
  try {
    const { baseUrl, stop } = await start()
    const checks = Object.entries(conversation(baseUrl))
    let held = 0
    for (const [check, run] of checks) {
      try {
        await run()
        held++
      } catch (error) {
        process.exitCode = 1
        console.log(`${name}: ${check}: ${(error as Error).message}`)
      }
    }
    console.log(`${name}: ${held} of ${checks.length}`)
    await stop()
  } catch (error) {
    process.exitCode = 1
    console.log(`${name}: ${(error as Error).message}`)
  }
}
