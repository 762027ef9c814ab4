import { existsSync } from 'node:fs'
import { z } from 'zod'
import { readCheckedYaml } from '../checked-yaml.js'

/** What a text can leave open, by the name between braces. */
export const PLACEHOLDERS = ['lid', 'bestuur', 'referentie', 'medewerker', 'team', 'telefoon'] as const

export type Placeholder = (typeof PLACEHOLDERS)[number]

const key = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'expected lower-case letters, digits and dashes')

const cannedText = z
  .strictObject({ key, title: z.string().trim().min(1), text: z.string().trim().min(1).max(5000) })
  .superRefine(({ text }, context) => {
    for (const name of namesIn(text).filter((found) => !isPlaceholder(found))) {
      const message = `expected one of ${PLACEHOLDERS.map((known) => `{${known}}`).join(', ')}, found "{${name}}"`
      context.addIssue({ code: 'custom', path: ['text'], message })
    }
  })

const file = z.strictObject({ texts: z.array(cannedText) }).superRefine(({ texts }, context) => {
  texts.forEach((one, at) => {
    if (!texts.slice(0, at).some((earlier) => earlier.key === one.key)) return
    context.addIssue({ code: 'custom', path: ['texts', at, 'key'], message: 'is used by an earlier text' })
  })
})

/** A text that colleagues often send, with places to fill in. */
export type CannedText = z.infer<typeof cannedText>

/**
 * Reads `canned-texts.yaml`; empty when there is no such file.
 *
 * @throws FileError with file, line, field and what was expected, for an unknown `{placeholder}` as well.
 */
export function loadCannedTexts(path: string): readonly CannedText[] {
  return existsSync(path) ? readCheckedYaml(path, file).texts : []
}

/**
 * A text with its places filled in. What is filled in is not looked at again, so a name with braces stays a name.
 *
 * @example
 * ```ts
 * filledIn('Beste {lid}', { ...values, lid: 'An' }) //=> 'Beste An'
 * ```
 */
export function filledIn(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (isPlaceholder(name) ? values[name] : whole))
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
}

function isPlaceholder(name: string): name is Placeholder {
  return PLACEHOLDERS.some((known) => known === name)
}
