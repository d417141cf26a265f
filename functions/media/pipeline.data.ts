// Which events of Amazon Chime SDK tell of media pipelines: the rule in AWS lets only these through.

export const pipelineDetailType = 'Chime Media Pipeline State Change'

export const heardOfPipelines = [
  'chime:MediaPipelineInProgress',
  'chime:MediaPipelineDeleted',
  'chime:MediaPipelineTemporaryFailure',
  'chime:MediaPipelineResumed',
  'chime:MediaPipelinePermanentFailure',
] as const
