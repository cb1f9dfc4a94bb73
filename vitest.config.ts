import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 600_000,
    // Hooks start compilers, and a busy machine has few cores.
    hookTimeout: 600_000,
    // The slow ones wait for compilers in processes of their own, so no core need be kept free for this one.
    maxWorkers: availableParallelism(),
  },
})
