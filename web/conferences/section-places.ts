// Where each section of a conference is.
export const places = {
  myPoint: '/conferences/$id/my-point',
  mine: '/conferences/$id/mine',
  overview: '/conferences/$id',
  edit: '/conferences/$id/edit',
  points: '/conferences/$id/points',
  contributions: '/conferences/$id/contributions',
  floor: '/conferences/$id/floor',
  outcomes: '/conferences/$id/outcomes',
  disagreements: '/conferences/$id/disagreements',
  answers: '/conferences/$id/answers',
  minutes: '/conferences/$id/minutes',
  recordings: '/conferences/$id/recordings',
  bulletin: '/conferences/$id/bulletin',
  events: '/conferences/$id/events',
  steps: '/conferences/$id/steps',
} as const
