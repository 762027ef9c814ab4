/** The languages the desk reads and writes. */
export type Language = 'nl' | 'en'
