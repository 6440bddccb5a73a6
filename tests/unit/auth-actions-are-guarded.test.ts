import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const guards = { admin: 'defineAction', public: 'definePublicAction', shopper: 'defineShopperAction' }

const sources = ['app', 'lib', 'components']
  .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)))
  .filter((file) => /\.tsx?$/.test(file) && !file.includes(`${path.sep}generated${path.sep}`))

const parse = (file: string) => parseText(readFileSync(path.join(root, file), 'utf8'))
const parseText = (text: string) => ts.createSourceFile('file.tsx', text, ts.ScriptTarget.Latest, true)

function hasUseServer(node: ts.Node): boolean {
  if (ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression) && node.expression.text === 'use server') return true
  return ts.forEachChild(node, (child) => hasUseServer(child) || undefined) ?? false
}

/** What a file of actions exports without one of the guards around it. */
function nakedExports(source: ts.SourceFile, allowed: readonly string[]): string[] {
  const naked: string[] = []
  for (const statement of source.statements) {
    const exported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)
    if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)) naked.push(statement.getText(source))
    if (!exported || ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) continue
    if (!ts.isVariableStatement(statement)) {
      naked.push(statement.getText(source).split('\n')[0] ?? '')
      continue
    }
    for (const { name, initializer } of statement.declarationList.declarations) {
      const guard = initializer && ts.isCallExpression(initializer) ? initializer.expression.getText(source) : ''
      if (!allowed.includes(guard)) naked.push(name.getText(source))
    }
  }
  return naked
}

/** What needs no role in the admin: to sign in and out, and to choose the language to do it in. */
const forAnybody = ['sign-in', 'sign-out', 'language']
const actionFiles = sources.filter((file) => path.basename(file) === 'actions.ts' && file.startsWith('app'))

describe('server actions', () => {
  test('live in files called actions.ts only', () => {
    expect(sources.filter((file) => path.basename(file) !== 'actions.ts' && hasUseServer(parse(file)))).toEqual([])
  })

  test.each(actionFiles)('%s exports nothing naked', (file) => {
    const isPublic = !file.startsWith(path.join('app', 'admin')) || forAnybody.some((folder) => file.startsWith(path.join('app', 'admin', folder)))
    expect(nakedExports(parse(file), [guards.admin, ...(isPublic ? [guards.public, guards.shopper] : [])])).toEqual([])
  })

  test.each([
    ['a function', 'export async function pay() {}'],
    ['an arrow', 'export const pay = async () => {}'],
    ['a default', 'export default async function () {}'],
    ['a passed-on name', 'const pay = async () => {}; export { pay }'],
    ['a passed-on module', "export * from './other'"],
    ['a wrapper that is no guard', 'export const pay = cache(async () => {})'],
  ])('the search finds %s', (_, text) => {
    expect(nakedExports(parseText(`'use server'\n${text}`), [guards.admin, guards.public])).toHaveLength(1)
  })
})
