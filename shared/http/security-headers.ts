interface Allowed {
  /** A source of styles: the hash of the one style element of the page. */
  readonly styles?: string | undefined;
  /** The one other address that forms may be sent to, path and all; browsers let an answer from there lead back to us. */
  readonly formsTo?: string | undefined;
}

/** A content-security policy: nothing beyond ourselves and what is allowed. */
export function contentPolicy({ styles = "'none'", formsTo }: Allowed = {}): string {
  const forms = formsTo === undefined ? "'self'" : `'self' ${policySource(formsTo)}`;
  return `default-src 'none'; script-src 'self'; style-src ${styles}; img-src 'self'; form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`;
}

/** A URL parser leaves no blanks; what would end a source or a directive is escaped (CSP Level 3, 2.3.1). */
function policySource(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`.replaceAll(';', '%3B').replaceAll(',', '%2C');
}

/** On every answer (reference: OWASP secure headers). */
export const securityHeaders: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': contentPolicy(),
};
