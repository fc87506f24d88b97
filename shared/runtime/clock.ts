/** Domain code never asks what time it is; it is told. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
