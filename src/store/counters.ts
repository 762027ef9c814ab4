import type { Work } from './database.js'

/** 1, 2, 3 ... The row's lock makes others wait until we commit, so a rolled back number is given again. */
export async function nextNumber({ tx }: Work, name: string): Promise<number> {
  const { value } = await tx
    .insertInto('counters')
    .values({ name, value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((column) => ({ value: column('counters.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}
