import { fold } from './fold.ts';

const longest = 60;
const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).map(fold));

const fillers = wordSet(
  `am pm at on um uhr a à le la las el los de del du den der в во г от को बजे पूर्वाह्न अपराह्न h gmt utc text message sms
imessage mms rcs mensaje texto nachricht сообщение संदेश`,
);

/** Days and months, in full and as phones shorten them. */
const daysAndMonths = wordSet(
  `today yesterday hoy ayer aujourd'hui hier heute gestern сегодня вчера आज कल
mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october
november december lun mar mie jue vie sab dom lunes martes miércoles jueves viernes sábado domingo ene abr ago dic enero
febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche janv févr avr mai juin juil août janvier février
mars avril juillet septembre octobre novembre décembre mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag
samstag sonntag mrz okt dez januar februar märz juni juli oktober dezember
пн вт ср чт пт сб вс понедельник вторник среда четверг пятница суббота воскресенье янв фев февр мар апр мая май июн июл
авг сен сент окт ноя нояб дек января февраля марта апреля июня июля августа сентября октября ноября декабря
सोम मंगल बुध गुरु शुक्र शनि रवि जन फ़र मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर जनवरी फ़रवरी`,
);

const separators = /[\s,.;:/()[\]-]+/u;
const number = /^\d{1,4}(?:st|nd|rd|th|am|pm|h)?$/u;
const clock = /(?:^|\D)\d{1,2}:\d{2}(?!\d)/u;
const calendar = /^\D{0,3}(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?!\d)/u;
const mostDigits = 14;

/** A line of nothing but a date or a time, as phones write it above a copied text: "Today 10:00 AM", "21.11.2026, 10:00". */
export function isDateOrTime(line: string): boolean {
  if (line.length > longest) {
    return false;
  }
  const text = fold(line).trim();
  const parts = text.split(separators).filter(Boolean);
  const words = parts.filter((part) => !number.test(part));
  const digits = text.replace(/\D/gu, '').length;
  return (
    digits > 0 &&
    digits <= mostDigits &&
    words.every((word) => daysAndMonths.has(word) || fillers.has(word)) &&
    (clock.test(text) || words.some((word) => daysAndMonths.has(word)) || isCalendarDate(text))
  );
}

/** 21.11.2026, in any order that has a month; 01.02.03.04.05 is a French telephone number. */
function isCalendarDate(text: string): boolean {
  const date = calendar.exec(text);
  const [first = 0, second = 0, third = 0] = (date ?? []).slice(1).map(Number);
  const [day, month] = first > 31 ? [third, second] : [first, second];
  const goesOn = /\d/u.test(text.slice(date?.[0].length ?? 0));
  return (
    date !== null && !goesOn && Math.min(day, month) >= 1 && Math.min(day, month) <= 12 && Math.max(day, month) <= 31
  );
}
