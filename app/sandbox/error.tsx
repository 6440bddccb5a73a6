'use client'

import AdminError from '@/app/admin/error'

/** A page of the sandbox that failed, as at the merchant's desk. The phone beside the waiting room shows it too. */
export default function SandboxError(props: { error: Error; retry: () => void }) {
  return (
    <main>
      <AdminError {...props} />
    </main>
  )
}
