/** Makes a value when it is first asked for. Schemas of what a process rarely reads would slow its start for nothing. */
export function onFirstUse<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
