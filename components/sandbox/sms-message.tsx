import { SubmitButton } from '@/components/ui/submit-button'

type Install = {
  readonly cartId: string
  readonly action: (form: FormData) => Promise<void>
  readonly label: string
  readonly pendingLabel: string
}
type Props = { readonly recipient: string; readonly time: string; readonly text: string; readonly install?: Install }

/** One text message. */
export function SmsMessage({ recipient, time, text, install }: Props) {
  return (
    <li className="grid gap-1.5">
      <p className="text-sm text-muted tabular-nums">
        {recipient} · {time}
      </p>
      <div className="grid gap-4 justify-self-start rounded-card rounded-tl-sm border border-line bg-surface px-5 py-4 text-lg">
        <p>{text}</p>
        {install && (
          <form action={install.action}>
            <input type="hidden" name="id" value={install.cartId} />
            <SubmitButton size="small" variant="secondary" pendingLabel={install.pendingLabel}>
              {install.label}
            </SubmitButton>
          </form>
        )}
      </div>
    </li>
  )
}
