import { readFileSync } from 'node:fs'
import { colorIcon, outlineIcon } from './icons.js'
import { zip } from './zip.js'

/** What differs from one installation to the next. */
export interface AppPackageOptions {
  /** Application (client) id of the app. */
  readonly appId: string
  /** Where members reach the desk, over HTTPS, without a slash at the end. */
  readonly publicUrl: string
}

/**
 * The app as an administrator of Teams uploads it: a ZIP of the manifest and two icons.
 *
 * @param template path of the manifest in which `{{appId}}`, `{{publicUrl}}` and `{{domain}}` are still to be filled in.
 */
export function appPackage(template: string, { appId, publicUrl }: AppPackageOptions): Buffer {
  const { hostname: domain } = new URL(publicUrl)
  const values = { appId, publicUrl, domain }
  const manifest = readFileSync(template, 'utf8').replace(
    /\{\{(appId|publicUrl|domain)\}\}/g,
    (_, name: keyof typeof values) => JSON.stringify(values[name]).slice(1, -1),
  )
  return zip([
    { name: 'manifest.json', content: Buffer.from(manifest) },
    { name: 'color.png', content: colorIcon() },
    { name: 'outline.png', content: outlineIcon() },
  ])
}
