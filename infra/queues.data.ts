// The queues that functions themselves send to, one list for both homes; the queues of event rules are in rules.data.ts.

export type WorkQueue = {
  /** As the environment names its address. */
  setting: 'BOARD_QUEUE' | 'WAKE_QUEUE'
  /** In order within a group, and once for each deduplication id in five minutes. */
  fifo: boolean
  /** How long each message waits; a FIFO queue knows no wait of a single message. */
  delaySeconds: number
}

/** Both are worked off by the one builder of boards. */
export const boardQueues: Record<'board' | 'wake', WorkQueue> = {
  /** Group = conference: one build at a time. A second's wait gathers the changes of that second. */
  board: { setting: 'BOARD_QUEUE', fifo: true, delaySeconds: 1 },
  /** Boards to build again at a moment: a silent point's state turns with nobody acting. */
  wake: { setting: 'WAKE_QUEUE', fifo: false, delaySeconds: 0 },
}

export const boardBuilder = 'functions/live/build-board.lambda.ts'

/** Deliveries before a message is set aside among the dead letters. */
export const mostReceives = 5
