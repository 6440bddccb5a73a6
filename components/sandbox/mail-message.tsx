type Props = { readonly recipient: string; readonly time: string; readonly subject: string; readonly text: string }

const address = /(https?:\/\/\S+)/

/** One mail as text, with its links alive. */
export function MailMessage({ recipient, time, subject, text }: Props) {
  return (
    <li className="grid gap-3 rounded-card border border-line bg-surface p-6">
      <p className="text-sm text-muted tabular-nums">
        {recipient} · {time}
      </p>
      <h2 className="text-xl font-semibold">{subject}</h2>
      <p className="whitespace-pre-line break-words">
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
