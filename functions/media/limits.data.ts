// What the media service allows an account that has asked for nothing more, and how far the house goes with it.

export const usualLimits = {
  /** Where the media are carried. */
  mediaRegion: 'ap-southeast-1',
  /** Attendees of one meeting, created and not deleted: not adjustable. */
  attendeesMost: 250,
  /** Seats of the primary meeting that stay free for points which watch from a replica, at their turn. */
  promotionSeats: 10,
  /** Replicas of one primary: more after AWS has granted them. */
  replicasMost: 4,
  /** Of each API of the account. */
  requestsPerSecond: 10,
  requestsBurst: 20,
}
