const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/**
 * Dutch words that carry no subject: articles, pronouns, auxiliaries, question words and the politeness
 * around a question. Lower case, unstemmed.
 */
export const DUTCH_STOP_WORDS: ReadonlySet<string> = words(`
  de het een der des den ter ten 't 'n n t s en of maar want dus noch als dan toen terwijl omdat doordat zodat
  opdat hoewel tenzij indien mits dat die dit deze daar hier er ervan erover eraan erin waar waarin waarop
  waarvan waarvoor waarmee waarom waardoor ik mij me mijn mijne jij je jou jouw jullie u uw hij hem zijn haar ze
  zij we wij ons onze hun hen zich zelf men iemand iets wat wie welk welke hoe hoeveel hoelang wanneer is ben
  bent was waren wees geweest wordt word worden werd werden geworden heb hebt heeft hebben had hadden gehad kan
  kun kunt kunnen kon konden zal zult zullen zou zouden mag mogen mocht moet moeten moest moesten wil wilt
  willen wilde wou doe doet doen deed gedaan ga gaat gaan ging laat laten te om aan af bij door in met na naar op
  over tot uit van vanuit voor tegen onder tussen zonder per via binnen buiten tijdens volgens rond wel niet geen
  ook nog al reeds dan nu even eens heel zeer zo zoals toch maar meer veel alle alles andere ander elk elke ieder
  iedere sommige beide zulke zo'n precies eigenlijk gewoon graag alstublieft aub a.u.b svp dank bedankt hallo dag
  goedendag goeiedag beste vr vraag weet weten klopt bestaat juist ja nee nee
`)

/** English words that carry no subject. Lower case. */
export const ENGLISH_STOP_WORDS: ReadonlySet<string> = words(`
  the a an and or but if then than so because as of to in on at by for from with about into over under between
  is are was were be been being am do does did doing have has had having can could will would shall should may
  might must i me my we us our you your he him his she her it its they them their this that these those there
  here what which who whom whose when where why how many much not no yes also only just very please thanks thank
  hello hi any some all each
`)

/** Whether a word, lower case and unstemmed, carries no subject in Dutch or in English. */
export function isStopWord(word: string): boolean {
  return DUTCH_STOP_WORDS.has(word) || ENGLISH_STOP_WORDS.has(word)
}
