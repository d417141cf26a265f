// Kinds of what is found; their order is part of the index.

export const kinds = ['conference', 'historical', 'addendum', 'contribution'] as const
