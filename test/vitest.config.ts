import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that change what a whole process has, its zone or its environment as one: each gets a process of its own. */
const APART = ['test/cli/staff.test.ts', 'test/jobs/cron.test.ts']

/** What takes longest, in this order, comes first; otherwise the end of a run would wait for one of them alone. */
const SLOWEST = [/kill/, /\/e2e\//, /\/(?:questions|store|jobs)\//]

/** Files of one project together, because those of one worker share its modules only as long as they follow each other. */
class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification) => {
      const at = SLOWEST.findIndex((slow) => slow.test(moduleId))
      return (project.name === 'apart' ? 100 : 0) + (at < 0 ? SLOWEST.length : at)
    }
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}

/** On a busy machine nothing that works may fail for being slow. */
const PATIENCE_MS = 30_000

const common = { testTimeout: PATIENCE_MS, hookTimeout: 2 * PATIENCE_MS }

/**
 * Test files of one worker share its modules: loading them anew for each file took as long as many a test. What a file
 * changes it puts back, so that they pass in any order (`--no-isolate --sequence.shuffle` without this file shows it).
 */
// biome-ignore lint/style/noDefaultExport: this is how Vitest reads its settings
export default defineConfig({
  test: {
    // Many wait, for a browser or a desk in a process of its own: two cores have work for three.
    maxWorkers: 3,
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        test: {
          ...common,
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: APART,
          isolate: false,
        },
      },
      { test: { ...common, name: 'apart', include: APART } },
    ],
  },
})
