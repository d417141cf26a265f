// How somebody is called where the full form would be in the way: by rank and name; titles stand where there is room.

export const called = (name: string): string => name.split(',')[0] ?? name
