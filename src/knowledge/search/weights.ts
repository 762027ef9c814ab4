import type { Field } from '../generation/term-vector.js'

/** Every number the ranking depends on. Found by measuring (`vraagbaak eval`), not by taste. */
export interface RankingWeights {
  /** BM25: how fast repeats stop counting, and how much a long field counts against a passage. */
  readonly k1: number
  readonly b: number
  readonly fields: Readonly<Record<Field, number>>
  /** Share of a query word's parts beside the whole. */
  readonly compoundPart: number
  /** Share of a word that two query words make together ("service design"). */
  readonly joined: number
  readonly spelling: number
  readonly glossary: number
  /** Shares of the three rankings in the fusion, each divided by its best score first. */
  readonly words: number
  readonly grams: number
  /** For latent vectors, and for those of a model reached through LangChain. */
  readonly vectors: { readonly latent: number; readonly model: number }
  /** Shares of how much of the question stands within ten words, and in headings and opening words. */
  readonly near: number
  readonly opening: number
  /** Share of how far a passage is worded as the question is, see `wordings`. */
  readonly worded: number
  /** How much of the share of the words is taken off beside it: most of them are counted as typed already. */
  readonly wordsAgain: number
  /** For a passage that begins with "ja" or "nee": added where that is wanted, taken off where something else is. */
  readonly reply: number
  /** Taken off a passage that goes on with a section: what it is about stands at the beginning. */
  readonly continued: number
  /** Below this many passages the latent vectors are noise and count for nothing. */
  readonly vectorsFrom: number
}

export const RANKING_WEIGHTS: RankingWeights = {
  k1: 1,
  b: 0.8,
  fields: { title: 1, section: 1, asked: 2, text: 1, parts: 0.8 },
  compoundPart: 0.6,
  joined: 1,
  spelling: 0.7,
  glossary: 0.8,
  words: 0.4,
  grams: 0.6,
  vectors: { latent: 0.2, model: 0.8 },
  near: 0.3,
  opening: 0.4,
  worded: 0.4,
  wordsAgain: 0.5,
  reply: 0.4,
  continued: 0.3,
  vectorsFrom: 200,
}
