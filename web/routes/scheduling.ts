// Addresses where a conference is drafted, scheduled and changed.

export const schedulingRoutes = [] as const
