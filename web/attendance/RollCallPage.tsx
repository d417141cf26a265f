// Roll call
export const MyRollCallPage = () => null
export const PointRollCallPage = () => null
