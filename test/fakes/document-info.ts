import type { DocumentInfo } from '../../src/knowledge/passage.js'

/** A public source that says nothing of itself but what a test tells of it. */
export function documentInfo(told: Partial<DocumentInfo> & Pick<DocumentInfo, 'id'>): DocumentInfo {
  return {
    title: told.id,
    kind: 'bron',
    source: null,
    url: null,
    date: null,
    authority: 0,
    validFrom: null,
    validUntil: null,
    audience: 'publiek',
    language: 'nl',
    ...told,
  }
}
