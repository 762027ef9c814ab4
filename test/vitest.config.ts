import { defineConfig } from 'vitest/config'

/** Files that change what a whole process has: its zone, or its environment as one. */
const APART = ['test/cli/staff.test.ts', 'test/jobs/cron.test.ts']

/** They mostly wait, for browsers and for desks in processes of their own: more of them fit side by side. */
const WAITING = ['test/e2e/**/*.test.ts', 'test/store/kill/*.test.ts']

/** On a busy machine nothing that works may fail for being slow. */
const PATIENCE_MS = 30_000

const common = { testTimeout: PATIENCE_MS, hookTimeout: 2 * PATIENCE_MS }

/**
 * Two groups, one after the other. Test files of one worker share its modules: loading them anew for each file took
 * longer than the tests. What a file changes it puts back, so they pass in any order (`--sequence.shuffle`).
 */
// biome-ignore lint/style/noDefaultExport: this is how Vitest reads its settings
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: 'waiting',
          include: WAITING,
          isolate: false,
          maxWorkers: 4,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...common,
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: [...APART, ...WAITING],
          isolate: false,
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: { ...common, name: 'apart', include: APART, maxWorkers: 3, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
