/** A Lambda function as its template describes it, on this machine. */
export interface FunctionDefinition {
  readonly name: string;
  readonly arn: string;
  /** Its log file's name, without `.log`. */
  readonly logName: string;
  /** Folder of the bundled asset. */
  readonly codeFolder: string;
  /** `file.export`, as in the template. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** ReservedConcurrentExecutions; undefined without one. */
  readonly reservedConcurrency: number | undefined;
  /** Queue or topic that takes events which asynchronous invocations could not get rid of. */
  readonly deadLetterArn: string | undefined;
}

/** How a failing function reports itself, as Lambda's invoke answers it. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

export type InvokeResult =
  | { readonly kind: 'returned'; readonly payload: string; readonly requestId: string }
  | { readonly kind: 'failed'; readonly error: FunctionError; readonly requestId: string }
  /** The event was too large; the function never saw it. */
  | { readonly kind: 'refused'; readonly reason: string; readonly requestId: string };
