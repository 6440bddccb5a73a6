// The present, where nothing hangs on it: sessions and what a page shows. Deadlines and claims are of the database's
// clock (databaseNow in lib/db.ts), which is the same for every instance.

/** The present, in this process. */
export const now = (): Date => new Date()
