/** Who asked not to be tested, and therefore never receives anything. */
import type { Brand, BrandContact } from '../domain/brand.js'

/**
 * True where a brand id, an address or its domain (or a domain above it) stands in the opt-out list.
 * @param optOut `limits.optOut` of the study: addresses, domains or brand ids
 */
export function isOptedOut(brandId: string, address: string, optOut: readonly string[]): boolean {
  const wanted = new Set(optOut.map((entry) => entry.trim().toLowerCase()))
  const lower = address.toLowerCase()
  if (wanted.has(brandId) || wanted.has(lower)) return true
  const labels = lower.slice(lower.lastIndexOf('@') + 1).split('.')
  return labels.some(
    (_, index) => wanted.has(labels.slice(index).join('.')) || wanted.has(`@${labels.slice(index).join('.')}`),
  )
}

/** The contacts of a brand that may be written to, in order; empty where it asked to be left out. */
export function contactsOf(brand: Brand, optOut: readonly string[]): readonly BrandContact[] {
  return brand.contacts.filter((contact) => !isOptedOut(brand.id, contact.address, optOut))
}
