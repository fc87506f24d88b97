/** One route of an HTTP API, as its route key says it, and the function behind it. */
export interface Route {
  /** `GET /pets/{id}`, `ANY /{proxy+}` or `$default`. */
  readonly routeKey: string;
  readonly functionArn: string;
  readonly timeoutMilliseconds: number;
}

export interface RouteMatch {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface ParsedRoute {
  readonly route: Route;
  readonly method: string;
  readonly segments: readonly string[];
}

const segmentsOf = (path: string): string[] => path.split('/').slice(1);

const variable = (segment: string): string | undefined => /^\{([^}+]+)\}$/.exec(segment)?.[1];
const greedy = (segment: string): string | undefined => /^\{([^}+]+)\+\}$/.exec(segment)?.[1];

function parametersOf(pattern: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const rest = greedy(segment);
    if (rest !== undefined) {
      const value = path.slice(index).join('/');
      return value === '' ? undefined : { ...parameters, [rest]: value };
    }
    const value = path[index];
    const name = variable(segment);
    if (value === undefined || (name === undefined ? value !== segment : value === '')) {
      return undefined;
    }
    if (name !== undefined) {
      parameters[name] = value;
    }
  }
  return pattern.length === path.length ? parameters : undefined;
}

/** Exact segments before variables before greedy ones, from the left; then a named method before ANY. */
function byPrecision(a: ParsedRoute, b: ParsedRoute): number {
  const rank = (segment: string | undefined): number => {
    if (segment === undefined || greedy(segment) !== undefined) {
      return 2;
    }
    return variable(segment) === undefined ? 0 : 1;
  };
  for (let index = 0; index < Math.max(a.segments.length, b.segments.length); index += 1) {
    const difference = rank(a.segments[index]) - rank(b.segments[index]);
    if (difference !== 0) {
      return difference;
    }
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY');
}

/**
 * Chooses the route as API Gateway does: full match, then greedy variable, then $default
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html). The path is already
 * decoded: API Gateway decodes first, so `%2F` parts segments like `/`.
 */
export function createRouteTable(routes: readonly Route[]): (method: string, path: string) => RouteMatch | undefined {
  const parsed: ParsedRoute[] = [];
  let fallback: Route | undefined;
  for (const route of routes) {
    if (route.routeKey === '$default') {
      fallback = route;
      continue;
    }
    const [method = '', path = ''] = route.routeKey.split(' ');
    parsed.push({ route, method, segments: segmentsOf(path) });
  }
  parsed.sort(byPrecision);
  return (method, path) => {
    const segments = segmentsOf(path);
    for (const candidate of parsed) {
      if (candidate.method === method || candidate.method === 'ANY') {
        const pathParameters = parametersOf(candidate.segments, segments);
        if (pathParameters !== undefined) {
          return { route: candidate.route, pathParameters };
        }
      }
    }
    return fallback === undefined ? undefined : { route: fallback, pathParameters: {} };
  };
}
