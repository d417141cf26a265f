// The address of the chair's full-screen desk.

export const deskRoutes = [] as const
