'use client'

import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { fetchStatus, Gone, type Status } from './payment-status'

export type WatchWords = { readonly offline: string; readonly reconnecting: string }

type PaymentWatchProps = {
  paymentId: string
  /** Where the payment was when the server wrote the page. */
  seen: Status
  /** The page's own heading, said aloud when it changes. */
  heading: string
  words: WatchWords
}

/** Watches a payment and has the server write the page anew when it moves. All words come from the server. */
export function PaymentWatch(props: PaymentWatchProps) {
  const [client] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={client}>
      <Watch {...props} />
    </QueryClientProvider>
  )
}

function Watch({ paymentId, seen, heading, words }: PaymentWatchProps) {
  const router = useRouter()
  const client = useQueryClient()
  const [firstHeading] = useState(heading)
  const paceMs = () => client.getQueryData<Status>(['payment', paymentId])?.nextPollMs ?? 2_000
  const {
    data,
    dataUpdatedAt,
    fetchStatus: fetching,
    failureCount,
  } = useQuery({
    queryKey: ['payment', paymentId],
    queryFn: () => fetchStatus(paymentId),
    initialData: seen,
    // A tab in the background stops asking: the payment does not depend on it. Coming back, it asks at once.
    refetchInterval: ({ state }) => (state.data?.terminal || state.error instanceof Gone ? false : (state.data?.nextPollMs ?? 2_000)),
    refetchOnMount: seen.terminal ? false : 'always',
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
    retry: (_, error) => !(error instanceof Gone),
    // Never sooner than the pace we were told: pages that ask a tired server oftener keep it from getting up.
    retryDelay: (failures) => Math.max(paceMs(), Math.min(10_000, 500 * 2 ** failures)) * (0.8 + 0.4 * Math.random()),
  })

  const moved = data.version > seen.version || (data.version === seen.version && data.state !== seen.state)
  useEffect(() => {
    if (moved) router.refresh()
    // Once for every answer that says so: a refresh can be lost like any request.
  }, [moved, dataUpdatedAt, router])

  const trouble = fetching === 'paused' ? words.offline : failureCount > 1 ? words.reconnecting : null
  return (
    <>
      <p role="status" className="sr-only">
        {heading !== firstHeading && heading}
      </p>
      <p role="status" className={trouble ? 'rounded-field bg-warn-soft px-5 py-3 text-warn' : 'sr-only'}>
        {trouble}
      </p>
    </>
  )
}
