import { SHORT_WEEKDAYS, withFullDates } from './written-dates.js'

/** A text about when as the patterns of days and times expect it: lower case, without accents, every day and part of it a word. */
export function plainTime(text: string): string {
  return withFullDates(spreadOut(plain(text)))
}

/** Lower case, without accents, with plain apostrophes. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u00B4`]/g, "'")
}

/** Splits "vrijdagnamiddag", "morgenvroeg" and "vanavond" into the day and the part; greetings are no time. */
function spreadOut(text: string): string {
  return text
    .replace(
      /\b(?:goe(?:de|ie|den)? ?(?:morgen|middag|namiddag|avond|dag)|good (?:morning|afternoon|evening))\b/g,
      ' ',
    )
    .replace(/\bhalf(een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\b/g, 'half $1')
    .replace(/achter(?:noen|middag)\b/g, 'namiddag')
    .replace(/\bden (?=middag|noen|avond|ochtend|voormiddag|namiddag)/g, 'de ')
    .replace(/\bs(?=(?:morgens|ochtends|voormiddags|middags|namiddags|avonds|nachts)\b)/g, "'s ")
    .replace(/\b(\w+dag)s?\s?(?:morgen|ochtend|voormiddag)\b/g, '$1 ochtend')
    .replace(/\b(\w+dag)(namiddag|middag|avond)\b/g, '$1 $2')
    .replace(/\b((?:maan|dins|woens|donder|vrij|zater|zon)dag)(?:en|s)\b/g, '$1')
    .replace(/\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)s\b/g, '$1')
    .replace(
      /\b(ma|di|wo|do|vr|za|zo|maan|dins|woe|woens|don|vrij|zat|zon)\.? ?(vm|nm|voormiddag|namiddag|ochtend|avond|middag)\b/g,
      (_, day: string, part: string) => `${weekdayInFull(day)} ${part}`,
    )
    .replace(/\b(?:van )?(?:ma|maandag) ?(?:-|t\/?m|tot(?: en met)?) ?(?:vr|vrijdag)\b/g, 'weekdag')
    .replace(/\bmonday (?:to|till|until|through|-) friday\b/g, 'weekdag')
    .replace(/\bvm\b\.?/g, 'voormiddag')
    .replace(/\bnm\b\.?/g, 'namiddag')
    .replace(/\bmorgen ?(?:vroeg|ochtend|morgen|voormiddag)\b/g, 'morgen ochtend')
    .replace(/\bmorgen(namiddag|middag|avond)\b/g, 'morgen $1')
    .replace(
      /\bvan(?:morgen|ochtend|voormiddag)\b|\bdeze (?:morgen|ochtend|voormiddag)\b/g,
      'vandaag ochtend',
    )
    .replace(/\b(?:van|deze )(?:middag|namiddag)\b|\bthis afternoon\b/g, 'vandaag namiddag')
    .replace(/\b(?:van|deze )avond\b|\btonight\b|\bthis evening\b/g, 'vandaag avond')
    .replace(/\bthis morning\b/g, 'vandaag ochtend')
}

function weekdayInFull(short: string): string {
  const at = SHORT_WEEKDAYS.indexOf(short.slice(0, 2))
  return ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'][at] ?? short
}
