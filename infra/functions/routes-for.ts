import type { RouteSpec } from './function-spec.ts';

export const anyone = (...routes: string[]): RouteSpec[] => routes.map((route) => ({ route, for: 'anyone' }));
export const pages = (...routes: string[]): RouteSpec[] =>
  routes.map((route) => ({ route, for: 'anyone', page: true }));
export const regulators = (...routes: string[]): RouteSpec[] => routes.map((route) => ({ route, for: 'regulators' }));
