import type { Metadata } from 'next'
import { PanelForm } from '@/components/sandbox/panel-form'
import { PanelSection } from '@/components/sandbox/panel-section'
import { Scenarios } from '@/components/sandbox/scenarios'
import { Shell } from '@/components/sandbox/shell'
import { SwitchRow } from '@/components/sandbox/switch-row'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { words, type Locale } from '@/lib/i18n'
import { readPanel } from '@/lib/sandbox/netgiro/panel'
import { faultNames, operations } from '@/lib/sandbox/netgiro/faults'
import { scenarioNames } from '@/lib/sandbox/netgiro/scenarios'
import { enterSandbox, sandboxLocale } from '../place'
import { shellWords } from '../shell-words'
import { addFaultAction, clearFaultsAction, moveClockAction, resetAction, setSwitchAction, startScenarioAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: words(await sandboxLocale(), 'sandbox')('faults.title') }
}

const day = 86_400_000

/** Breaks things on purpose, moves time, and turns the decided readings. */
export default async function FaultsPage() {
  const locale = await enterSandbox()
  const t = words(locale, 'sandbox')
  const { appKey, faults, armed, clock, switches } = await readPanel()
  const wrong = t('faults.wrong')
  const steps = [
    [t('faults.threeMinutes'), 180_000],
    [t('faults.fiveMinutes'), 300_000],
    [t('faults.sevenDays'), 7 * day],
    [t('faults.toNow'), 0],
  ] as const
  return (
    <Shell words={shellWords(locale)} here="faults" title={t('faults.title')} lead={t('faults.lead', { appKey })}>
      <div className="grid gap-5 lg:grid-cols-[3fr_2fr]">
        <div className="lg:col-span-2">
          <PanelSection title={t('scenarios.title')} text={t('scenarios.text')}>
            <Scenarios
              rows={scenarioRows(locale)}
              words={{ start: t('scenarios.start'), starting: t('scenarios.starting'), wrong }}
              action={startScenarioAction}
            />
          </PanelSection>
        </div>

        <PanelSection title={t('faults.addTitle')}>
          <PanelForm action={addFaultAction} wrong={wrong} className="grid gap-4 sm:grid-cols-2">
            <Select
              name="name"
              label={t('faults.fault')}
              className="sm:col-span-2"
              options={faultNames.map((name) => ({ value: name, label: t(`faults.names.${name}`) }))}
            />
            <Select
              name="operation"
              label={t('faults.operation')}
              options={[{ value: '', label: t('faults.any') }, ...operations.map((name) => ({ value: name, label: name }))]}
            />
            <Field
              name="count"
              label={t('faults.count')}
              hint={t('faults.countHint')}
              inputMode="numeric"
              defaultValue="1"
              autoComplete="off"
            />
            <Field name="ms" label={t('faults.ms')} inputMode="numeric" autoComplete="off" />
            <Field name="code" label={t('faults.code')} inputMode="numeric" autoComplete="off" />
            <SubmitButton pendingLabel={t('faults.adding')} className="sm:col-span-2 sm:justify-self-start">
              {t('faults.add')}
            </SubmitButton>
          </PanelForm>
        </PanelSection>

        <div className="grid content-start gap-5">
          <PanelSection title={t('faults.listTitle')}>
            {faults.length || armed.length ? (
              <>
                <ul className="grid gap-2">
                  {armed.map(({ id, name }) => (
                    <li key={id} className="rounded-field bg-info-soft px-4 py-3">
                      <p className="font-semibold text-info">{t(`scenarios.names.${name}`)}</p>
                      <p className="text-sm">{t('scenarios.armed')}</p>
                    </li>
                  ))}
                  {faults.map((fault) => (
                    <li key={fault.id} className="rounded-field bg-warn-soft px-4 py-3">
                      <p className="font-semibold text-warn">{t(`faults.names.${fault.name}`)}</p>
                      <p className="text-sm">
                        {[
                          fault.operation ?? t('faults.any'),
                          fault.remaining === null ? t('faults.forever') : t('faults.remaining', { count: fault.remaining }),
                          ...Object.entries(fault.params).map(([name, value]) => `${name} ${value}`),
                        ].join(' · ')}
                      </p>
                    </li>
                  ))}
                </ul>
                <PanelForm action={clearFaultsAction} wrong={wrong}>
                  <SubmitButton variant="secondary" size="small" pendingLabel={t('faults.clearing')}>
                    {t('faults.clear')}
                  </SubmitButton>
                </PanelForm>
              </>
            ) : (
              <p className="text-muted">{t('faults.none')}</p>
            )}
          </PanelSection>

          <PanelSection
            title={t('faults.clockTitle')}
            text={`${t('faults.now', { time: clock.now.slice(11, 19), date: dayText(clock.now, locale) })} ${
              clock.offsetMs ? t('faults.offset', { minutes: Math.round(clock.offsetMs / 60_000) }) : t('faults.real')
            }`}
          >
            <div className="flex flex-wrap gap-2">
              {steps.map(([label, ms]) => (
                <PanelForm key={label} action={moveClockAction} wrong={wrong}>
                  <input type="hidden" name="advanceMs" value={ms} />
                  <SubmitButton variant="secondary" size="small" pendingLabel={t('faults.moving')}>
                    {label}
                  </SubmitButton>
                </PanelForm>
              ))}
            </div>
          </PanelSection>

          <PanelSection title={t('faults.resetTitle')} text={t('faults.resetText')}>
            <PanelForm action={resetAction} wrong={wrong}>
              <SubmitButton variant="danger" size="small" pendingLabel={t('faults.resetting')}>
                {t('faults.reset')}
              </SubmitButton>
            </PanelForm>
          </PanelSection>
        </div>

        <div className="lg:col-span-2">
          <PanelSection title={t('faults.switchesTitle')} text={t('faults.switchesText')}>
            <ul>
              {switches.map(({ name, ...row }) => (
                <SwitchRow
                  key={name}
                  name={name}
                  {...row}
                  about={t(`switches.${name}`)}
                  words={{ standard: t('faults.standard'), save: t('faults.save'), saving: t('faults.saving'), wrong }}
                  action={setSwitchAction}
                />
              ))}
            </ul>
          </PanelSection>
        </div>
      </div>
    </Shell>
  )
}

const scenarioRows = (locale: Locale) => {
  const t = words(locale, 'sandbox')
  return scenarioNames.map((name) => ({ name, title: t(`scenarios.names.${name}`), about: t(`scenarios.about.${name}`) }))
}

/** On the server: Chromium has no Icelandic months. */
const dayText = (iso: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'is' ? 'is-IS' : 'en-GB', { day: 'numeric', month: 'long', timeZone: 'Atlantic/Reykjavik' }).format(
    new Date(iso),
  )
