import { notFound } from 'next/navigation'
import { requireRole } from '@/lib/auth/staff'

/** Any other address under /admin: a stranger learns nothing, not even that it does not exist. */
export default async function Page() {
  await requireRole('viewer')
  notFound()
}
