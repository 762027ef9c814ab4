const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML, safe between tags and within a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

/** HTML that `html` made; nothing else can make one, so what is not one of these gets escaped. */
export class Html {
  readonly #markup: string

  private constructor(markup: string) {
    this.#markup = markup
  }

  toString(): string {
    return this.#markup
  }

  /** @internal Used by `html` alone. */
  static from(strings: TemplateStringsArray, values: readonly HtmlValue[]): Html {
    const parts = strings.map((text, at) => text + (at < values.length ? rendered(values[at]) : ''))
    return new Html(parts.join(''))
  }
}

/** What may stand in a template; null, undefined and false leave nothing behind. */
export type HtmlValue = string | number | Html | null | undefined | false | readonly HtmlValue[]

/**
 * A piece of a page. Every text put into it is escaped, between tags and within quoted attributes alike.
 *
 * @example
 * ```ts
 * String(html`<p title="${'a"b'}">${'<b>'}</p>`) //=> '<p title="a&quot;b">&lt;b&gt;</p>'
 * ```
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return Html.from(strings, values)
}

function rendered(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Html) return String(value)
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value))
  return value.map(rendered).join('')
}
