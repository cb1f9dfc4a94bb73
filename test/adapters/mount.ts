/** The scripts of `examples/mount`, each started as its first lines say. */
import { type ChildProcess, spawn } from 'node:child_process'
import { root } from '../compiler.js'

export interface Mounted {
  readonly baseUrl: string
  readonly pid: number
  readonly stop: () => Promise<void>
  /** What it has printed. */
  readonly said: () => string
}

/** Starts a command that prints where it listens. */
export const mount = (command: string, args: readonly string[], within = 60_000): Promise<Mounted> =>
  new Promise((resolve, reject) => {
    // In a group of its own: npx starts what it runs as a child.
    const child: ChildProcess = spawn(command, args, {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PORT: '0' },
    })
    let said = ''
    const over = new Promise<void>((done) => child.once('exit', () => done()))
    const stop = async () => {
      if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGKILL')
      await over
    }
    const timer = setTimeout(
      () => void stop().then(() => reject(new Error(`${command} ${args.join(' ')} does not listen: ${said}`))),
      within,
    )
    const listen = (chunk: Buffer) => {
      said += chunk
      const [baseUrl] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (baseUrl === undefined) return
      clearTimeout(timer)
      resolve({ baseUrl, pid: child.pid!, stop, said: () => said })
    }
    child.stdout!.on('data', listen)
    child.stderr!.on('data', listen)
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${said}`))
    })
  })

/** A script of `examples/mount` on Node. */
export const onNode = (name: string): Promise<Mounted> =>
  mount(process.execPath, ['node_modules/jiti/lib/jiti-cli.mjs', `examples/mount/${name}.ts`])
