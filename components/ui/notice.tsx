import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { toneClass, type Tone } from './tone'

type NoticeProps = {
  tone?: Tone
  title?: ReactNode
  /** `alert` interrupts a screen reader, `status` waits for a pause, none says nothing by itself. */
  role?: 'alert' | 'status'
  id?: string
  className?: string
  children?: ReactNode
}

/** Something the reader should know about this page. Forms that run in the browser show it, so it does without `cn`, which is 8 kB. */
export function Notice({ tone = 'info', title, role, id, className, children }: NoticeProps) {
  return (
    <div id={id} role={role} className={clsx('rounded-field border border-current/20 px-5 py-4', toneClass[tone], className)}>
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className="[&_a]:underline [&_a]:underline-offset-4">{children}</div>}
    </div>
  )
}
