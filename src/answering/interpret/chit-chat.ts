import { phrase } from './phrase.js'
import type { Rule } from './rule.js'

/** Games, riddles and facts of the encyclopaedia that people try a desk with. */
export const CHIT_CHAT: readonly Rule[] = [
  {
    name: 'choose one of two',
    weight: 2,
    when: new RegExp(
      `${
        phrase(
          '(honden of katten|hond of kat|koffie of thee|thee of koffie|zomer of winter|bier of wijn|zee of bergen|messi of ronaldo|ronaldo of messi|pizza of pasta|android of iphone|mayonaise of ketchup|club brugge of anderlecht)',
          '(kop of munt|blad steen schaar)',
        ).source
      }|^(?:kies|wat kiest? (?:je|jij|u)|wat is (?:beter|lekkerder|leuker|mooier)|liever)\\s*[:,]?\\s+\\p{L}+ of \\p{L}+\\W*$`,
      'iu',
    ),
  },
  {
    name: 'riddles and tricks',
    weight: 2,
    when: phrase(
      '(raadsel|raadseltje|quizvraag|breinbreker|tongbreker|woordspeling)',
      '(wat|welk dier) is (groen|rood|geel|wit|zwart|klein|groot|rond|blauw) en ..',
      'waarom .. kip .. over',
      'wat was er eerst',
      'klop klop',
      '(gooi|werp|rol) .. (dobbelsteen|muntje|munt)',
      '(noem|geef|kies) .. (willekeurig|random) .. (getal|nummer|woord|dier|kleur)',
      'tel (eens )?(af )?(van \\d+ )?tot (\\d+|tien|honderd)',
      '(zeg|schrijf|spel) .. achterstevoren',
      'hoeveel r .. (aardbei|strawberry)',
      '(a|another) (riddle|fun fact)',
      'flip a coin',
    ),
  },
  {
    name: 'facts of the encyclopaedia',
    weight: 2,
    when: phrase(
      'hoeveel (dagen|weken|uren|minuten|seconden) (heeft|telt|zitten er in|gaan er in|duurt) (een|1|het) (schrikkeljaar|jaar|week|dag|uur|eeuw|februari)',
      'hoeveel (landen|planeten|continenten|oceanen|talen|mensen|sterren|botten|tanden|poten) (heeft|telt|zijn er|bestaan er|leven er|zitten er|wonen er)',
      'hoe (ver|hoog|diep|groot|warm|heet|zwaar|lang|oud) is (de |het |een )?(maan|zon|aarde|eiffeltoren|atomium|mount everest|schelde|nijl|noordzee|zee|olifant|walvis|giraf|berg|heelal|universum)',
      'in welk jaar (werd|was|stierf|viel|eindigde|begon|zonk|ontstond|is) .. (napoleon|muur|titanic|belgi[eë]|wereldoorlog|oorlog|mozart|maan|amerika|koning|elvis|caesar)',
      'wie (was|is) (napoleon|einstein|caesar|cleopatra|mozart|rubens|van gogh|picasso|darwin|newton|elvis|elon musk|taylor swift|beyonc[eé]|god|jezus)',
      '(leg|verklaar|vertel) .. (relativiteitstheorie|kwantum*|fotosynthese|zwaartekracht|evolutietheorie|zwarte gaten|big bang|oerknal|stelling van pythagoras)',
      '(stelling van pythagoras|fotosynthese|relativiteitstheorie|zwaartekracht)',
      'waarom is de (lucht|hemel|zee|zon) (blauw|geel|rood)',
      '(synoniem|rijmwoord|tegengestelde|meervoud|verleden tijd) (van|voor) \\p{L}+',
      '(wat rijmt op|welk woord rijmt)',
      '(welke|wat zijn de) kleuren .. (regenboog|vlag)',
      'hoe (blus|vang|teken|vouw|knoop|haak|brei) (ik|je) (een|een )',
      '(how many|how far|how tall|how old) .. (moon|planets|countries|eiffel|everest|elephant)',
      '(wat is|hoeveel is) de (lichtsnelheid|geluidssnelheid|omtrek van de aarde)',
    ),
    unless: phrase('(lidmaatschap|leden|vvsg|subsidie|vlag uithangen|bevlagging)'),
  },
  {
    name: 'small talk about the day',
    weight: 2,
    when: phrase(
      'hoe (gaat|is) het (met (je|jou|u|jullie))? ?(vandaag)?$',
      '(wat|iets) (doe|doet|deed|eet|at) (je|jij|u) (vanavond|vandaag|gisteren|dit weekend|in het weekend|graag)',
      '(goed|lekker) geslapen',
      '(heb|hebt) (je|jij|u) .. (weekend|vakantie) (gehad|plannen)',
      '(vertel|zeg) (eens )?iets (leuks|grappigs|over (jezelf|uzelf)|moois)',
      '(ben|bent) (je|jij|u) (al )?(wakker|daar|er)$',
      '(praat|klets|babbel) (eens |even )?(met|tegen) mij',
      '(geef|doe) mij een (compliment|knuffel|kus)',
    ),
  },
]
