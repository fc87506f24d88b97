import { html } from '#shared/http/html.ts';

/** The mark: a ring of fence posts around one line. */
export const icon = html`<svg aria-hidden="true" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0c4a52"/><circle cx="16" cy="16" r="10.5" fill="none" stroke="#e0a458" stroke-width="4" stroke-dasharray="3.3 3.3"/><path d="M16 11v10" stroke="#fff" stroke-width="3.2" stroke-linecap="round"/></svg>`;
