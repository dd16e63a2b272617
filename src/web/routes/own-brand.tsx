/** A brand's own room: its exchanges, where it loses points, what silence costs it. */
import { saidError, say } from '../../languages/index.js'
import { measuredBrands } from '../../ranking/outcomes.js'
import { isStaff } from '../accounts/role.js'
import type { WebContext } from '../context.js'
import { mayBrandSee } from '../data/embargo.js'
import { lostPoints } from '../data/lost-points.js'
import { brandName, scenarioTitle } from '../data/names.js'
import { brandHistory, type Reader } from '../data/rankings.js'
import type { WebDependencies } from '../dependencies.js'
import type { Register } from '../http/register.js'
import { OwnBrandPage } from '../pages/own-brand.js'
import { renderPage } from '../render.js'

/** Registers it. */
export function registerOwnBrand(register: Register, dependencies: WebDependencies): void {
  const { ledger, now } = dependencies
  const readerOf = (context: WebContext): Reader => ({ ledger, visitor: context.get('visitor'), now: now() })

  const ownBrand = (context: WebContext, brand: string) => {
    const language = context.get('language')
    const reader = readerOf(context)
    const edition = ledger.editions
      .list()
      .findLast(({ configuration }) => configuration.brands.some(({ id }) => id === brand))
    if (!edition) throw saidError('not-found', say('web.no-edition-knows-brand', { brand }))
    const open = isStaff(reader.visitor) || mayBrandSee(edition, reader.now)
    const probes = open ? ledger.probes.ofBrand(edition.id, brand) : []
    const exchanges = probes.map((probe) => ({
      probe,
      brandName: brandName(edition.configuration, brand),
      scenarioTitle: scenarioTitle(edition.configuration, probe.scenario, language),
      mark: ledger.assessments.ofProbe(probe.id)?.mark ?? null,
    }))
    const history = brandHistory(reader, brand)
    const name = brandName(edition.configuration, brand)
    return renderPage(
      context,
      dependencies,
      { title: name },
      <OwnBrandPage
        language={language}
        history={history}
        name={name}
        brands={measuredBrands(edition.configuration).length}
        exchanges={exchanges}
        lost={open ? lostPoints(ledger, edition, brand, language) : []}
        open={open}
      />,
    )
  }
  register('ownBrand', (context) => {
    const brand = context.get('visitor')?.brand
    if (!brand)
      throw saidError('usage', say('web.no-brand-of-yours'), {
        hint: say('web.open-my-brand'),
      })
    return ownBrand(context, brand)
  })
  register('ownBrandOf', (context) => ownBrand(context, context.req.param('brand') ?? ''))
}
