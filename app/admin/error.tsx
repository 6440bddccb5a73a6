'use client'

import { useErrorWords } from '@/components/admin/error-words'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function AdminError({ retry }: { error: Error; retry: () => void }) {
  const words = useErrorWords()
  return (
    <EmptyState title={words.title} headingLevel="h1">
      <p className="text-muted">{words.text}</p>
      <Button variant="secondary" onClick={retry}>
        {words.again}
      </Button>
    </EmptyState>
  )
}
