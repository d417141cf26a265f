// What the log says of messages nobody was told; an alarm looks for it.
export const untold = 'screens were not told'
