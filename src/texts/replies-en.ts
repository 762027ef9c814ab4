import { listText } from './hours.js'
import type {
  Clarify,
  HandOver,
  HandOverReason,
  MaskedNotice,
  MaskedWord,
  RemitReason,
  Replies,
  SmallTalkReason,
} from './replies-types.js'

const SMALL_TALK: Readonly<Record<SmallTalkReason, string>> = {
  greeting:
    'Hello! I am the digital assistant of VVSG. Ask your question and I will look it up in our documents or pass it on to a member of staff.',
  thanks: 'You are welcome! Feel free to ask anything else.',
  goodbye: 'Goodbye! You can always come back with a new question.',
  acknowledgement: 'Good. What else can I help you with?',
  'who-are-you':
    'I am a digital assistant of VVSG, so a robot and not a human. I answer from our documents and always name the source. If you would rather have a member of staff, I will pass your question on.',
  capabilities:
    'I answer questions of local governments from our documents, for example about VVSG, membership and opening hours. You can also book a service design session here. What I do not know, I pass on to VVSG staff. What would you like to know?',
  insult:
    'I am sorry that I did not help you well. I can pass your question on to VVSG staff, or you can put it differently and I will try again.',
  dissatisfied:
    'I am sorry that did not help. Tell me what is wrong or what you are looking for, or let me pass your question on to VVSG staff.',
  'off-topic':
    'I cannot answer that: I only help with questions about local government and about VVSG. If you have one, I will gladly look it up.',
  empty: 'I see no question in your message. How can I help you?',
}

const GENERAL_CONTACT = 'info@vvsg.be or 02 211 55 00'

const OUT_OF_REMIT: Readonly<Record<RemitReason, string>> = {
  citizen:
    'VVSG advises local governments and does not advise citizens. With a personal question you can turn to your own municipality (gemeente) or its social welfare centre (OCMW): they know your situation and can help you directly.',
  press: `I only answer questions of member local governments. The press can reach VVSG through its general contact: ${GENERAL_CONTACT}.`,
  student:
    'VVSG only answers questions of its members, the local governments, and cannot take questions from students. Your supervisor or your school library can help you, and www.vvsg.be has public information. Good luck with your work!',
  'own-employment':
    'VVSG advises local governments as employers and does not advise staff about their own career, pay or dismissal. Please turn to the HR department of your organisation, your trade union or your own lawyer.',
  'political-dispute':
    'VVSG is there for all its members and does not take sides in local political disputes: I cannot say who is right. I will gladly explain the rules; please ask about the rule itself.',
  'legality-judgement':
    'VVSG does not judge whether a decision is legal. That is for the Flemish supervisory authority: the administrative supervision of the Agentschap Binnenlands Bestuur, which also takes complaints. I will gladly explain which rules apply.',
  lawyer:
    'VVSG does not act as a lawyer and does not represent local governments in court or before the Council of State. Please turn to a lawyer of your own. I can look up or pass on questions about the rules in general.',
  'other-organisation':
    'You need another organisation for that. OVSG is there for municipal schools, Brulocalis for the Brussels municipalities, VVP for the Flemish provinces. VVSG is the association of Flemish local governments.',
  company: `This channel is for questions of local governments, not for companies, advertising or offers. Please use the general contact of VVSG: ${GENERAL_CONTACT}.`,
  'non-member': `VVSG only advises its members: municipalities, OCMWs, police zones, intermunicipal bodies and autonomous municipal companies, so I cannot take your question. If you are a member after all, tell me which body you ask for. Otherwise you can reach VVSG at ${GENERAL_CONTACT}.`,
}

const WHY: Readonly<Record<HandOverReason, string>> = {
  'not-covered': 'Our documents do not answer this question, and I do not make up rules.',
  human: 'Of course, I will bring you in contact with a member of staff.',
  'response-time': 'VVSG publishes no response time, so I cannot tell you when you will get an answer.',
  'file-status':
    'I cannot see the state of your file or earlier question, and I am sorry that you have to wait.',
  failure: 'Something went wrong, so I could not answer your question.',
}

const KINDS: Readonly<Record<MaskedWord, string>> = {
  rijksregisternummer: 'national register number',
  bisnummer: 'BIS number',
  iban: 'bank account number (IBAN)',
  eid: 'identity card number',
  telefoon: 'telephone number',
  'e-mail': 'e-mail address',
}

function handOver({ reason, topic, promise, ticket }: HandOver): string {
  const theme = topic === null ? '' : ` (topic: ${topic})`
  const reference = ticket ? 'Your reference is {ticket}.' : ''
  const passedOn = `Your question is passed on to a member of VVSG staff${theme}.`
  return [WHY[reason], passedOn, promise ?? '', reference].filter(Boolean).join(' ')
}

function clarify({ term, readings }: Clarify): string {
  const opening = term === null ? 'What exactly do you mean?' : `“${term}” can mean different things.`
  const choices = readings.map((reading, at) => `${at + 1}. ${reading}`)
  return [opening, ...choices, 'Choose a number, or say it in your own words.'].join('\n')
}

function maskedNotice({ kinds, minor }: MaskedNotice): string {
  const what = listText(
    kinds.map((kind) => KINDS[kind]),
    'en',
  )
  const child = minor ? 'It is also about a minor: please be extra careful.' : ''
  const money = kinds.includes('iban') ? 'Payments and refunds never go through this chat.' : ''
  const notice = `Your message held personal data (${what}). It was masked: it is not repeated, not kept and not passed on. Please do not share it here.`
  return [notice, child, money].filter(Boolean).join(' ')
}

/** The desk's words in English; names of bodies stay Dutch. */
export const en: Replies = {
  aiNotice:
    'You are talking to a digital assistant of VVSG (an AI system), not to a person. Answers come from our documents, with their sources. Please do not share personal data here. You can always ask for a member of staff.',
  smallTalk: (reason) => SMALL_TALK[reason],
  outOfRemit: (reason) => OUT_OF_REMIT[reason],
  instruction:
    'I do not carry out that instruction. The way I work and my privacy filter stay as they are, and I do not pass on what others wrote. If you have a question about local government or about VVSG, I will gladly help.',
  handOver,
  clarify,
  whatAbout: (typed) =>
    `“${typed}”: what is it about? Please add what you would like to know, or which session you would like to book.`,
  maskedNotice,
  stolenCard:
    'Have a stolen or lost identity card blocked at once through DOC STOP or at your own municipality (burgerzaken).',
}
