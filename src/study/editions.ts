/** Editions of `study.yaml` with their defaults filled in: all brands, and all personas that write, where none is named. */
import { parseIsoMoment } from '../calendar/iso-moment.js'
import type { Edition } from '../domain/edition.js'
import type { LoadedFiles } from './loaded-files.js'

const instantOf = (moment: string | null) => (moment === null ? null : (parseIsoMoment(moment)?.instant ?? null))

/** The editions of files without problems. */
export function editionsOf({ study, personas, brands }: LoadedFiles): readonly Edition[] {
  return (study.value?.editions ?? []).map((edition) => ({
    ...edition,
    brands: edition.brands ?? brands.map((row) => row.brand.id),
    personas: edition.personas ?? (personas.value?.personas ?? []).map((persona) => persona.id),
    embargoUntil: instantOf(edition.embargoUntil),
    brandEmbargoUntil: instantOf(edition.brandEmbargoUntil),
  }))
}
