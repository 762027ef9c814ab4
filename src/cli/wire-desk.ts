import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LiveAnswer } from '../answering/evidence/assess.js'
import type { Domains } from '../answering/evidence/confidence-in-evidence.js'
import { answerHours, type HoursAnswer } from '../answering/hours-answer/hours-answer.js'
import { readOfferings } from '../booking/offerings.js'
import { onceEach } from '../desk/once-each.js'
import type { DeskParts } from '../desk/responder.js'
import { domainEvidence } from '../escalation/routing.js'
import { loadTopics, type Topics } from '../escalation/topics.js'
import type { TimetableName } from '../hours/office-hours.js'
import { readOfficeHours } from '../hours/read-hours.js'
import { analyse } from '../knowledge/dutch/analyse.js'
import { englishGlosses } from '../knowledge/gloss.js'
import { glossaryOf, loadGlossary } from '../knowledge/glossary.js'
import type { KnowledgeIndex } from '../knowledge/open-index.js'
import type { Query } from '../knowledge/search/query.js'
import { packageRoot } from '../package-root.js'

/** The sample that comes with the program. */
export function sampleKnowledge(): string {
  return join(packageRoot(), 'knowledge')
}

/** The folder whose `organisation` folder counts: the sample's for a folder of loose documents. */
export function organisationOf(knowledgeDir: string): string {
  return existsSync(join(knowledgeDir, 'organisation')) ? knowledgeDir : sampleKnowledge()
}

/**
 * Puts together what a reply is made with: the index, and what staff edit in the knowledge folder.
 *
 * A folder of loose documents has no `organisation` folder; the sample's hours, topics and sessions then stand in.
 *
 * @throws FileError with file, line and field when a file that staff edit is wrong.
 */
export function wireDesk(knowledgeDir: string, index: KnowledgeIndex): DeskParts {
  const organised = organisationOf(knowledgeDir)
  const topics = loadTopics(join(organised, 'organisation', 'topics.yaml'))
  const entries = loadGlossary(existsSync(join(knowledgeDir, 'glossary.yaml')) ? knowledgeDir : organised)
  const glossary = glossaryOf(entries)
  const hours = readOfficeHours(organised)
  return {
    answering: (now, language) => ({
      index,
      analyse,
      domains: (text) => domainsOf(text, topics),
      otherNames: (text) => otherNames(index.read(text)),
      glosses: (text) => (language === 'en' ? englishGlosses(text, entries) : []),
      // A question is held against the clock whole, then part by part, which are often the same.
      live: onceEach((text: string, previous: string | null) =>
        fromTheClock(answerHours(text, now, hours, language, previous)),
      ),
    }),
    glossary: (text) => glossary.ambiguous(analyse(text)),
    topics,
    hours,
    offerings: readOfferings(join(organised, 'organisation', 'sessions.yaml')),
  }
}

/** The titles of the documents of passages; null for a passage that is gone. */
export function titlesIn(index: KnowledgeIndex): (passage: string) => string | null {
  return (passage) => index.passage(passage)?.document.title ?? null
}

/** What the timetables rest on, as one would ask for it. */
const SOURCES: Readonly<Record<TimetableName, string>> = {
  office: 'openingsuren van het gebouw',
  telephone: 'telefonische bereikbaarheid',
}

function fromTheClock(answer: HoursAnswer | null): LiveAnswer | null {
  return (
    answer && {
      text: answer.text,
      sources: answer.timetables.map((name) => SOURCES[name]),
      onlyStaffKnow: answer.onlyStaffKnow,
      question: answer.question,
    }
  )
}

/** The glossary's names for the words and phrases of a question; a word is only given names of one word. */
function otherNames({ words, glossary }: Query): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>()
  for (const match of glossary) {
    const typed = match.words.flatMap((at) => words[at]?.word.toLowerCase() ?? [])
    if (typed.length < match.words.length) continue
    const fitting = match.alternatives.filter((stems) => stems.length === 1 || typed.length > 1)
    names.set(
      typed.join(' '),
      fitting.map((stems) => stems.join(' ')),
    )
  }
  return names
}

function domainsOf(text: string, topics: Topics): Domains {
  const { score, matched } = domainEvidence(text, topics)
  return { foreign: score, foreignWords: matched }
}
