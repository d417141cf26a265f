// Which events of Amazon Chime SDK say who is connected: the rule in AWS lets only these through.

export const chimeSource = 'aws.chime'
export const chimeDetailType = 'Chime Meeting State Change'

export const heardOfChime = [
  'chime:MeetingEnded',
  'chime:AttendeeJoined',
  'chime:AttendeeLeft',
  'chime:AttendeeDropped',
  'chime:AttendeeDeleted',
] as const
