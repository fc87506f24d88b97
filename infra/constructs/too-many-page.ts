import type { Language } from '#shared/intake/language.ts';

/** The edge knows nobody's language, so it says it in all. */
const words: Readonly<Record<Language, string>> = {
  en: 'Too many requests came from your connection. Please wait ten minutes, then go back and try again.',
  es: 'Han llegado demasiadas solicitudes desde su conexión. Espere diez minutos, vuelva atrás e inténtelo de nuevo.',
  fr: 'Trop de demandes sont venues de votre connexion. Attendez dix minutes, revenez en arrière et réessayez.',
  ru: 'С вашего подключения пришло слишком много запросов. Подождите десять минут, вернитесь назад и попробуйте снова.',
  hi: 'आपके कनेक्शन से बहुत ज़्यादा अनुरोध आए। कृपया दस मिनट रुकें, फिर पीछे जाकर दोबारा कोशिश करें।',
  de: 'Von Ihrem Anschluss kamen zu viele Anfragen. Bitte warten Sie zehn Minuten, gehen Sie zurück und versuchen Sie es noch einmal.',
};

/** What a person sees who sent too much: no style, no script, nothing of what was sent. At most 4 KB, WAF's limit. */
export const tooManyPage = [
  '<!doctype html><html lang="en"><head><meta charset="utf-8">',
  '<meta name="viewport" content="width=device-width, initial-scale=1"><title>429</title></head><body><main><h1>429</h1>',
  ...Object.entries(words).map(([language, text]) => `<p lang="${language}">${text}</p>`),
  '</main></body></html>',
].join('\n');
