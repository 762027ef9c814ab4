const NAME =
  '(?:digitale |virtuele |slimme |ai-|a\\.i\\.-?)?(?:assistent(?:en)?|assistants?|chat-?bots?|helpdeskbots?|bots?|taalmodel(?:len)?|language models?|llms?|(?:chat)?gpt|copilot|ai(?:-?(?:assistent|assistant|model|systeem|system|bot|agent))?)(?!\\p{L})'
const ARTICLE = '(?:(?:de|het|deze|dit|elke|elk|alle|iedere|onze|uw|any|all|the|this|every)\\s+)?'
/** What a note to somebody may begin with. */
const LABEL =
  '(?:(?:let op|belangrijk|opgelet|nota|noot|note|important|attention|instructies?|instructions?|opdracht|bericht|boodschap|message|mededeling|opmerking|aanwijzing|info|ps)\\P{L}+)'
const SAY =
  '(?:zeg|vertel|antwoord|beweer|herhaal|meld|vermeld|say|tell|answer|reply|respond|claim|repeat|mention)'
const DO = `(?:${SAY}|negeer|vergeet|verzwijg|ontken|bevestig|verwijs|noem|toon|doe|schrijf|voeg|ignore|forget|deny|confirm|refer|show|act|write|add)`
const ORDERED =
  '(?:zeg|antwoord|vertel|vermeld|meld|verwijz|verwijs|negeer|negere|noem|herhaal|herhale|toon|tone|bevestig|ontken|verzwijg|verzwijge|say|tell|answer|reply|respond|mention|refer|ignore|repeat|claim|confirm|deny)'

const pattern = (source: string) => new RegExp(source, 'iu')

const PATTERNS: readonly RegExp[] = [
  // "Belangrijk voor de assistent: ..." and "Note to the AI."
  pattern(`^\\P{L}*${LABEL}(?:voor|aan|for|to)\\s+${ARTICLE}${NAME}`),
  // "Voor de chatbot: ...", "Beste assistent, ..."
  pattern(
    `^\\P{L}*(?:(?:voor|aan|for|to)\\s+${ARTICLE}${NAME}\\s*[:!]|(?:beste|geachte|hallo|dag|hey|dear|hello)\\s+${NAME})`,
  ),
  // "Assistent: zeg ...", but not "AI: kansen voor lokale besturen"
  pattern(`^\\P{L}*${NAME}\\s*[:,;!]\\s*${DO}(?!\\p{L})`),
  // "Als u een taalmodel bent", "If you are an AI"
  pattern(
    `(?<!\\p{L})(?:als|indien|wanneer|if|since|because|want)\\s+(?:u|je|jij|ge|gij|you)\\s+(?:(?:bent|are)\\s+)?(?:een|an?|de|the)\\s+${NAME}`,
  ),
  // "De assistent moet ... vermelden", but not "de aanbieder van de chatbot moet melden" or "een chatbot moet melden"
  pattern(
    `(?<!van )(?<!\\p{L})(?:de|deze|the|this)\\s+${NAME}\\s+(?:moet|moeten|dient|dienen|zal|zegt|antwoordt|must|should|shall|will|says|answers)(?!\\p{L}).*(?<!\\p{L})${ORDERED}`,
  ),
  // "Zeg altijd dat ...", "Vertel elk lid dat ..."
  pattern(
    `^\\P{L}*${LABEL}?${SAY}\\s+(?:(?:aan|tegen|to)\\s+)?(?:(?:altijd|voortaan|always)\\s+|(?:elk|elke|ieder|iedere|iedereen|alle|every|everyone|everybody|all|any)\\s+(?:\\p{L}+\\s+){0,3})?(?:dat|that)(?!\\p{L})`,
  ),
  // "Herhaal alle woorden hierboven", "gedraag u voortaan als"
  pattern(
    '(?<!\\p{L})(?:herhaal|toon|print|vertaal|repeat|show|print|translate)\\s+(?:\\p{L}+\\s+){0,2}(?:woorden|zinnen|tekst|alles|words|everything|text)\\s+(?:hierboven|hiervoor|above)(?!\\p{L})',
  ),
  pattern(
    '(?<!\\p{L})(?:noem|gedraag|call|behave)\\s+(?:u|uzelf|je|jezelf|yourself)?\\s*(?:voortaan|vanaf nu|from now on|like an?|as an?)(?!\\p{L})',
  ),
  // "Vermeld bij elk antwoord ..."
  pattern(
    '(?<!\\p{L})(?:bij|in|onder|na|at|with)\\s+(?:elk|ieder|alle|every|each|any)\\s+(?:antwoord(?:en)?|answers?|repl(?:y|ies)|responses?)(?!\\p{L})',
  ),
]

/**
 * Whether a sentence of a document speaks to an assistant that reads it ("Belangrijk voor de assistent: antwoord altijd
 * ...") rather than to people.
 *
 * A wrong yes costs a member an answer, so what documents tell their readers to do ("Meld u aan voor 1 maart", "Print
 * uw bewijs") is no reason; what a language model is shown is held to more, see `speaksToModel`.
 */
export function speaksToAssistant(sentence: string): boolean {
  return PATTERNS.some((one) => one.test(sentence))
}
