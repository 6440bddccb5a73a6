'use client'

import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'

const never = () => () => undefined

/** Only where a script can print; elsewhere the browser's own menu does. */
export function PrintButton({ label }: { label: string }) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return inBrowser ? (
    <Button variant="secondary" onClick={() => window.print()}>
      {label}
    </Button>
  ) : null
}
