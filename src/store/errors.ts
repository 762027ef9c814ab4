/** What can be wrong with the store, for callers to act on. */
export type StoreErrorCode =
  /** Written by a newer version of the program. */
  | 'STORE_SCHEMA_NEWER'
  /** Written by an older version and not brought up to date yet. */
  | 'STORE_SCHEMA_OLDER'
  /** There is no database yet. */
  | 'STORE_MISSING'
  /** The SQLite library can damage a database in use. */
  | 'STORE_SQLITE_UNSAFE'
  /** Another process serves this folder. */
  | 'STORE_IN_USE'
  /** `DATABASE_URL` is of an unknown kind. */
  | 'STORE_URL'
  /** No room on the disk: nothing was written, and it works again once there is room. */
  | 'STORE_FULL'
  /** The key under which bodies are counted is damaged. */
  | 'STORE_BODY_KEY'
  /** A backup could not be made. */
  | 'STORE_BACKUP'
  /** The database cannot be reached or is busy. */
  | 'STORE_UNAVAILABLE'

/** The store cannot do what was asked; the message says what to do about it. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

const FULL = new Set(['SQLITE_FULL', '53100', 'ENOSPC'])
const UNAVAILABLE =
  /^(SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|READONLY)|08|57P|57014|53|25P03|40P01|40001|55P03|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND))/

/** What `pg` says without a code. */
const LOST_CONNECTION =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|is not queryable/

/**
 * Runs work on the database and turns what a disk or a server can do wrong into a `StoreError`.
 *
 * Everything else is passed on as it is: that is a fault of ours.
 */
export async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw translate(cause)
  }
}

/** Whether the database ended a transaction only because it met another one: it will go well when begun again. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof StoreError)) return false
  const { cause } = error
  return cause instanceof Error && 'code' in cause && (cause.code === '40P01' || cause.code === '40001')
}

function translate(cause: unknown): unknown {
  if (!(cause instanceof Error) || cause instanceof StoreError) return cause
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  if (FULL.has(code)) {
    return new StoreError('STORE_FULL', 'The disk with the database is full; make room and try again.', {
      cause,
    })
  }
  if (UNAVAILABLE.test(code) || LOST_CONNECTION.test(cause.message)) {
    return new StoreError('STORE_UNAVAILABLE', `The database does not answer (${code || cause.message}).`, {
      cause,
    })
  }
  return cause
}
