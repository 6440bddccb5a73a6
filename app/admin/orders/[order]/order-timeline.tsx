import { NoteForm } from '@/components/admin/note-form'
import { Timeline } from '@/components/admin/timeline'
import { words, type Locale } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { longestNote } from '@/lib/orders/notes'
import type { Story } from '@/lib/payments/story'
import { note } from './actions'

type OrderTimelineProps = { number: number; story: Story; mayWrite: boolean; locale: Locale }

const problems = ['foreign_origin', 'not_allowed', 'gone', 'form_stale', 'note_missing', 'note_long', 'note_strange'] as const

/** What happened to an order, and what people here wrote to it. */
export function OrderTimeline({ number, story, mayWrite, locale }: OrderTimelineProps) {
  const t = words(locale, 'admin')
  const messages = Object.fromEntries(problems.map((key) => [key, t(`problem.${key}`)]))
  return (
    <section aria-labelledby="timeline" className="grid gap-5 rounded-card border border-line bg-surface p-5 sm:p-6">
      <div>
        <h2 id="timeline" className="text-lg font-semibold">
          {t('timeline.title')}
        </h2>
        <p className="text-sm text-muted">{t('timeline.lead')}</p>
      </div>
      <Timeline entries={story.entries} human={story.human} names={story.names} locale={locale} />
      {mayWrite && (
        <div className="border-t border-line pt-5">
          <NoteForm
            action={note}
            order={number}
            formKey={newId()}
            longest={longestNote}
            words={{ label: t('note.label'), hint: t('note.hint'), save: t('note.save'), saving: t('note.saving') }}
            messages={{ ...messages, written: t('note.written') }}
          />
        </div>
      )}
    </section>
  )
}
