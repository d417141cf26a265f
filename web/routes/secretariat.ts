// Addresses of the secretariat's desk.

export const secretariatRoutes = [] as const
