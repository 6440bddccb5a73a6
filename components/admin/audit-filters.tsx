import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { words, type Locale } from '@/lib/i18n'
import { deedText, knownDeeds } from './deed-text'

type AuditFiltersProps = {
  locale: Locale
  path: string
  said: Readonly<Record<'person' | 'action' | 'order' | 'from' | 'to', string>>
  people: readonly { id: string; name: string }[]
}

/** Who, what, about which order and when; all of it in the address. */
export function AuditFilters({ locale, path, said, people }: AuditFiltersProps) {
  const t = words(locale, 'admin')
  const deeds = knownDeeds.map((value) => ({ value, label: deedText(value, locale) })).toSorted((a, b) => a.label.localeCompare(b.label, locale))
  return (
    <form action={path} role="search" className="grid items-end gap-4 rounded-card border border-line bg-surface p-4 sm:grid-cols-2 sm:p-5 lg:grid-cols-[1.2fr_1.6fr_0.9fr_1fr_1fr_auto]">
      <Select name="person" label={t('auditLog.person')} defaultValue={said.person} options={[{ value: '', label: t('auditLog.anybody') }, ...people.map(({ id, name }) => ({ value: id, label: name }))]} />
      <Select name="action" label={t('auditLog.action')} defaultValue={said.action} options={[{ value: '', label: t('auditLog.anything') }, ...deeds]} />
      <Field name="order" label={t('auditLog.subjectHint')} inputMode="numeric" autoComplete="off" maxLength={10} defaultValue={said.order} />
      <Field name="from" type="date" label={t('auditLog.from')} defaultValue={said.from} />
      <Field name="to" type="date" label={t('auditLog.to')} defaultValue={said.to} />
      <Button type="submit" variant="secondary">
        {t('list.apply')}
      </Button>
    </form>
  )
}
