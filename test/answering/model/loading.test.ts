import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../src', import.meta.url))
const PROVIDERS =
  /^\s*(?:import|export)\s+(?!type\b)[^;]*?from\s+'(?:langchain|@langchain\/(?:openai|mistralai|ollama|langgraph))/m

it('loads no package of a model’s provider until one is configured', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((name) => PROVIDERS.test(readFileSync(join(root, name), 'utf8')))).toEqual([])
  expect(PROVIDERS.test(`import { ChatOpenAI } from '@langchain/openai'`)).toBe(true)
})
