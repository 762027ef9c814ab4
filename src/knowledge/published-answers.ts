import { stringify } from 'yaml'
import type { PublishedRecord } from './sources/records.js'

/** Where an answer stands on its way into the documents, and out again. */
export const ANSWER_STATES = ['draft', 'published', 'withdrawn'] as const

export type AnswerState = (typeof ANSWER_STATES)[number]

/** What colleagues write of an answer; every text masked. */
export interface AnswerText {
  readonly title: string
  /** As members would ask it. */
  readonly question: string
  /** Markdown. */
  readonly answer: string
  /** What it rests on, as members read it, for example "Decreet Lokaal Bestuur, art. 27"; null when nothing is named. */
  readonly source: string | null
  readonly audience: 'publiek' | 'leden'
  readonly language: 'nl' | 'en'
  /** ISO day by which somebody has to look at it again. */
  readonly reviewBy: string
}

/** An answer that staff wrote for the next one who asks. */
export interface PublishedAnswer extends AnswerText {
  /** Stable: `antwoord-0001`. */
  readonly id: string
  readonly state: AnswerState
  /** Reference of the ticket it came from; null when it came from none. */
  readonly ticket: string | null
  /** Id and name of who wrote it last. */
  readonly author: string
  readonly authorName: string
  /** Who published it; null while it was never published. */
  readonly publishedBy: string | null
  /** UTC, ISO 8601; null while it was never published. */
  readonly publishedAt: string | null
  /** Rises with every change: a change made on an older version is refused. */
  readonly version: number
  /** UTC, ISO 8601. */
  readonly createdAt: string
  /** UTC, ISO 8601. */
  readonly updatedAt: string
}

/** What a change sets; what is left out stays. */
export type AnswerChange = Partial<
  AnswerText & Pick<PublishedAnswer, 'state' | 'author' | 'authorName' | 'publishedBy' | 'publishedAt'>
>

/** Answers that staff wrote, as they are kept. */
export interface PublishedAnswers {
  /** Those in a state (null: all), the last changed first; empty when there is none. */
  list(state: AnswerState | null): Promise<readonly PublishedAnswer[]>

  /** Null when there is none. */
  find(id: string): Promise<PublishedAnswer | null>

  /**
   * Keeps a new draft under an id of its own.
   *
   * @param key names the form that sent it: the same key again gives the draft that is there already.
   */
  add(
    draft: AnswerText & Pick<PublishedAnswer, 'ticket' | 'author' | 'authorName'>,
    key: string,
    now: Date,
  ): Promise<PublishedAnswer>

  /** Changes an answer; null when it is not there or no longer has this version. */
  change(id: string, version: number, change: AnswerChange, now: Date): Promise<PublishedAnswer | null>
}

/** Outranks what stands in the documents: somebody wrote it because those did not answer. */
export const ANSWER_AUTHORITY = 100

/** Whose words these are, where the author named nothing else. */
const ANSWER_SOURCE = 'VVSG, antwoord op een vraag van een lid'

/** The id of an answer’s document in the index; no file in the documents folder is called like it. */
export function answerDocument(id: string): string {
  return `gepubliceerd:${id}`
}

/** A published answer as a document of the index; its date is the day of publishing in `zone`. */
export function answerRecord(answer: PublishedAnswer, zone: string): PublishedRecord {
  const { id, title, question, audience, language, publishedAt, authorName } = answer
  return {
    id: answerDocument(id),
    title,
    markdown: answer.answer,
    source: answer.source ?? ANSWER_SOURCE,
    url: null,
    date: publishedAt === null ? null : dayOf(publishedAt, zone),
    audience,
    authority: ANSWER_AUTHORITY,
    owner: authorName,
    language,
    asked: [question],
  }
}

function dayOf(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short' }).format(new Date(instant))
}

/** An answer as a document file: Markdown with front matter, as the documents folder takes it. */
export function answerMarkdown(answer: PublishedAnswer, zone: string): string {
  const { title, source, date, authority, audience, language, owner, asked, markdown } = answerRecord(
    answer,
    zone,
  )
  const front = {
    title,
    kind: 'bron',
    source,
    date,
    authority,
    audience,
    language,
    owner,
    reviewBy: answer.reviewBy,
    vragen: asked,
  }
  return `---\n${stringify(front)}---\n\n${markdown.trim()}\n`
}
