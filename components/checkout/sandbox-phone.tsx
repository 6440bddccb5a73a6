import { buttonClass } from '@/components/ui/button'

type PhoneWords = { frame: string; open: string; hint: string }

const address = '/sandbox/phone'

/** Where the stage has no room for the phone: a tab of its own. */
export function PhoneLink({ open, hint }: PhoneWords) {
  return (
    <div className="grid justify-items-start gap-2 xl:hidden">
      <a href={address} target="_blank" rel="opener" className={buttonClass({ size: 'large' })}>
        {open}
        <span aria-hidden>↗</span>
      </a>
      <p className="text-muted">{hint}</p>
    </div>
  )
}

/** The phone drawn beside the page; not fetched where it is not shown. */
export function PhoneFrame({ frame }: PhoneWords) {
  return (
    <div className="hidden justify-self-center rounded-[3rem] bg-ink p-3 shadow-lift xl:block dark:bg-line">
      <iframe src={`${address}?embed=1`} title={frame} loading="lazy" className="block h-[41rem] w-[20.5rem] rounded-[2.25rem] bg-paper" />
    </div>
  )
}
