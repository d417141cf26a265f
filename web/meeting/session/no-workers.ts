// Stands in for the client's manager of workers, which would make them of text in the page: redundant sound is left out,
// Opus' own forward correction stays.
export default class NoWorkers {
  isEnabled() {
    return false
  }
  addObserver() {}
  removeObserver() {}
  redundantAudioEncodeTransformManager() {
    return undefined
  }
  metricsTransformManager() {
    return undefined
  }
  async start() {}
  async stop() {}
}
