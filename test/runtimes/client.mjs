/**
 * The built client against a real server, as a plain script for any runtime that has `node:http`:
 *
 *   node test/runtimes/client.mjs        bun test/runtimes/client.mjs        deno run -A test/runtimes/client.mjs
 *
 * Build first. It ends with the number of checks, or with the first that failed and exit code 1. Browsers: test/client/browser.test.ts.
 */
import { start } from './answers.mjs'
import { check } from './checks.mjs'

try {
  console.log(`${(await check(await start())).length} checks of the client passed`)
  process.exit(0)
} catch (error) {
  console.error(`failed: ${error.message}`)
  process.exit(1)
}
