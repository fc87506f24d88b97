/** The SSM parameter in which the command line looks everything up: names and addresses, no secret. */
export function directoryParameterName(stage: string): string {
  return `/ringfence/${stage}/directory`;
}
