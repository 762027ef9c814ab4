#!/usr/bin/env node
// The compiled program: `npm ci` builds it (the prepare script), `npm run build` builds it again.
import { existsSync } from 'node:fs'

const program = new URL('../../dist/src/cli/main.js', import.meta.url)
if (!existsSync(program)) {
  console.error(
    'vraagbaak is not built yet: run "npm run build" in the checkout (or "npm ci", which builds it too).',
  )
  process.exit(1)
}
await import(program.href)
