import { Countdown } from './countdown'
import { PhoneButton } from './phone-button'

export type RequestWords = {
  readonly asksFor: string
  readonly reference: string
  readonly to: string
  readonly left: string
  readonly accept: string
  readonly reject: string
  readonly ignore: string
  readonly sending: string
}

export type RequestView = {
  readonly id: string
  readonly merchant: string
  readonly amount: string
  readonly description: string | null
  readonly reference: string
  readonly recipient: string
  readonly validUntil: string
  readonly leftMs: number
  readonly ofMs: number
}

type Props = {
  readonly request: RequestView
  readonly words: RequestWords
  /** What the form carries along so that the phone comes back as it was. */
  readonly kept: Readonly<Record<string, string>>
  readonly action: (form: FormData) => Promise<void>
}

/** A payment request as it lies on the phone: who asks, how much, how long, yes or no. */
export function RequestCard({ request, words, kept, action }: Props) {
  return (
    <article
      className="phone-arrive grid gap-5 rounded-[1.75rem] bg-(--card) p-5 shadow-[0_12px_32px_-16px_rgb(4_30_36/0.5)]"
      aria-label={`${request.merchant}, ${request.amount}`}
    >
      <header className="flex items-center gap-3.5">
        <Avatar name={request.merchant} />
        <div className="min-w-0 flex-1 leading-snug">
          <h2 className="truncate text-lg font-bold tracking-normal">{request.merchant}</h2>
          <p className="text-sm text-(--card-soft)">{words.asksFor}</p>
        </div>
        <Countdown leftMs={request.leftMs} ofMs={request.ofMs} label={`${words.left}. ${request.validUntil}`} />
      </header>

      <p className="text-center text-5xl font-extrabold tracking-tight tabular-nums">{request.amount}</p>

      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-2xl bg-(--sheet) px-4 py-3 text-sm">
        {request.description && <dd className="col-span-2 pb-1 font-semibold break-words">{request.description}</dd>}
        <dt className="col-span-2 text-(--card-soft)">{words.reference}</dt>
        <dd className="col-span-2 pb-1 text-xs break-all">{request.reference}</dd>
        <dt className="text-(--card-soft)">{words.to}</dt>
        <dd className="text-right tabular-nums">{request.recipient}</dd>
        <dd className="col-span-2 pt-1 text-(--card-soft) tabular-nums">{request.validUntil}</dd>
      </dl>

      <form action={action} className="grid gap-1">
        <input type="hidden" name="id" value={request.id} />
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="flex gap-3">
          <PhoneButton look="no" act="reject" label={words.reject} pendingLabel={words.sending} />
          <PhoneButton look="yes" act="accept" label={words.accept} pendingLabel={words.sending} />
        </div>
        <PhoneButton look="quiet" act="ignore" label={words.ignore} pendingLabel={words.sending} />
      </form>
    </article>
  )
}

export function Avatar({ name, small }: { name: string; small?: boolean }) {
  return (
    <span
      aria-hidden
      className={`grid flex-none place-items-center rounded-2xl bg-[#12343b] font-extrabold text-[#8fe3c0] ${small ? 'size-10 text-base' : 'size-13 text-xl'}`}
    >
      {name.slice(0, 1).toUpperCase()}
    </span>
  )
}
