// The queues that functions themselves send to, one list for both homes; the queues of event rules are in rules.data.ts.

export type WorkQueue = {
  /** As the environment names its address. */
  setting: 'BOARD_QUEUE' | 'WAKE_QUEUE' | 'MEDIA_QUEUE'
  /** In order within a group, and once for each deduplication id in five minutes. */
  fifo: boolean
  /** How long each message waits; a FIFO queue knows no wait of a single message. */
  delaySeconds: number
  /** The function that works it off. */
  entry: string
}

export const boardBuilder = 'functions/live/build-board.lambda.ts'
export const mediaWorker = 'functions/media/work.lambda.ts'

export const workQueues: Record<'board' | 'wake' | 'media', WorkQueue> = {
  /** Group = conference: one build at a time. A second's wait gathers the changes of that second. */
  board: { setting: 'BOARD_QUEUE', fifo: true, delaySeconds: 1, entry: boardBuilder },
  /** Boards to build again at a moment: a silent point's state turns with nobody acting. */
  wake: { setting: 'WAKE_QUEUE', fifo: false, delaySeconds: 0, entry: boardBuilder },
  /** One group for all conferences: the media service's quotas are the account's. */
  media: { setting: 'MEDIA_QUEUE', fifo: true, delaySeconds: 0, entry: mediaWorker },
}

/** Deliveries before a message is set aside among the dead letters. */
export const mostReceives = 5
