// Addresses of the wall screens: `/board/…`.

export const wallRoutes = [] as const
