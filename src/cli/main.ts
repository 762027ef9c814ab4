import { runCommand } from './program.js'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader went away (`vraagbaak search ... | head`): nothing is wrong and nobody is left to tell.
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCommand(process.argv.slice(2))
