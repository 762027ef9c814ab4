import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder of the installed package, without a trailing slash: the same from the sources and from `dist/`.
 *
 * @throws Error when no `package.json` named `vraagbaak` is found above this file.
 */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!isOurs(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('The package.json of vraagbaak was not found above the program')
    folder = parent
  }
  return folder
}

function isOurs(path: string): boolean {
  if (!existsSync(path)) return false
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return typeof parsed === 'object' && parsed !== null && 'name' in parsed && parsed.name === 'vraagbaak'
}
