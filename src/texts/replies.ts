/** What small talk is about. */
export type SmallTalkReason =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'acknowledgement'
  | 'who-are-you'
  | 'capabilities'
  | 'insult'
  | 'dissatisfied'
  | 'off-topic'
  | 'empty'

/** Why a question is not one the association takes on. */
export type RemitReason =
  | 'citizen'
  | 'press'
  | 'student'
  | 'own-employment'
  | 'political-dispute'
  | 'legality-judgement'
  | 'lawyer'
  | 'other-organisation'
  | 'company'
  | 'non-member'
