import axe from 'axe-core'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * What keeps people from using a page, as axe finds it: the rules of WCAG 2.2 AA and good practice, contrast, landmarks,
 * title and language among them; with what axe could not decide.
 */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const { violations, incomplete } = (await page.evaluate('axe.run()')) as AxeResults
  return [...violations, ...incomplete].map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
