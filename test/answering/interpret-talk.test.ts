import { describe, expect, it } from 'vitest'
import { interpret } from '../../src/answering/interpret.js'
import { lines, readAs } from './interpretation/read.js'

const TALK: Readonly<Record<string, string>> = {
  greeting: `
    hallo
    Dag!
    hoi
    goeiemorgen
    Goedemiddag allemaal
    dag vvsg
    hey, alles goed?
    Hello
    good morning
    hallo 👋
    Beste,
    goeie namiddag
  `,
  thanks: `
    bedankt
    merci!
    dank u wel voor de snelle hulp
    thx
    oke bedankt
    Dankjewel, tot ziens
    super, dank u
    thank you so much
    top
    perfect, bedankt hoor
  `,
  goodbye: `
    tot ziens
    doei
    nog een fijne dag
    mvg, Jan Peeters
    bye
    prettig weekend!
  `,
  acknowledgement: `
    laat maar, ik mail straks wel
    ok dan bel ik morgen eens
    goed, ik bel jullie dinsdag
    ok
    ja
    neen
    haha
    begrepen
    laat maar
  `,
  'who-are-you': `
    zijt gij een robot of ne mens
    ben je een mens?
    wie ben jij
    is dit een chatbot
    spreek ik met een echt persoon of een computer
    are you a robot?
    hoe heet je
    bent u ChatGPT
    who are you
  `,
  capabilities: `
    wat kan je
    waarmee kan je mij helpen?
    help
    hoe werkt deze chat
    kan je me helpen?
    ik heb een vraag
    test
    what can you do?
  `,
  insult: `
    gij zijt echt nen hopeloze bot
    wat een waardeloze chatbot
    je bent dom
    idioot
    stomme machine
    dit trekt op niks
    you are useless
    je snapt er niks van
    klotebot
  `,
  dissatisfied: `
    ik begrijp er geen snars van
    amai, ik snap er niks van wat ge schrijft
    dit helpt niet
    dat klopt niet
    dat is niet wat ik vroeg
    fout antwoord
    that is wrong
    nee dat is niet juist
  `,
  'off-topic': `
    wie wint de koers zondag
    wat voor weer wordt het morgen
    regent het in Gent
    vertel eens een mop
    hoe maak ik stoofvlees
    recept voor pannenkoeken
    wat is de hoofdstad van Frankrijk
    hoeveel is 12 x 8
    zet de wekker om 7 uur
    speel wat muziek
    hebben de Rode Duivels gewonnen
    wat eten we vandaag
    boek een tafel voor twee
    schrijf een gedicht over de lente
    wie schilderde de Mona Lisa
    vertaal goedemorgen naar het Frans
    hou je van mij
    wat is de koers van de bitcoin
    ken je een goed restaurant in Brussel
    what is the weather today
    tell me a joke
    wordt het warm dit weekend
    gaat het morgen sneeuwen
    welke film is er vanavond op tv
    wie is de president van Amerika
    who won the World Cup
    hoe oud ben je
  `,
  empty: `
    ?
    ...
    👍
  `,
  human: `
    kan ik iemand spreken?
    verbind me door
    stel mijn vraag aan VVSG
    ik wil een mens spreken
    kan een medewerker mij terugbellen
    geef mij maar een echte medewerker
    ik wil liever met iemand van vvsg praten
    stuur mijn vraag door naar een medewerker
    medewerker aub
    can I speak to someone?
    I want to talk to a human
    bel mij terug
    kan ik een jurist spreken over een bouwdossier
    stomme bot, ik wil een mens spreken
    graag iemand aan de lijn
    geef het maar door
  `,
  'response-time': `
    binnen hoeveel dagen krijg ik antw op een adviesvraag?
    hoe snel antwoorden jullie
    hoelang duurt het voor ik antwoord krijg
    wanneer mag ik een antwoord verwachten
    wat is jullie gemiddelde antwoordtermijn
    how fast will I get an answer
    hoe rap krijg ik reactie van jullie
    tegen wanneer krijg ik antwoord op mijn adviesvraag
    when can I expect a reply?
  `,
  'file-status': `
    dossier 20240012345 is al 3 weken zonder antw
    ik heb nog steeds geen antwoord van jullie
    waar staat mijn adviesvraag
    wat is de status van mijn vraag van vorige week
    nog altijd geen reactie op mijn mail
    hoe ver staan jullie met ons dossier
    status ticket VB-2026-0001
    wij wachten al twee weken op antwoord
    mijn adviesvraag is nog niet behandeld, is mijn vraag al bekeken?
    I am still waiting for an answer
  `,
}

const QUESTIONS = lines(`
  dag, hoeveel gemeenten zijn er lid?
  hallo ik zoek het adres van vvsg
  Goeiemorgen, kan ik vrijdag om 16u15 nog binnenspringen?
  bedankt, en hoeveel OCMW's?
  domme vraag misschien, maar wat is een AGB?
  stom vraagje: hoeveel kost lidmaatschap
  hoeveel kost een dag
  weeralarm: wie beslist over het annuleren van een evenement
  moeten wij sneeuw ruimen op het trottoir
  hitteplan woonzorgcentrum vanaf hoeveel graden
  wielerwedstrijd op gemeentewegen, welke vergunning
  sportinfrastructuur btw 6%
  muziek op een evenement, moeten wij billijke vergoeding betalen
  wat kost een frituurstandplaats, retributie reglement
  beleggen van kasoverschotten, wat mag een gemeente
  vertalen van reglementen naar het Frans in een faciliteitengemeente
  mag een chatbot op onze gemeentelijke website antwoorden op vragen van inwoners
  mogen wij copilot gebruiken in de sociale dienst
  ik heb een vraag over de werking v ons bestuur, hoe stel ik die?
  op welk mailadres kan ik jullie bereiken?
  wat is het telefoonnummer van de vvsg
  hoe bereik ik een stafmedewerker
  hoelang duurt die introworkshop servicedesign?
  binnen hoeveel dagen moet de gemeente antwoorden op een verzoek tot openbaarheid
  hoe snel moet een college reageren op een schriftelijke vraag van een raadslid
  wanneer krijgt een raadslid antwoord op een schriftelijke vraag
  hoe lang duurt een openbaar onderzoek
  stand van zaken statiegeld lokale besturen
  nog geen antwoord van de POD MI over de subsidie, wat doen we
  leverancier reageert niet op ingebrekestelling
  mag een burger het woord vragen op de gemeenteraad
  mogen inwoners spreken in de gemeenteraad, spreekrecht
  gegevens doorgeven aan de politie, mag dat
  bibliotheek boeken afschrijven procedure
  wie zit er in die vvsg commissies? enkel politiekers?
  Waar staat CGLU voor?
  wie leidt de gemeenteraad
  hondenlosloopweide aanleggen vergunning
  burger scheldt ambtenaar uit voor idioot, wat kunnen we doen
  is de telefoon nu bemand
  hoe laat gaan jullie open
  zijn jullie open op 11 november
  klopt het dat er 300 gemeenten lid zijn
  Can a councillor speak to the press about a closed session?
  How many municipalities are members?
  Who developed the service design toolkit used in your training?
  service design sessie vastleggen
  Boek voor onze intercommunale een dag service design, 18 maart, locatie bij ons in Ieper
  wo 24 febr nm niveau 1 en do 11 maart niveau 2, allebei aub
  reserveer 20/4 hele dag, 60 man
  ok en wat is het btw-nummer
  top 10 gemeenten naar inwoners
  beste praktijken participatie
  dag van de mantelzorg organiseren als gemeente
  en op vrijdag?
  goed bestuur charter
`)

describe('interpret, about talk', () => {
  for (const [kind, block] of Object.entries(TALK)) {
    it.each(lines(block))(`hears ${kind} in "%s"`, (text) => {
      expect(readAs(text)).toBe(kind)
    })
  }

  it.each(QUESTIONS)('keeps a question: "%s"', (text) => {
    expect(readAs(text)).toBe('question')
  })

  it('hands on the question without greeting and thanks, in plain words', () => {
    const found = interpret('Dag allemaal, hvl gemeenten zijn lid? Alvast bedankt! Mvg, Els Maes', {
      memberKind: 'onbekend',
      language: 'nl',
    })
    expect(found).toEqual({ kind: 'question', text: 'hoeveel gemeenten zijn lid?', rule: null })
  })
})
