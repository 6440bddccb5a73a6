type Props = { readonly recipient: string; readonly time: string; readonly subject: string; readonly text: string }

const address = /(https?:\/\/\S+)/

/** One mail as text, with its links alive. */
export function MailMessage({ recipient, time, subject, text }: Props) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-card border border-line bg-surface p-5 sm:p-6">
      <p className="text-sm wrap-anywhere text-muted tabular-nums">
        {recipient} · {time}
      </p>
      <h2 className="text-xl font-semibold text-balance">{subject}</h2>
      <p className="wrap-anywhere whitespace-pre-line">
        {text.split(address).map((part, i) =>
          address.test(part) ? (
            <a key={i} href={part} className="underline underline-offset-4">
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </p>
    </li>
  )
}
