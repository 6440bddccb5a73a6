import { Notice } from '@/components/ui/notice'
import { words, type Locale } from '@/lib/i18n'
import { formatMoney, type Money } from '@/lib/money'
import type { Comparison, Difference } from '@/lib/payments/refund-compare'

type BooksProps = { comparison: Comparison; /** Their day of settlement, in words. */ settledOn?: string; gateway: string; locale: Locale }
type Row = { term: string; ours: string; theirs: string; differs: boolean }

/** Our record and the provider's, side by side; where they differ it says so in words. */
export function Books({ comparison, settledOn, gateway, locale }: BooksProps) {
  const t = words(locale, 'admin')
  const { ours, theirs, differences } = comparison
  if (comparison.asked === 'unknown') return <p className="text-sm text-muted">{t('refund.books.unknown', { gateway })}</p>
  return (
    <div className="grid gap-3">
      {differences.length > 0 ? (
        <Notice tone={differences.every((one) => one === 'refundable') ? 'warn' : 'bad'}>
          {differences.map((one) => (
            <p key={one}>{t(`refund.books.difference.${one}`)}</p>
          ))}
        </Notice>
      ) : (
        <p className="text-sm font-semibold text-good">{t('refund.books.same')}</p>
      )}
      {theirs && (
        <table className="w-full text-sm tabular-nums">
          <thead className="text-left text-muted">
            <tr>
              <td />
              <th scope="col" className="py-1 pr-3 text-right font-normal">
                {t('refund.books.ours')}
              </th>
              <th scope="col" className="py-1 text-right font-normal whitespace-nowrap">
                {t('refund.books.theirs', { gateway })}
              </th>
            </tr>
          </thead>
          <tbody>
            {rowsOf(ours, theirs, differences, settledOn, locale).map((row) => (
              <tr key={row.term} className="border-t border-line">
                <th scope="row" className="py-1.5 text-left font-normal text-muted">
                  {row.term}
                </th>
                <td className="py-1.5 pr-3 text-right whitespace-nowrap">{row.ours}</td>
                <td className={`py-1.5 text-right whitespace-nowrap ${row.differs ? 'font-bold text-bad' : ''}`}>{row.theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function rowsOf(
  ours: Comparison['ours'],
  theirs: NonNullable<Comparison['theirs']>,
  differences: readonly Difference[],
  settledOn: string | undefined,
  locale: Locale,
): Row[] {
  const t = words(locale, 'admin')
  const money = (value: Money | undefined) => (value ? formatMoney(value, locale) : t('refund.books.notSaid'))
  const yesNo = (value: boolean | undefined) => (value === undefined ? t('refund.books.notSaid') : t(value ? 'refund.books.yes' : 'refund.books.no'))
  const row = (term: Difference & ('status' | 'amount' | 'refunded' | 'refundable'), mine: string, other: string): Row => ({
    term: t(`refund.books.${term}`), ours: mine, theirs: other, differs: differences.includes(term),
  })
  return [
    row('status', t('refund.books.statusIs.paid'), t(`refund.books.statusIs.${theirs.status}`)),
    row('amount', money(ours.amount), money(theirs.amount)),
    row('refunded', ours.spent.amount > ours.succeeded.amount ? `${money(ours.succeeded)} – ${money(ours.spent)}` : money(ours.succeeded), money(theirs.refunded)),
    row('refundable', yesNo(ours.spent.amount < ours.amount.amount), yesNo(theirs.refundable)),
    ...(theirs.receipt ? [{ term: t('refund.books.receipt'), ours: '', theirs: theirs.receipt, differs: false }] : []),
    ...(settledOn ? [{ term: t('refund.books.settled'), ours: '', theirs: settledOn, differs: false }] : []),
  ]
}
