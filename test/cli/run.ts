import { vi } from 'vitest'
import { runCommand } from '../../src/cli/program.js'

/** Runs a command of the program in this process: its exit code, and what it wrote. */
export async function run(...args: readonly string[]) {
  let output = ''
  let errors = ''
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    output += text
    return true
  })
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    errors += text
    return true
  })
  try {
    const code = await runCommand(args, { write: (text) => (errors += text) })
    return { code, output, errors }
  } finally {
    stdout.mockRestore()
    stderr.mockRestore()
  }
}
