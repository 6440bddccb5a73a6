import { Notice } from '@/components/ui/notice'

type MailSentProps = {
  title: string
  text: string
  /** While everything is a sandbox: the way to its mailbox. */ mailbox?: { text: string; link: string } | undefined
}

/** A mail may be on its way: said the same whether it is or not. */
export function MailSent({ title, text, mailbox }: MailSentProps) {
  return (
    <Notice tone="good" title={title}>
      <p>{text}</p>
      {mailbox && (
        <p className="mt-3">
          {mailbox.text} <a href="/sandbox/mail">{mailbox.link}</a>
        </p>
      )}
    </Notice>
  )
}
