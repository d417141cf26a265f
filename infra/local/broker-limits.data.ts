// What IoT Core refuses: the local broker refuses the same.

export const messageMost = 128 * 1024
export const subscriptionsMost = 50
export const filtersMost = 8
export const slashesMost = 7
export const clientIdMost = 128
/** Seconds; a page asks for what it likes, so a frozen one shows after 45 s at the earliest. */
export const keepAlive = { least: 30, most: 1_200 }

export const slashesIn = (topic: string): number => topic.split('/').length - 1
