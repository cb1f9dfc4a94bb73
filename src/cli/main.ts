#!/usr/bin/env node
import { paint } from '../report/paint.js'
import { run } from './program.js'

const { stdout, stderr, stdin, env, argv } = process

// A reader that has seen enough (`statute lint api.yaml | head`) is no error.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const waiting = stderr.isTTY && !env.CI

process.exitCode = await run(argv.slice(2), {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  env,
  paint: paint(stdout.isTTY, env),
  width: stdout.columns || 100,
  input: stdin,
  progress: (doing) => waiting && stderr.write(doing === undefined ? '\r\u001b[K' : `\r\u001b[K${doing} …`),
})
// A contract that was loaded may hold the process: a timer, a pool of connections. What is written is flushed first.
stdout.write('', () => process.exit())
