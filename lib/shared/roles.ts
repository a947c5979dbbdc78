/** From least to most: each role may do what the ones before it may. */
export const roles = ['viewer', 'analyst', 'owner'] as const
export type Role = (typeof roles)[number]

/** Whether `role` is `least` or more. */
export function hasRole(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least)
}
