/** The configuration by which an edition goes on after it was amended: what was fixed, with every amendment put into it in turn. Pure. */
import type { Amendment } from '../domain/amendment.js'
import type { EditionConfiguration } from '../domain/configuration.js'

function amended(configuration: EditionConfiguration, { change }: Amendment): EditionConfiguration {
  const { edition, limits, brands } = configuration
  switch (change.kind) {
    case 'brand-added':
      return {
        ...configuration,
        brands: [...brands.filter(({ id }) => id !== change.brand.id), change.brand],
        edition: { ...edition, brands: [...new Set([...edition.brands, change.brand.id])] },
        withdrawn: (configuration.withdrawn ?? []).filter((id) => id !== change.brand.id),
      }
    case 'brand-withdrawn':
      return { ...configuration, withdrawn: [...new Set([...(configuration.withdrawn ?? []), change.brand])] }
    case 'addresses-corrected':
      return {
        ...configuration,
        brands: brands.map((brand) => (brand.id === change.brand ? { ...brand, ...change.after } : brand)),
      }
    case 'persona-retired':
      // What it wrote stays its own: only the list of those who write changes.
      return {
        ...configuration,
        edition: { ...edition, personas: edition.personas.filter((id) => id !== change.persona) },
      }
    case 'send-window-extended':
      return { ...configuration, edition: { ...edition, sendUntil: change.after } }
    case 'answer-window-extended':
      return { ...configuration, edition: { ...edition, answerWindowDays: change.after } }
    case 'hours-changed':
      return { ...configuration, limits: { ...limits, ...change.after } }
    default:
      return configuration
  }
}

/** What holds of an edition now; the very same object where nothing was amended. */
export function configurationInForce(
  fixed: EditionConfiguration,
  amendments: readonly Amendment[],
): EditionConfiguration {
  return amendments.reduce(amended, fixed)
}
