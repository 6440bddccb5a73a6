import { words, type Locale } from '@/lib/i18n'
import { formatMoney, isk } from '@/lib/money'
import { Mark } from './mark'

/** A phone with a request for payment on it, drawn with the page's own means. */
export function Phone({ locale, amount }: { locale: Locale; amount: number }) {
  const t = words(locale, 'shop')
  return (
    <div role="img" aria-label={t('home.phonePicture')} className="mx-auto w-full max-w-72 select-none">
      <div aria-hidden className="rounded-[2.75rem] border border-white/15 bg-[#0c0a09] p-2.5 shadow-[0_30px_80px_-20px_rgb(0_0_0/0.6)]">
        <div className="grid min-h-[33rem] content-between rounded-[2.1rem] bg-[linear-gradient(160deg,#3c4f5c,#222b38_55%,#1a1714)] p-3.5 pt-4">
          <div className="grid justify-items-center gap-1 text-[#f2ece2]">
            <span className="h-6 w-24 rounded-full bg-[#0c0a09]" />
            <span className="pt-8 font-display text-6xl font-semibold tracking-tight tabular-nums">10:24</span>
          </div>
          <div className="grid gap-4 rounded-3xl bg-[#fdfbf7] p-4 text-[#211d1a]">
            <p className="flex items-center gap-3">
              <span className="flex size-10 items-center justify-center rounded-xl bg-[#ebe5d9] text-[#b0361a]">
                <Mark className="size-6" />
              </span>
              <span className="grid leading-tight">
                <span className="text-sm text-[#665e55]">{t('home.phoneMerchant')}</span>
                <span className="font-display text-2xl font-bold tracking-tight">{formatMoney(isk(amount), locale)}</span>
              </span>
            </p>
            <p className="grid grid-cols-2 gap-2 text-center text-sm font-semibold">
              <span className="rounded-full border border-[#8d8376] py-2.5">{t('home.phoneNo')}</span>
              <span className="rounded-full bg-[#28603f] py-2.5 text-[#fff8f2]">{t('home.phoneYes')}</span>
            </p>
          </div>
        </div>
      </div>
    </div>
  )
}
