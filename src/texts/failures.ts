/** What a member reads when the desk could not handle a message, and staff will see that it did not. */
export const GIVEN_UP =
  'Er ging iets mis en ik kon uw bericht niet behandelen. Een VVSG-medewerker ziet dat. Dringend? Bel 02 211 55 00 of mail naar info@vvsg.be.'
