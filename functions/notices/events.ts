// What notices announce: who was invited, and at which address.
import type { Notice } from './schema.ts'

/** The mail server took an invitation. Kept in the conference's log. */
export const invitationSent = ({ conferenceId, unitId, address, event }: Notice, pointId: string) => ({
  name: 'invitation.sent' as const,
  scope: conferenceId,
  subject: pointId,
  point: pointId,
  data: { unitId, address, scheduledBy: event },
})
