import { things } from '../things.mjs'

// By hand, since next/link would put a script of its own into every page of the floor.
const changeInTheTab = `
const linkOf = ({ target }) => target.closest('a')
addEventListener('mouseover', (event) => linkOf(event) && next.router.prefetch(linkOf(event).pathname))
addEventListener('click', (event) => linkOf(event) && (event.preventDefault(), next.router.push(linkOf(event).pathname)))`

/** Twenty-four links: what a click waits for here is the framework and the browser. */
export default function Page() {
  return (
    <main>
      <h1>Things</h1>
      <ul>
        {things.slice(0, 24).map((i) => (
          <li key={i}>
            <a href={`/p/${i}`}>Thing number {i}</a>
          </li>
        ))}
      </ul>
      <script dangerouslySetInnerHTML={{ __html: changeInTheTab }} />
    </main>
  )
}
