import { counting } from '#shared/runtime/counting.ts';
import type { Holidays } from '../condition.ts';
import { inWords } from './in-words.ts';
import type { Messages, RegistrySource } from './messages.ts';

const counted = /* @__PURE__ */ counting('hi');
const { day, clock, clocks, list } = /* @__PURE__ */ inWords('hi', {
  clock: { hour12: true, dayPeriod: 'short' },
  clockSaid: (time) => `${time} बजे`,
  at: (time, place) => `${time} (${place})`,
});

const registries: Readonly<Record<string, string>> = {
  'us-national': 'राष्ट्रीय डू-नॉट-कॉल सूची',
  'us-ma': 'मैसाचुसेट्स की डू-नॉट-कॉल सूची',
  'uk-tps': 'ब्रिटेन की डू-नॉट-कॉल सूची',
  'ca-dncl': 'कनाडा की डू-नॉट-कॉल सूची',
  'au-dncr': 'ऑस्ट्रेलिया की डू-नॉट-कॉल सूची',
};

const registryName = (id: string) => registries[id] ?? `डू-नॉट-कॉल सूची ${id}`;

/** Who says so, where it is the registry itself. */
const asked = (source: RegistrySource | 'statement') => (source === 'query' ? ' (पूछने पर उसका अपना जवाब)' : '');

const kinds = { call: 'कॉल', text: 'संदेश' } as const;

const purposes = {
  sale: 'बिक्री का',
  charity: 'दान माँगने का',
  political: 'राजनीतिक',
  survey: 'सर्वेक्षण का',
  debt: 'कर्ज़ के बारे में',
  information: 'केवल जानकारी देने का',
} as const;

const relationships = {
  none: 'आपका उनसे कोई लेन-देन नहीं था और आपने अनुमति नहीं दी थी।',
  customer: 'आपका उनसे ग्राहक का संबंध है या था।',
  inquiry: 'आपने उनसे जानकारी माँगी थी या आवेदन किया था।',
  permission: 'आपने उन्हें अनुमति दी थी।',
  debt: 'आप पर उनका पैसा बाकी है, या वे आपका कोई कर्ज़ सँभालते हैं।',
} as const;

// After a number and before "earlier", "later", "within" these words have one form.
const days = (count: number) => counted(count, { other: '# दिन' });
const months = (count: number) => counted(count, { other: '# महीने' });

function timeToStop(count: number, holidays: Holidays | null): string {
  const time = counted(count, { one: '# कामकाजी दिन', other: '# कामकाजी दिनों' });
  return `${time} (सोमवार से शुक्रवार${holidays === null ? '' : ', संघीय छुट्टियाँ छोड़कर'})`;
}

export const hi: Messages = {
  otherKind: ({ about }) =>
    about === 'call' ? 'यह नियम कॉल के लिए है, और आपको संदेश मिला।' : 'यह नियम संदेशों के लिए है, और आपको कॉल आई।',
  outOfForce: ({ from, until }) => {
    const start = from === null ? '' : `${day(from)} से `;
    const end = until === null ? 'आगे' : `${day(until)} तक`;
    return `हम यह नियम ${start}${end} के संपर्कों पर लागू करते हैं; यह उस समय का नहीं है।`;
  },

  purposeIs: ({ purpose, kind }) => `आपके अनुसार यह ${purposes[purpose]} ${kinds[kind]} था।`,
  surveySells: () => 'जो सर्वेक्षण कुछ बेचता भी है, वह बिक्री कॉल है।',
  purposeUnknown: () => 'हमें नहीं पता कि यह किस लिए था।',
  askPurpose: ({ kind }) => `${kinds[kind]} किस लिए था: कुछ बेचने, दान माँगने, राजनीति, सर्वेक्षण, कर्ज़ या केवल जानकारी के लिए?`,
  surveyUnclear: () => 'आपके अनुसार यह सर्वेक्षण था; हमें नहीं पता कि इसने कुछ बेचने की भी कोशिश की या नहीं।',
  askSurveySells: () => 'क्या सर्वेक्षण ने आपको कुछ बेचने की भी कोशिश की?',

  relationshipIs: ({ relationship }) => relationships[relationship],
  relationshipUnknown: () => 'हमें नहीं पता कि आपका उनसे कोई संबंध था या नहीं।',
  askRelationship: () =>
    'क्या पहले आपका उनसे कोई संबंध था: ग्राहक के रूप में, पूछताछ से, आपकी दी अनुमति से या कर्ज़ के कारण? या बिल्कुल नहीं?',
  dealtWithin: ({ on, months: most }) =>
    `आपका उनसे आखिरी लेन-देन ${day(on)} को हुआ, इस संपर्क से ज़्यादा से ज़्यादा ${months(most)} पहले।`,
  dealtLongAgo: ({ on, months: most }) =>
    `आपका उनसे आखिरी लेन-देन ${day(on)} को हुआ, इस संपर्क से ${months(most)} से भी ज़्यादा पहले।`,
  dealtWhenUnknown: () => 'हमें नहीं पता कि इस संपर्क से पहले आपका उनसे आखिरी लेन-देन कब हुआ।',
  askDealtOn: () => 'इस संपर्क से पहले आपने किस तारीख को उनसे आखिरी बार खरीदा, भुगतान किया या कुछ पूछा?',

  stoppedBefore: ({ on, date, businessDays, holidays }) =>
    businessDays === 0
      ? `आपने ${day(on)} को उन्हें बंद करने को कहा था; यह उसके बाद, ${day(date)} को आया।`
      : `आपने ${day(on)} को उन्हें बंद करने को कहा था; यह ${day(date)} को आया, यानी इसके लिए मिले ${timeToStop(businessDays, holidays)} के बाद।`,
  stopTooRecent: ({ on, date, businessDays, holidays }) =>
    businessDays === 0
      ? `आपने ${day(on)} को उन्हें बंद करने को कहा था; यह ${day(date)} को आया, उसके बाद के किसी दिन नहीं।`
      : `आपने ${day(on)} को उन्हें बंद करने को कहा था; यह ${day(date)} को आया, यानी इसके लिए मिले ${timeToStop(businessDays, holidays)} के भीतर।`,
  neverStopped: () => 'आपने इससे पहले का कोई दिन नहीं बताया जब आपने उन्हें बंद करने को कहा हो।',

  businessLine: () => 'यह व्यवसाय की लाइन है, और यह नियम ऐसी लाइनों के लिए नहीं है।',
  wirelessLine: () => 'यह मोबाइल लाइन है।',
  homeLine: () => 'यह घर की लाइन है, और यह नियम केवल मोबाइल लाइनों के लिए है।',
  lineTypeUnknown: () => 'हमें नहीं पता कि आपकी लाइन मोबाइल है या नहीं।',
  askLineType: () => 'यह लाइन मोबाइल है, घर की है या व्यवसाय की?',

  recorded: () => 'यह रिकॉर्ड किया संदेश था।',
  notRecorded: () => 'यह रिकॉर्ड किया संदेश नहीं था।',
  recordedUnknown: () => 'हमें नहीं पता कि यह रिकॉर्ड किया संदेश था या नहीं।',
  askRecorded: () => 'क्या यह रिकॉर्ड किया संदेश था, कोई व्यक्ति नहीं?',
  optOutMissing: () => 'रिकॉर्डिंग ने आगे की कॉल से मना करने का कोई तरीका नहीं बताया।',
  optOutOffered: () => 'रिकॉर्डिंग ने आगे की कॉल से मना करने का तरीका बताया।',
  optOutUnknown: () => 'हमें नहीं पता कि रिकॉर्डिंग ने आगे की कॉल से मना करने का तरीका बताया या नहीं।',
  askOptOut: () => 'क्या रिकॉर्डिंग ने शुरू में ही आगे की कॉल से मना करने के लिए कोई बटन या शब्द बताया?',
  callerIdHidden: () => 'कॉल करने वाले का नंबर नहीं दिखा।',
  callerIdShown: () => 'नंबर दिखा।',
  callerIdUnknown: () => 'हमें नहीं पता कि कॉल करने वाले का नंबर दिखा या नहीं।',
  askCallerId: () => 'क्या फ़ोन पर नंबर दिखा?',

  outsideHours: ({ times, hours }) =>
    `यह ${clocks(times)} आया; बिक्री कॉल ${clock(hours.opens)} से ${clock(hours.closes)} तक आ सकती हैं।`,
  insideHours: ({ times, hours }) =>
    `यह ${clocks(times)} आया, यानी ${clock(hours.opens)} और ${clock(hours.closes)} के बीच।`,
  hourDependsOnZone: ({ times, hours }) =>
    `यह ${clocks(times)} आया: यह ${clock(hours.opens)} और ${clock(hours.closes)} के बीच है या नहीं, यह इस पर निर्भर है कि आप कहाँ थे।`,
  hourWithoutZone: () => 'हमें आपका समय क्षेत्र नहीं पता, इसलिए यह भी नहीं कि आपकी घड़ी में क्या बजा था।',
  timeUnknown: () => 'हमें तारीख पता है, पर समय नहीं।',
  askTime: () => 'यह किस समय आया?',
  askZone: () => 'तब आप किस समय क्षेत्र में थे?',
  dayDependsOnZone: () => 'आपके यहाँ तब कौन सा दिन था, यह आपके समय क्षेत्र पर निर्भर है।',

  protectedSince: ({ registry, since, atLatest, source, days: least, counts, carriedOver, date }) => {
    const teller = source === 'statement' ? 'आपने बताया कि आपका' : 'आपका';
    const enough = carriedOver ? ', यानी अगली सूची में आने और लागू होने के लिए काफ़ी समय' : '';
    const when = atLatest ? `कम से कम ${day(since)} से` : `${day(since)} से`;
    const before = counts === 'from' ? `कम से कम ${days(least)}` : `${days(least)} से भी ज़्यादा`;
    return `${teller} नंबर ${when} ${registryName(registry)} में है${asked(source)}; वह दिन ${day(date)} से ${before} पहले का है${enough}।`;
  },
  notYetProtected: ({ registry, since, days: least, counts, date }) =>
    date < since
      ? `आपका नंबर ${day(since)} को ${registryName(registry)} में जोड़ा गया, ${day(date)} के इस संपर्क के बाद।`
      : `आपका नंबर ${day(since)} से ${registryName(registry)} में है। नियम उन संपर्कों के लिए है जो इसके ${counts === 'from' ? `कम से कम ${days(least)}` : `${days(least)} से ज़्यादा`} बाद आएँ; यह ${day(date)} को आया।`,
  notOnList: ({ registry, asOf, source }) =>
    `${day(asOf)} ${source === 'list' ? 'की सूची' : 'के जवाब'} के अनुसार आपका नंबर ${registryName(registry)} में नहीं है।`,
  listStale: ({ registry, asOf, days: age }) =>
    `यह बात ${day(asOf)} की ${registryName(registry)} से पता चली, जो इस संपर्क के समय ${days(age)} पुरानी थी: कॉल करने वालों को इतनी पुरानी सूची इस्तेमाल करने की अनुमति नहीं।`,
  listTooOld: ({ registry, asOf, days: age, source }) =>
    `${day(asOf)} ${source === 'list' ? 'की सूची' : 'के जवाब'} के अनुसार आपका नंबर ${registryName(registry)} में नहीं था। इस संपर्क के समय वह बात ${days(age)} पुरानी थी: हो सकता है तब तक बाद का कोई पंजीकरण लागू हो चुका हो।`,
  otherListDisagrees: ({ registry, since, decides }) =>
    `आपका नंबर ${day(since)} तक ${registryName(registry)} में आ चुका था; अंतर होने पर ${registryName(decides)} मानी जाती है।`,
  listDisagrees: ({ registry, stated }) =>
    `आपने पंजीकरण का दिन ${day(stated)} बताया; अंतर होने पर ${registryName(registry)} मानी जाती है।`,
  registrationUnknown: ({ registry }) => `हमें नहीं पता कि आपका नंबर ${registryName(registry)} में था या नहीं।`,
  registeredWhenUnknown: ({ registry, noLaterThan, source }) =>
    `आपका नंबर कम से कम ${day(noLaterThan)} से ${registryName(registry)} में है${asked(source)}; ठीक दिन हमें नहीं पता।`,
  carriedOverWhenUnknown: ({ registry, earliest, latest }) =>
    `${registryName(registry)} का पंजीकरण किस दिन आगे ले जाया जाता है, यह हमें नहीं पता: आपका ${day(earliest)} और ${day(latest)} के बीच लागू हुआ।`,
  askIfRegisteredOn: ({ registry, since }) =>
    `क्या आपका नंबर ठीक ${day(since)} को ${registryName(registry)} में जोड़ा गया? दूसरे दिन से निष्कर्ष बदल सकता है।`,
  askRegisteredSince: ({ registry }) => `आपका नंबर ${registryName(registry)} में किस तारीख से है?`,

  contactedBefore: ({ dates, months: most }) => {
    const also = counted(dates.length, { one: 'वह भी संभावित उल्लंघन था', other: 'वे भी संभावित उल्लंघन थे' });
    return `आपने इसी भेजने वाले की ${list(dates.map(day))} के लिए भी रिपोर्ट की है: ${also}, इससे ${months(most)} के भीतर।`;
  },
  notContactedBefore: ({ months: most }) =>
    `आपने किसी और दिन, इससे ${months(most)} के भीतर, इसी भेजने वाले के संभावित उल्लंघन की रिपोर्ट नहीं की है।`,
  restsOn: ({ rules }) => `यह संपर्क ${list(rules)} का उल्लंघन लगता है।`,
  restsOnOpen: () => 'जिन नियमों पर यह टिका है, वे अभी तय नहीं हो सकते।',
  restsOnNothing: () => 'जिन नियमों पर यह टिका है, यह संपर्क उनका उल्लंघन नहीं लगता।',

  exempt: ({ exemption }) => `ऐसे संपर्कों को इस नियम से छूट है (${exemption})।`,
  writtenPermissionOnly: () =>
    'अनुमति तभी मानी जाती है जब वह लिखित हो, उस पर आपके हस्ताक्षर हों और आपका नंबर लिखा हो; अगर आपकी ऐसी नहीं थी, तो बताएँ कि आपने अनुमति नहीं दी।',
  privateSuit: () => 'आपकी जानकारी के लिए: शायद आप खुद भी मुकदमा कर सकते हैं। इससे अपने आप कोई शिकायत नहीं बनती।',
};
