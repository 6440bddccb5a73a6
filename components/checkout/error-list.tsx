import { Notice } from '@/components/ui/notice'

/** All that must be put right, each leading to its field. */
export function ErrorList({ title, errors }: { title: string; errors: readonly { name: string; text: string }[] }) {
  return (
    <Notice tone="bad" role="alert" title={title}>
      <ul className="grid list-outside list-disc gap-1 pl-5">
        {errors.map(({ name, text }) => (
          <li key={name}>
            <a href={`#${name}`}>{text}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
