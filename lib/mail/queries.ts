import { db } from '@/lib/db'

/** The newest mails, for the sandbox's inbox. */
export const newestMails = (limit = 50) => db().mail.findMany({ orderBy: { id: 'desc' }, take: limit })
