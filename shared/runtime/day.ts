/** Of 24 hours, which is every day of UTC. */
export const dayMilliseconds = 86_400_000;
