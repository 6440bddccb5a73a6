import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/form-state'
import type { Outcome } from './use-kept-form'

type FormAnswerProps = {
  state: FormState<Outcome>
  /** Key of a result, an error or a problem → what to say. */ messages: Readonly<Record<string, string>>
  /** Errors that stand at no field. */ also?: readonly string[]
}

/** What came of a form as a whole. */
export function FormAnswer({ state, messages, also = [] }: FormAnswerProps) {
  const problem = state.problem ?? also.map((name) => state.errors?.[name]).find(Boolean)
  const wrong = !problem && state.errors && Object.keys(state.errors).length > 0
  return (
    <div role="status" className="min-w-0 empty:hidden">
      {problem && <Notice tone="bad">{messages[problem] ?? problem}</Notice>}
      {wrong && <span className="font-semibold text-bad">{messages.look}</span>}
      {state.result && <span className="font-semibold text-good">{messages[state.result.outcome]}</span>}
    </div>
  )
}
