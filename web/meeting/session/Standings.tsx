// Between lobby and stage, and after it: what is awaited, who is in the way, why it is over, and what to do.
import type { Conference } from '#functions/conferences/schema.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import type { SeatRef } from '../seat.rules.ts'
import { Coming } from './Coming.tsx'
import { HeldSeat } from './HeldSeat.tsx'
import { Over } from './Over.tsx'
import { Refused } from './Refused.tsx'
import type { RoomSession } from './session.ts'
import type { Standing } from './standing.ts'

type Props = { conference: Conference; seat: SeatRef; session: RoomSession; standing: Standing }

export const Standings = ({ conference, seat, session, standing }: Props) => {
  const enter = () => void session.enter()
  const takeOver = () => void session.enter(true)
  const back = () => void session.cancel()
  switch (standing.at) {
    case 'asking':
    case 'connecting':
    case 'reconnecting':
      return <Coming what={standing.at} onCancel={back} />
    case 'preparing':
      return <Coming what="preparing" since={standing.since} onCancel={back} />
    case 'held':
      return <HeldSeat held={standing.held} onTakeOver={takeOver} onBack={back} />
    case 'refused':
      return <Refused quota={standing.quota} onRetry={session.retryNow} onBack={back} />
    case 'over':
      return (
        <Over why={standing.why} conference={conference} seat={seat} onEnter={enter} onTakeOver={takeOver} />
      )
    case 'problem':
      return <ProblemNote error={standing.problem} onRetry={enter} />
    default:
      return null
  }
}
