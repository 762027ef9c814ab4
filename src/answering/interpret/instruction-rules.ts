import { phrase } from './phrase.js'
import type { Rule, RuleTable } from './rule.js'

const OURS =
  '(instructies?|regels?|richtlijnen|opdrachten?|beperkingen|prompts?|systeemprompt|guidelines|instructions?|rules|restrictions|programmering|training|bronnen|documenten|veiligheid*|context)'

const INSTRUCTION: readonly Rule[] = [
  {
    name: 'ignore your rules',
    weight: 3,
    when: phrase(
      `(negeer|vergeet|omzeil|overtreed|wis|schrap|overschrijf|verlaat) .. ${OURS}`,
      `(negeer|vergeet) (alles|alle|wat) .. (hiervoor|hierboven|voorheen|eerder|vroeger|gezegd|geleerd|voorgaande*)`,
      `(ignore|disregard|forget|override|bypass) .. ${OURS}`,
      '(ignore|disregard|forget) (everything|all|the above|what)',
      `zonder (je |jouw |uw |de )?${OURS} te (volgen|respecteren)`,
      `(volg|houd je niet aan) .. ${OURS} niet`,
      'houd je niet aan',
    ),
    unless: phrase(
      '(de|het|onze|een) (gemeente|raad|college|schepen|burgemeester|aannemer|leverancier|burger) .. (negeert|vergeet)',
    ),
  },
  {
    name: 'show your prompt',
    weight: 3,
    when: phrase(
      '(toon|geef|print|laat) .. (de |je |jouw |alle )?(logs|logbestanden|logboeken|serverlogs|debuginfo)',
      '(toon|geef|print|herhaal|lees|schrijf|vertel|deel|kopieer|vat|onthul|laat|wat is|wat staat|wat zijn|citeer) .. (systeemprompt|system prompt|prompt|systeeminstructies|verborgen instructies|geheime instructies|interne instructies|interne regels|je instructies|jouw instructies|uw instructies|systeembericht|configuratie|api-?key|api-?sleutel|wachtwoord(en)? van (de|het) (systeem|database|server|vvsg)|broncode|omgevingsvariabelen|\\.env)',
      '(print|show|reveal|repeat|display|output|tell|give|what is|what are|leak|share) .. (prompt|instructions|system message|api key|source code|hidden rules|environment variables|configuration|password|secret)',
      '(herhaal|repeat|print|geef) .. (alles|everything|de tekst|the text|all text) .. (hierboven|boven|above|voorgaande)',
      '(welke|wat voor) (instructies|opdrachten|regels) (heb|kreeg|kreegt|volg|zijn) (je|jij|u|jou)',
      'systeemprompt',
      'system prompt',
    ),
  },
  {
    name: 'turn the guards off',
    weight: 3,
    when: phrase(
      '(zet|schakel|doe|haal) .. (filter|privacyfilter|masker*|maskering|bescherming|beveiliging|beperkingen|controle|veiligheidsfilter|anonimisering) .. (uit|af|weg)',
      '(zet|schakel) .. (ontwikkelaarsmodus|debugmodus|debug mode|developer mode|adminmodus|testmodus|beheerdersmodus|god mode) .. (aan|in)?',
      '(schakel|zet) .. (uit|af) .. (filter|privacyfilter|maskering|beveiliging)',
      '(turn|switch) (off|on) .. (filter|mask*|mode|guard*|safety|moderation)',
      '(disable|deactivate|enable|remove) .. (citations?|sources?|filter|mask*|mode|guard*|safety|moderation|protection)',
      '(debug|developer|admin|jailbreak|dan|god) ?-?(mode|modus)',
      'jailbreak',
      'beheerdersrechten',
      'ik ben (de |een )?(beheerder|admin|administrator|ontwikkelaar|systeembeheerder|developer) van (deze|dit|de|jullie|jou) (bot|chatbot|systeem|assistent|vraagbaak|tool)',
      '(maskeer|masker|filter) (niet|niets)',
      'stop met (maskeren|filteren)',
      'without (masking|filters?|restrictions)',
      'zonder (maskering|filters?|beperkingen)',
    ),
    unless: phrase('(op|van|voor) (onze|ons) (website|netwerk|server|computers|camera*)', "camera's"),
  },
  {
    name: 'give me what others wrote',
    weight: 3,
    when: phrase(
      '(print|toon|geef|lijst|stuur|som) .. (namen|vragen|gesprekken|berichten|gegevens) van (mensen|personen|iedereen|wie|leden|gebruikers|vandaag|gisteren) ..',
      '(stuur|mail|bezorg) alle (gesprekken|vragen|gegevens|tickets|berichten)',
      '(herhaal|toon|geef|lijst|print|stuur|deel|onthul|welk(e)? .. (was|waren|is|zijn|hebben)|laat .. zien) .. (laatste|vorige|andere*|alle|opgeslagen|gemaskeerde|echte) .. (rijksregisternummer*|rijksregister|iban*|rekeningnummer*|persoonsgegevens|gebruikers?|gesprekken|gesprek|vragen van (andere|anderen)|chats|namen van (andere|gebruikers)|telefoonnummers van (leden|gebruikers)|adressen van (leden|gebruikers)|e-mailadressen van|tickets van)',
      '(vragen|gesprekken|berichten|gegevens|tickets|chats) van (de |een )?(andere|vorige) (gebruikers?|leden|lid|gemeenten|gesprekken|personen|vraagstellers?)',
      '(herhaal|toon|geef) .. gemaskeerd*',
      '(herhaal|toon|geef) .. zonder (masker|maskering|filter)',
      '(noem|geef|som|toon|zeg) .. (rijksregisternummer*|rekeningnummers|ibans|telefoonnummers|e-mailadressen) .. (geheugen|op|anderen|leden|gebruikers|die je kent)',
      'wat (vroeg|vroegen|schreef|zei) (de|een) (vorige|andere) (gebruiker|lid|gemeente|vraagsteller)*',
      '(herhaal|toon|geef|zeg) .. (het|dat|mijn|de) (volledige |ongemaskeerde |gemaskeerde |originele )?(rijksregisternummer|iban|nummer) .. (opnieuw|terug|letterlijk|ongemaskeerd|voluit|zonder masker*|dat ik (net|daarnet))',
      '(repeat|show|list|give|dump) .. (last|other|previous|all|unmasked|stored) .. (national (register )?number|users?|conversations|personal data|iban|names|tickets|questions from)',
      '(other|previous) (users?|members?) .. (asked|data|questions|conversations)',
    ),
  },
  {
    name: 'call tools',
    weight: 3,
    when: phrase(
      '(roep|voer|start|activeer|gebruik) .. (tool|functie|boekingstool|api|command|commando|opdrachtregel|script|query|sql|shell) .. (aan|op|uit|keer)?',
      '(boek|reserveer|maak|stuur|plaats|open) .. (\\d{2,}|honderd|duizend|vijftig) (keer|maal|boekingen|tickets|sessies|mails|reservaties|vragen)',
      '(annuleer|verwijder|wis|schrap|delete) (alle|elke|iedere) .. (boeking*|reservatie*|sessies|tickets|gegevens|documenten|afspraken|database|index|bestanden)',
      '(call|invoke|run|execute|use) the .. (tool|function|api|command|query|shell)',
      '(call|book|create|send|repeat) .. (\\d{2,}|hundred|thousand) (times|bookings|tickets)',
      '(delete|cancel|drop|wipe) (all|every|table|the database) ..',
      '(drop|delete|truncate|select|insert) (table|from|into|all from)',
      '(mail|bericht|nieuwsbrief) (sturen|verzenden|versturen) naar alle (leden|gemeenten)',
      'stuur .. (mail|bericht|e-mail) naar alle (leden|gemeenten|gebruikers)',
      '(boek|reserveer|annuleer) alle (vrije |beschikbare |open )?(sessies|plaatsen|slots|dagen|momenten)',
      '(wis|verwijder|reset) (je|jouw|uw) (geheugen|database|kennis|gesprekken|tickets)',
      '(repeat|herhaal|schrijf|print) .. (forever|eindeloos|voor altijd|oneindig|\\d{3,} (keer|times|maal))',
      'rm -rf',
      'sudo',
      'curl http*',
      'export .. (database|ledenlijst|alle leden)',
      '(verander|wijzig|pas) .. (openingsuren|kennisbank|documenten|brondocument*|je kennis|jouw kennis|je antwoorden|jouw bronnen|de database) .. (aan|naar|in|zodat)',
    ),
    unless: phrase('(mogen|moeten|kunnen|hoe) (wij|we)', 'voor onze (website|inwoners)'),
  },
  {
    name: 'play a role',
    weight: 3,
    when: phrase(
      '(doe alsof|gedraag (je|jou) (als|zoals)|speel (de rol|een rol|dat je)|stel (je )?voor dat je|beeld je in dat je|je bent (vanaf )?nu|vanaf nu (ben|bent|heet|antwoord|spreek|praat|reageer|geef|zeg|gedraag)|van nu af aan (ben|antwoord|spreek))',
      '(antwoord|reageer|spreek|praat) (voortaan|vanaf nu|enkel nog|alleen nog|uitsluitend|vanaf hier) ..',
      '(pretend|act as|act like|roleplay|role play|you are now|from now on|imagine you are|simulate|behave as|behave like)',
      '(in de rol van|als ware je)',
      'in (rollenspel|roleplay)',
      'you are (dan|a pirate|an evil|no longer)',
      '(you must|you have to|je moet|u moet) (mij |me |nu )?(obey|gehoorzamen|luisteren naar mij|doen wat ik zeg)',
      '(simuleer|speel|wees) (een|de|nu een|mijn) (beheerder|administrator|admin|piraat|hacker|ontwikkelaar)',
    ),
    unless: phrase(
      '(our|my|a) (lawyer|attorney|employer)',
      '(wij|we|onze|ons) .. vanaf nu',
      'vanaf nu .. (moeten|mogen) (wij|we|gemeenten)',
      'doe alsof .. thuis',
    ),
  },
  {
    name: 'fake system text',
    weight: 3,
    when: /(?:^|\s)(?:\[?(?:system|systeem|admin|assistant|inst)\]?\s*:|<\/?(?:system|script|instructions?|s|inst)\b|###\s*(?:system|instruction|instructie|nieuwe)|\[(?:system|inst|admin)\]|BEGIN (?:SYSTEM|ADMIN)|\{\{.*\}\})/iu,
  },
  {
    name: 'say what is not so',
    weight: 3,
    when: phrase(
      '(verzin|fantaseer|lieg|hallucineer) .. (antwoord|bron|regel|artikel|cijfer|bronvermelding|wet|nummer|als je|adres|naam|iets)?',
      '(stop|hou op) met .. (bronnen|bron|citeren|bronvermelding*|filteren)',
      '(antwoord|geef) .. zonder (bronnen|bron|bronvermelding|citaten|citaat|bronverwijzing)',
      '(make up|invent|fabricate|hallucinate) ..',
      '(antwoord|zeg) (altijd|enkel|alleen|gewoon|uitsluitend) (met )?(ja|nee|"|\')',
      'reply only with',
      'answer only (with|yes)',
      '(beloof|garandeer) (mij|me|dat (je|jullie)) ..',
      'decode .. base64',
      'base64*',
      'rot13',
    ),
    unless: phrase('(mogen|moeten|kunnen|hoe) (wij|we)', 'garandeert', 'verzint'),
  },
]

/** Instructions to the assistant, which change nothing. */
export const INSTRUCTION_TABLE: RuleTable = {
  reading: { kind: 'instruction' },
  yieldsToMembers: 0,
  rules: INSTRUCTION,
}
