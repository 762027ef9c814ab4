import { describe, expect, it } from 'vitest'
import { ungiven } from '../../../src/answering/frames/frames.js'

describe('what light words ask for', () => {
  it.each([
    ['wanneer is de volgende algemene vergadering?', 'De bond heeft drie organen.', 'een komende datum'],
    ['hoe word ik lid van een commissie?', 'De commissies overleggen.', 'lid worden of deelnemen'],
    ['hoe zeg ik mijn abonnement op?', 'Het blad verschijnt.', 'stopzetten of veranderen'],
    ['waar kan ik de gids downloaden?', 'De gids is van een bureau.', 'iets om te halen of te kopen'],
    ['welke gemeenten zijn precies lid?', 'Er zijn 37 gemeenten lid.', 'welke besturen bij naam'],
    ['welke vuurtorens zijn geen lid?', 'Er zijn 37 vuurtorens lid.', 'wie er niet bij is'],
    ['wie zit de raad voor?', 'De raad telt vertegenwoordigers.', 'wie leidt'],
    ['hoeveel mensen werken er?', 'Er zijn veertig werkgroepen.', 'hoeveel mensen er werken'],
    ['wat is het bedrag per deelnemer?', 'De dag is voor deelnemers.', 'een bedrag per eenheid'],
    ['hebt u een rechtstreeks nummer?', 'Het nummer is 059 00 00 00.', 'iemands eigen nummer of adres'],
    [
      'moeten gemeentelijke commissies evenredig zijn?',
      'De commissies zijn gemengd.',
      'wat een bestuur mag of moet',
    ],
    [
      'wie zit namens onze bond in de raad?',
      'De raad is gemengd.',
      'wie in naam van iemand spreekt, of nog in dienst is',
    ],
    ['hoe ver staat ons dossier?', 'Een dossier dient u per mail in.', 'een stand van zaken'],
  ])('misses it in a text that does not give it: %s', (question, text, name) => {
    expect(ungiven(question, text)).toContain(name)
  })

  it.each([
    ['wanneer is de volgende vergadering?', 'De volgende vergadering is op 4 maart.'],
    ['hoe word ik lid?', 'Wie lid worden wil, belt het secretariaat.'],
    ['hoeveel kost het per deelnemer?', 'Een deelnemer betaalt 12 euro.'],
    ['mag ik als raadslid jullie bellen?', 'Raadsleden zijn welkom.'],
    ['hoe groot mag de groep zijn?', 'Een groep telt 8 tot 20 deelnemers.'],
    ['wie onderhandelt namens de gemeenten?', 'De bond onderhandelt.'],
    ['adres voor een bestelbon', 'Het adres is Duinstraat 1.'],
    ['hoeveel leden zijn er?', 'Er zijn 37 leden.'],
  ])('misses nothing where the text gives it or nothing of the kind is asked: %s', (question, text) => {
    expect(ungiven(question, text)).toEqual([])
  })
})
