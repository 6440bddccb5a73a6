import { Badge, type Tone } from '@/components/ui/badge'

type Props = {
  readonly kind: string
  readonly reference: string
  readonly time: string
  readonly attempt: string
  readonly status: string
  readonly tone: Tone
  readonly answer: string | null
  readonly url: string
  readonly faults: string
  readonly requestLabel: string
  readonly request: string
}

/** One attempt at a callback. */
export function DeliveryCard({ kind, reference, time, attempt, status, tone, answer, url, faults, requestLabel, request }: Props) {
  return (
    <li className="grid gap-3 rounded-card border border-line bg-surface p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 className="text-lg font-semibold tracking-normal">
          {kind} <span className="font-normal text-muted">· {attempt}</span>
        </h2>
        <span className="flex flex-wrap items-baseline gap-3">
          {answer && <span className="text-sm text-muted">{answer}</span>}
          <Badge tone={tone}>{status}</Badge>
        </span>
      </div>
      <p className="text-sm break-all text-muted">
        <span className="tabular-nums">{time}</span> · {reference}
        <br />
        {url}
      </p>
      {faults && <p className="text-sm font-semibold text-warn">{faults}</p>}
      <details>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">{requestLabel}</summary>
        <pre className="overflow-x-auto rounded-field bg-sunken p-4 text-xs leading-5 break-all whitespace-pre-wrap">{request}</pre>
      </details>
    </li>
  )
}
