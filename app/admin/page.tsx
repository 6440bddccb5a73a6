import { requireRole } from '@/lib/auth/staff'
export default async function Page() {
  await requireRole('viewer')
  return <p>hello</p>
}
