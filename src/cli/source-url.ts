import { sourcePage } from '../../adapters/web/render.js'
import type { Citation } from '../answering/citation.js'

/**
 * Where a citation leads outside the page: its source, or our passage where a source has no address of its own, as a
 * summary of ours; null when neither can be reached.
 *
 * @param publicUrl where members reach the desk, without a slash at the end; null when only this machine does
 */
export function sourceUrlFrom(
  publicUrl: string | null,
): (citation: Pick<Citation, 'url' | 'document' | 'quote'>) => string | null {
  return ({ url, document, quote }) =>
    url ?? (publicUrl === null ? null : `${publicUrl}${sourcePage(document, quote)}`)
}
