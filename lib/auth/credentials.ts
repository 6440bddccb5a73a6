import { z } from 'zod'

/** What the sign-in takes; the messages are message keys. */
export const credentialsShape = z.object({
  email: z.string('email_missing').trim().min(1, 'email_missing').max(254, 'email_missing'),
  password: z.string('password_missing').min(1, 'password_missing').max(200, 'password_missing'),
})
