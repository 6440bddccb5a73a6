// What of a page's styles its first sight needs, said in as few words as it can be.
import postcss from 'postcss'

/** What nobody does before the whole sheet has come: point, type, select, open or close. */
const laterState =
  /:(?:hover|focus|focus-visible|focus-within|active|user-invalid|user-valid|target|-webkit-autofill|autofill)\b|::(?:backdrop|selection|details-content)/
/** What changes nothing that is seen while nobody does anything. */
const unseen =
  /^(?:-webkit-)?(?:transition|interpolate-size|cursor|user-select|outline|scroll-|tap-highlight|touch-action)|^--tw-(?:duration|ease)$/
/** What only browsers without @property need, and paper. */
const notHere = new Set(['layer properties', 'media print', 'page '])
/** How letters are drawn, which holds for all of a page as long as nothing on it says otherwise. */
const lettering = /^font-(?:feature|variation)-settings$/
/** Said where it would hold anyway. */
const saysNothing = /^(?:normal|inherit)$/
/** What prefixers leave behind: the same once more, or for browsers that wait for the whole sheet. */
const isSaidAgain = (declaration) =>
  `${declaration.next()}` === `${declaration}` ||
  (declaration.prop.startsWith('-webkit-') && declaration.parent.some(({ prop }) => declaration.prop === `-webkit-${prop}`))
/** The variables that are asked for. */
export const namesIn = (text) => Array.from(text.matchAll(/var\((--[\w-]+)/g), ([, name]) => name)

/** An exception for what most pages have none of, which `:where` gives no weight. */
const exception = ':where(:not([hidden=until-found]))'
const withoutException = (html) => (html.includes('until-found') ? (selector) => selector : (selector) => selector.replace(exception, ''))

/** States a page may be sent with. */
const sentStates = ['checked', 'disabled']

const negated = /:not\((?:[^()]|\([^()]*\))*\)/g
/** What asks for a state that nothing is in before the whole sheet has come. */
const laterStates = (html) => {
  const absent = sentStates.filter((state) => !new RegExp(`<[^>]* ${state}[ =/>]`).test(html))
  const isAbsent = absent.length ? new RegExp(`:(?:${absent.join('|')})\\b`) : /$^/
  return (selector) => [laterState, isAbsent].some((states) => states.test(selector.replace(negated, '')))
}

/** A variable of Tailwind's, and what holds where nothing sets it. */
const variable = /var\((--tw-[\w-]+)(?:,\s*((?:[^()]|\([^()]*\))*))?\)/g

/**
 * Tailwind says much by variables which other utilities may set. What nothing on the page sets, or only the rules that
 * say the same property themselves, is said outright.
 */
function sayOutright(root) {
  const initial = new Map()
  const setters = new Map()
  root.walkAtRules('property', (rule) => rule.walkDecls('initial-value', ({ value }) => void initial.set(rule.params, value)))
  root.walkDecls(/^--tw-/, (one) => void setters.set(one.prop, [...(setters.get(one.prop) ?? []), one]))
  const says = (rule, prop) => rule.some((one) => one.prop === prop)
  const valueIn = ({ parent, prop }, name) => {
    const all = setters.get(name) ?? []
    const own = all.findLast((one) => one.parent === parent)
    return own && all.every((one) => says(one.parent, prop)) ? own.value : all.length ? undefined : null
  }
  const resolved = (declaration, value) => {
    const next = value.replace(variable, (whole, name, fallback) => {
      const found = valueIn(declaration, name)
      return (found === null ? (fallback ?? initial.get(name)) : found) ?? whole
    })
    return next === value ? value : resolved(declaration, next)
  }
  root.walkDecls(/^(?!--)/, (declaration) => {
    if (declaration.value.includes('var(--tw-')) declaration.value = resolved(declaration, declaration.value).replace(/\s+/g, ' ').trim()
  })
}

function leaveOutLettering(root) {
  const all = []
  root.walkDecls(lettering, (declaration) => void all.push(declaration))
  if (all.every(({ value }) => saysNothing.test(value))) for (const declaration of all) declaration.remove()
}

/** Where nothing moves, nothing has to be kept from moving. */
function leaveOutStilling(root) {
  const stilling = []
  root.walkAtRules('media', (rule) => void (/prefers-reduced-motion: ?reduce/.test(rule.params) && stilling.push(rule)))
  let moves = false
  root.walkDecls(/^animation/, ({ parent }) => void (moves ||= !stilling.includes(parent.parent)))
  if (!moves) for (const rule of stilling) rule.remove()
}

/** Without what the first sight of the page does not need; what is said to be visible may wait until it comes near. */
export function lean(css, html) {
  const root = postcss.parse(css)
  const isLater = laterStates(html)
  const plain = withoutException(html)
  root.walkAtRules((rule) => {
    if (notHere.has(`${rule.name} ${rule.params}`)) rule.remove()
  })
  root.walkRules((rule) => {
    if (rule.parent?.name === 'keyframes') return
    const now = rule.selectors.filter((selector) => !isLater(selector))
    if (now.length) rule.selectors = now.map(plain)
    else rule.remove()
  })
  root.walkDecls(unseen, (declaration) => void declaration.remove())
  root.walkDecls((declaration) => void (isSaidAgain(declaration) && declaration.remove()))
  sayOutright(root)
  leaveOutLettering(root)
  leaveOutStilling(root)
  root.walkDecls('content-visibility', (declaration) => void (declaration.value === 'visible' && (declaration.value = 'auto')))
  const used = new Set([...namesIn(root.toString()), ...namesIn(html)])
  root.walkDecls(/^--/, (declaration) => void (used.has(declaration.prop) || declaration.remove()))
  root.walkAtRules('property', (rule) => void (used.has(rule.params) || rule.remove()))
  // Inside out: what became empty may have been all that something else held.
  const empty = []
  root.walk((node) => void (node.nodes && empty.unshift(node)))
  for (const node of empty) if (!node.nodes.length) node.remove()
  return root.toString()
}
