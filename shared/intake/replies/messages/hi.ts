import type { ReplyMessages } from '../reply-messages.ts';

/** 70 units a message: every vowel sign counts as one. Command words stay English: many write Hindi on Latin keys. */
export const hi: ReplyMessages = {
  verdict: {
    possible_violation: 'संभावित उल्लंघन',
    undetermined: 'अभी स्पष्ट नहीं',
    none_shown: 'उल्लंघन नहीं दिखा',
  },
  status: {
    received: 'मिल गई, जाँच जारी है',
    checked: 'जाँची और गिनी गई',
    handed_over: 'शिकायत तैयार है, आप दर्ज कराएँ',
    complaint_queued: 'शिकायत नियामक के लिए तैयार है',
    submitted: 'शिकायत नियामक के पास है',
    acknowledged: 'नियामक ने शिकायत की पावती दी',
    decided: 'नियामक ने निर्णय दे दिया',
    refused: 'नियामक ने शिकायत स्वीकार नहीं की',
    withdrawn: 'वापस ली गई, अब नहीं गिनी जाती',
  },
  receipt: ({ receipt, verdict }) => `रिपोर्ट दर्ज: ${verdict}। कोड ${receipt}। आगे: STATUS`,
  receiptAskNext: ({ receipt, verdict }) => `${receipt}: ${verdict}। दूसरा SMS किसका था? या SKIP`,
  question: ({ receipt }) => `रिपोर्ट दर्ज: ${receipt}। SMS किसका था? नंबर, नाम या SKIP लिखें`,
  senderNoted: ({ receipt }) => `भेजने वाला दर्ज हुआ। अब वह SMS भी भेजें। कोड ${receipt}`,
  statusIs: ({ receipt, status }) => `रिपोर्ट ${receipt}: ${status}`,
  statusUnknown: () => 'यह रिपोर्ट नहीं मिली। हमारे जवाब में लिखा 16 अक्षर का कोड जाँचें।',
  deleted: ({ receipt }) => `रिपोर्ट ${receipt} वापस ली गई, अब नहीं गिनी जाएगी।`,
  notASender: {
    emergency: () => 'यह आपातकालीन नंबर है। SMS किसका था? नंबर, नाम या SKIP लिखें',
    ours: () => 'यह हमारा ही नंबर है। SMS किसका था? नंबर, नाम या SKIP लिखें',
  },
  form: () => 'ऐसे लिखें: संदेश, नंबर, dd/mm/yy। जैसे: इनाम जीता, 12345, 21/11/26',
  nothingRead: () => 'हम केवल शब्द पढ़ते हैं। SMS आगे भेजें या उसके शब्द लिखें।',
  optedOut: ({ programme }) => `${programme}: सेवा बंद की गई, अब SMS नहीं आएँगे। फिर शुरू: START`,
  optedIn: ({ programme }) => `${programme}: जवाब फिर चालू। SMS शुल्क लागू। मदद: HELP, बंद: STOP`,
  help: ({ programme, helpContact }) => `${programme}: ${helpContact} SMS शुल्क लागू। बंद: STOP`,
};
