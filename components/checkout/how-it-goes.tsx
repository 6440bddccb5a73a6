/** What will happen on the phone, before it does. */
export function HowItGoes({ title, steps }: { title: string; steps: readonly string[] }) {
  return (
    <div className="rounded-field bg-sunken px-5 py-4">
      <h2 className="mb-2 font-semibold tracking-normal">{title}</h2>
      <ol className="grid gap-2 sm:grid-cols-3 sm:gap-5">
        {steps.map((step, index) => (
          <li key={step} className="grid grid-cols-[1.5rem_1fr] gap-x-2 sm:block">
            <span aria-hidden className="font-display text-xl leading-snug font-bold text-accent sm:block">
              {index + 1}
            </span>
            {step}
          </li>
        ))}
      </ol>
    </div>
  )
}
