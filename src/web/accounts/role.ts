/** Who a signed-in person is to the study, and what each role may open. */

/** Roles of people and API keys. An analyst reads and reviews; only an operator starts, closes and publishes. */
export type Role = 'operator' | 'analyst' | 'brand' | 'press'

/** Every role, the most powerful first. */
export const ROLES: readonly Role[] = ['operator', 'analyst', 'brand', 'press']

/** The person or key behind a request. */
export interface Visitor {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  /** Brand id of a `brand` user; null for the others. */
  readonly brand: string | null
  /** How the request was authenticated; forms need a session, keys never open forms. */
  readonly by: 'session' | 'api-key'
}

/**
 * What a route asks of its visitor: `public` nothing; `signed-in` any account; `press` embargoed figures; `own-brand` the
 * brand named in the route, or staff; `staff` analyst or operator; `operator` the operator alone.
 */
export type Access = 'public' | 'signed-in' | 'press' | 'own-brand' | 'staff' | 'operator'

/** True where the visitor is analyst or operator. */
export function isStaff(visitor: Visitor | null): boolean {
  return visitor?.role === 'operator' || visitor?.role === 'analyst'
}

/**
 * Decides whether a visitor may use a route.
 * @param brand brand id named by the route's path, for `own-brand`; null where it names none
 */
export function mayOpen(access: Access, visitor: Visitor | null, brand: string | null): boolean {
  if (access === 'public') return true
  if (!visitor) return false
  switch (access) {
    case 'signed-in':
      return true
    case 'press':
      return visitor.role === 'press' || isStaff(visitor)
    case 'own-brand':
      return isStaff(visitor) || (visitor.role === 'brand' && (brand === null || visitor.brand === brand))
    case 'staff':
      return isStaff(visitor)
    case 'operator':
      return visitor.role === 'operator'
  }
}
