import { things } from '../../things.mjs'

export const generateStaticParams = () => things.slice(0, 24).map((i) => ({ id: String(i) }))

/** A name and a sentence: the least that can come of a click. */
export default async function Page({ params }) {
  const { id } = await params
  return (
    <main>
      <h1>Thing number {id}</h1>
      <p>A sentence about thing number {id}, as long as such sentences are.</p>
    </main>
  )
}
