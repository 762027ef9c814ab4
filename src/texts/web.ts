/** What a visitor of the web page reads when a request cannot be handled, or on the page of a source. */
export const WEB_TEXTS = {
  notFound: 'Deze pagina bestaat niet.',
  broken: 'Er ging iets mis aan onze kant. Probeer het over enkele ogenblikken opnieuw.',
  badRequest: 'Deze aanvraag is niet juist opgebouwd.',
} as const
