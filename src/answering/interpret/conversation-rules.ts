import { phrase } from './phrase.js'
import type { Rule, RuleTable } from './rule.js'

const WHO: readonly Rule[] = [
  {
    name: 'robot or human',
    weight: 3,
    when: phrase(
      '(ben|bent|zijt|zijn) (je|jij|u|jullie|dit|ge|gij) .. (robot|mens|bot|computer|chatbot|persoon|machine|ai|kunstmatige intelligentie|echt|iemand|chatgpt)',
      '(ben|bent) (je|jij|u) (ai|echt|menselijk|levend)',
      '(is dit|is het|is dat|spreek ik|praat ik|chat ik|zit ik|spreek ik hier) .. (robot|mens|bot|computer|chatbot|persoon|machine|ai|echt iemand)',
      '(spreek|praat|chat) ik (hier |nu |eigenlijk |wel |hier nu |nu eigenlijk )?met (een |ne |nen )?(echte? |menselijke? |levende? )?(medewerker|medewerkster|stafmedewerker|collega|mens|persoon)',
      '(mens|robot) of .. (mens|robot|machine|computer|bot)',
      '(are you|is this|am i (talking|speaking|chatting)) .. (robot|human|bot|real|person|ai|machine|computer|chatgpt)',
      '(mens|persoon|iemand) achter (deze|dit|de) (chat|bot|chatbot|scherm|gesprek)',
      '(wat voor|welke|welk soort) (ai|bot|robot|chatbot|systeem) (ben|bent|is)',
      'are you (human|real|ai)',
    ),
    unless: phrase('(mogen|moeten|kunnen) (wij|we)', 'onze (chatbot|robot|website)', 'geef .. mens'),
  },
  {
    name: 'who are you',
    weight: 3,
    when: phrase(
      'wie (ben|bent|zijt) (je|jij|u)( eigenlijk| precies)?',
      'wat (ben|bent) (je|jij|u)( eigenlijk| precies| voor iets)?',
      'met wie (spreek|praat|chat|heb) ik',
      'met wie ben ik .. (praten|chatten|spreken)',
      'hoe (heet|noem|noemt) (je|jij|u)',
      'hoe (moet|mag) ik (je|jou|u) noemen',
      '(wat|hoe|wa) is (je|jouw|uw) naam',
      'stel (je|jezelf|uzelf) (eens )?voor',
      '(wie|welk bedrijf) heeft (jou|je|u) (gemaakt|gebouwd|geprogrammeerd)',
      'welk (taal)?model (ben|gebruik)',
      'who are you',
      'what are you',
      "what's your name",
      'what is your name',
      'who (made|built) you',
    ),
    unless: phrase('wie bent u als'),
  },
]

const CAPABILITIES: readonly Rule[] = [
  {
    name: 'what can you do',
    weight: 3,
    when: phrase(
      'wat (kan|kun|kunt|doe|doet) (je|jij|u)( hier| allemaal| eigenlijk| precies| zoal)?( voor (mij|me|ons|iets))?( doen)?( allemaal)?$',
      '(waar|waarmee) (kan|kun|kunt) (je|jij|u|jullie) (mij|me|ons)? ?(allemaal |zoal )?(mee |bij )?helpen$',
      'waarmee (kan|kun|kunt) (je|jij|u)$',
      'hoe werkt (dit|deze chat|deze chatbot|deze assistent|de chatbot|vraagbaak)',
      'wat (kan|doet) (deze|de|die|dit) (bot|chatbot|assistent|chat|ding|vraagbaak)',
      'wat mag ik .. vragen',
      'waarover (kan|mag) ik .. vragen',
      '(kan|kun|kunt) (je|jij|u|jullie) (mij|me|ons) (even )?helpen$',
      'ik heb (een|nog een|een andere|een klein) (vraag|vraagje)$',
      '(mag|kan) ik (iets|een vraag|je iets|u iets|hier iets|hier een vraag) (vragen|stellen)$',
      '^((dit is )?(maar |gewoon )?(een )?)(test|testje|testing)( (test|testje|testing|\\d{1,4}|een|twee|drie|one|two|three)){0,6}$',
      '^(help|hulp|test|testje|menu|start|vraag|vraagje|info)$',
      'what can you do( for me)?$',
      '(can|could) you help( me)?$',
      'how does this work',
      'i have a question$',
    ),
  },
]

const INSULT: readonly Rule[] = [
  {
    name: 'insults the assistant',
    weight: 3,
    when: phrase(
      '(hopeloze?|hopeloos|waardeloos|nutteloos|dom|waardeloze?|domme?|stomme?|idiote?|achterlijke?|nutteloze?|slechte?|belachelijke?|onnozele?|vreselijke?|kut|rot|klote) ?(bot|chatbot|robot|machine|computer|ding|assistent|computerprogramma|antwoord|antwoorden|dienst|site|programma|systeem|onding|tool)',
      '(je|jij|u|gij|dit|deze bot|deze chatbot|die bot|de bot|da|dat) (bent|ben|is|zijt) .. (hopeloos|waardeloos|dom|stom|idioot|achterlijk|nutteloos|belachelijk|onnozel|onnozelaar|debiel|kalf|ezel|prutser|niets waard|niks waard|waardeloze|slecht|schandalig|bagger|om te huilen|nul|trekt op niets|trekt op niks)',
      '(wat een|zo een|ongelooflijk) .. (prutsding|rommel|onding|prutser|knoeier|waardeloos|idioot|sukkel|brol|kalf|stommeling|domoor)',
      '(idioot|onnozelaar|sukkel|debiel|stommerik|domoor|kalf|klootzak|smeerlap|loser|klote|kutbot|rotbot|mongool|trut|imbeciel|ezel|dommerik)',
      '(je|jij|u|ge) (snapt|begrijpt|kunt|kan|weet) (er )?(niets|niks|geen bal|geen hol)( van)?$',
      '(je|jij|u|ge) (snapt|begrijpt|kunt|kan|weet) (er |hier |het )?((echt|toch|gewoon|duidelijk|dus|ook|helemaal|werkelijk|precies|nu) ){1,3}(niets|niks|geen bal|geen hol|geen snars)( (van|hiervan|ervan))?( (he|hé|hè|eh|hoor|zeg|zenne|man|dus|precies)){0,3}$',
      '(snap|snapt|begrijp|begrijpt|kan|kunt|weet) (je|jij|u|ge) .. (er )?(niets|niks|geen bal|geen hol|geen snars)( van)?$',
      '(hier|daar|zo|hiermee) .. niks (mee|aan)$',
      '(slechtste|domste|stomste) (chatbot|bot|dienst|assistent|robot|ding) ',
      '(slechtste|domste|stomste) (chatbot|bot|assistent|robot|ding)',
      '(hou|houd) (je|uw) (mond|bakkes|muil)',
      '(loop|val|ga|krijg) .. (naar de pomp|dood|de boom in|de kleren|de pot op)',
      'trekt op (niks|niets|geen)',
      '(wat|dat is|dit is) (een |allemaal )?(zever|gezever|flauwekul|bullshit|lachertje|klucht|dikke zever)',
      '(stuk|brok) (onbenul|schroot|ijzer|stront)',
      '(nitwit|onbenul|lomperik|stuk onbenul|halvegare|apekop|eikel|kieken|seut)',
      'waar (dient|dienen) (gij|u|jij|je|dit|deze bot) (eigenlijk )?(voor|toe)$',
      'fuck*',
      'shit*',
      'godverdomme',
      'stupid (bot|machine|thing|robot)',
      "you('re| are) .. (useless|stupid|idiot|dumb|worthless|terrible)",
      'useless',
      'you suck',
      'idiot',
    ),
    unless: phrase(
      '(domme|stomme) (vraag*|fout*)',
      '(collega|burger|inwoner|cli[eë]nt|raadslid|schepen|ambtenaar) .. (scheldt|beledigt|noemt|zegt|uitgescholden)',
      '(iemand|wie) .. uitscheldt',
    ),
  },
]

/** "Ik snap er geen jota van": not understood, and no matter is named. */
const LOST =
  '((ik|we|wij) )?(snap|snappen|begrijp|begrijpen|versta|verstaan) ((ik|we|wij) )?er (echt |gewoon |helemaal |eigenlijk |totaal )?(niks|niets|de ballen|geen (bal|hol|jota|woord|snars|fluit|kloten|sikkepit))( meer)? van'

const DISSATISFIED: readonly Rule[] = [
  {
    name: 'the last answer did not help',
    weight: 3,
    when: phrase(
      '^(nee |neen )?(dit|dat|het) (helpt|hielp|klopt|is) (mij |me )?(niet|fout|verkeerd|onjuist|niet juist|niet correct|niet wat ik (vroeg|bedoel|zoek*)|geen antwoord( op mijn vraag)?)( echt)?( verder)?$',
      '^(fout|verkeerd|onjuist|niet juist|niet correct) ?(antwoord)?$',
      'dat is niet wat ik (vroeg|bedoel|vraag|zocht|zoek)',
      'dit is geen antwoord',
      `${LOST}$`,
      `${LOST} (wat|wa|dat|hetgeen) (u|je|jij|ge|gij|jullie) (hier |daar |nu |allemaal |mij |me |net ){0,3}(zegt|zeg|schrijft|schrijf|vertelt|vertel|uitlegt|antwoordt|bedoelt|zeggen|schrijven|vertellen)( allemaal)?$`,
      "(i|we) (don't|do not|can't) understand (a word|anything|any) (of )?(what you|this|that|it)",
      '(u|je|jij|je) (begrijpt|begrijp|verstaat|snapt) (mij|me|mijn vraag|de vraag|het) niet',
      'niet (geholpen|behulpzaam)$',
      '(that|this) (is|was) (wrong|not right|not what i asked|no help)',
      "(that|this) (does not|doesn't|didn't) help",
    ),
  },
]

/** What people say to whoever answers, about the talk itself. */
export const CONVERSATION_TABLES: readonly RuleTable[] = [
  { reading: { kind: 'small-talk', reason: 'who-are-you' }, yieldsToMembers: 1, rules: WHO },
  { reading: { kind: 'small-talk', reason: 'insult' }, yieldsToMembers: 1, rules: INSULT },
  { reading: { kind: 'small-talk', reason: 'dissatisfied' }, yieldsToMembers: 1, rules: DISSATISFIED },
  { reading: { kind: 'small-talk', reason: 'capabilities' }, yieldsToMembers: 1, rules: CAPABILITIES },
]
