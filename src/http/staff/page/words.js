// The words of the scripts stand in the page, so that this folder has none of its own.
const source = document.querySelector('#words')

/** A sentence of the page by its name. */
export function word(name) {
  return source?.dataset[name] ?? ''
}
