/** The languages we speak (ISO 639-1). */
export const languages = ['en', 'es', 'fr', 'ru', 'hi', 'de'] as const;

export type Language = (typeof languages)[number];
