import { things } from '../things.mjs'

/** Fifty things with a name, a sentence and a price, made once at the build. */
export default function Page() {
  return (
    <main>
      <h1>Fifty things</h1>
      <ul>
        {things.map((i) => (
          <li key={i}>
            <h2>Thing number {i}</h2>
            <p>A sentence about thing number {i}, as long as such sentences are.</p>
            <b>{i * 1_000} kr.</b>
          </li>
        ))}
      </ul>
    </main>
  )
}
