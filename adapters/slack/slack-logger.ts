import { type Logger, LogLevel } from '@slack/bolt'

/** Slack's packages may log what members wrote; the desk logs for itself, so theirs goes nowhere. */
export function silentLogger(): Logger {
  let level = LogLevel.ERROR
  const nowhere = () => {}
  return {
    debug: nowhere,
    info: nowhere,
    warn: nowhere,
    error: nowhere,
    setName: nowhere,
    setLevel: (wanted) => {
      level = wanted
    },
    getLevel: () => level,
  }
}
