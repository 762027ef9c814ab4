import type { Leases } from '../desk/ports.js'
import type { Database } from './database.js'
import { translated } from './errors.js'

/** Leases in a table: one statement each, so two processes can never both get one. */
export function storedLeases({ db }: Database): Leases {
  return {
    async hold(name, owner, now, forMs) {
      const until = now.getTime() + forMs
      const held = await translated(() =>
        db
          .insertInto('leases')
          .values({ name, owner, until })
          .onConflict((conflict) =>
            conflict
              .column('name')
              .doUpdateSet({ owner, until })
              .where(({ or, eb }) =>
                or([eb('leases.owner', '=', owner), eb('leases.until', '<=', now.getTime())]),
              ),
          )
          .returning('name')
          .executeTakeFirst(),
      )
      return held !== undefined
    },
    async release(name, owner) {
      await translated(() =>
        db.deleteFrom('leases').where('name', '=', name).where('owner', '=', owner).execute(),
      )
    },
  }
}
