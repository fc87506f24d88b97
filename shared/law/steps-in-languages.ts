import type { Regulator } from './rulebook.ts';

/**
 * What a person does to file with a regulator, by language and regulator: the steps of the rulebook, which are English,
 * line by line. Beside the rulebooks, since every function that judges a report loads those.
 */
const translated: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  es: {
    'us-ftc': [
      'Abra la página de la autoridad o llame al 1-888-382-1222.',
      'Indique el número que recibió la llamada y la fecha.',
      'Indique el número de quien llamó o el nombre de la empresa, y elija el tema.',
      'Tome los detalles de la queja terminada y envíe el formulario.',
    ],
    'us-ma-ag': [
      'Abra la página de la autoridad.',
      'Revise otra vez las excepciones que nombra la queja terminada: una llamada de ese tipo estaba permitida.',
      'Indique la fecha y la hora, el número mostrado si lo hubo, la empresa que vende y la que llamó.',
      'Adjunte o copie la queja terminada y envíe el formulario.',
    ],
  },
  fr: {
    'us-ftc': [
      'Ouvrez la page de l’autorité, ou appelez le 1-888-382-1222.',
      'Indiquez le numéro appelé et la date de l’appel.',
      'Indiquez le numéro de l’appelant ou le nom de l’entreprise, et choisissez le sujet.',
      'Reprenez les détails de la plainte achevée, et envoyez le formulaire.',
    ],
    'us-ma-ag': [
      'Ouvrez la page de l’autorité.',
      'Vérifiez encore une fois les exceptions nommées dans la plainte achevée : un appel de ce type était permis.',
      'Indiquez la date et l’heure, le numéro affiché s’il y en avait un, l’entreprise qui vend et celle qui a appelé.',
      'Joignez ou copiez la plainte achevée, et envoyez le formulaire.',
    ],
  },
  ru: {
    'us-ftc': [
      'Откройте страницу ведомства или позвоните по номеру 1-888-382-1222.',
      'Укажите номер, на который звонили, и дату звонка.',
      'Укажите номер звонившего или название фирмы и выберите тему.',
      'Подробности возьмите из готовой жалобы и отправьте форму.',
    ],
    'us-ma-ag': [
      'Откройте страницу ведомства.',
      'Ещё раз проверьте исключения, названные в готовой жалобе: такой звонок был разрешён.',
      'Укажите дату и время, показанный номер, если он был, фирму, которая продаёт, и фирму, которая звонила.',
      'Приложите или скопируйте готовую жалобу и отправьте форму.',
    ],
  },
  hi: {
    'us-ftc': [
      'नियामक का पृष्ठ खोलें, या 1-888-382-1222 पर कॉल करें।',
      'जिस नंबर पर कॉल आया, वह और कॉल की तारीख लिखें।',
      'कॉल करने वाले का नंबर या कंपनी का नाम लिखें, और विषय चुनें।',
      'बाकी जानकारी तैयार शिकायत से लें, और फ़ॉर्म भेजें।',
    ],
    'us-ma-ag': [
      'नियामक का पृष्ठ खोलें।',
      'तैयार शिकायत में बताई छूटें एक बार फिर देखें: वैसे कॉल की अनुमति थी।',
      'तारीख और समय, दिखा हो तो नंबर, बेचने वाली कंपनी और कॉल करने वाली कंपनी लिखें।',
      'तैयार शिकायत जोड़ें या कॉपी करें, और फ़ॉर्म भेजें।',
    ],
  },
  de: {
    'us-ftc': [
      'Öffnen Sie die Seite der Behörde, oder rufen Sie 1-888-382-1222 an.',
      'Geben Sie die angerufene Nummer und den Tag des Anrufs ein.',
      'Geben Sie die Nummer des Anrufers oder den Namen der Firma ein, und wählen Sie das Thema.',
      'Übernehmen Sie die Einzelheiten aus der fertigen Beschwerde, und senden Sie das Formular ab.',
    ],
    'us-ma-ag': [
      'Öffnen Sie die Seite der Behörde.',
      'Prüfen Sie noch einmal die Ausnahmen, die in der fertigen Beschwerde stehen: Ein solcher Anruf war erlaubt.',
      'Geben Sie Tag und Uhrzeit, die angezeigte Nummer, falls es eine gab, die verkaufende und die anrufende Firma ein.',
      'Hängen Sie die fertige Beschwerde an, oder kopieren Sie sie, und senden Sie das Formular ab.',
    ],
  },
};

export interface StepsInLanguage {
  /** `en` where nobody has translated them yet. */
  readonly language: string;
  readonly steps: readonly string[];
}

export function stepsIn(language: string, { id, steps }: Pick<Regulator, 'id' | 'steps'>): StepsInLanguage {
  const own = translated[language]?.[id];
  return own === undefined ? { language: 'en', steps } : { language, steps: own };
}
