/** They reach help from a mobile phone in every country (ETSI TS 122 101, 10.1; 3GPP adds 911). */
const everywhere: ReadonlySet<string> = new Set(['112', '911']);

/** Police, fire, ambulance, coast guard, crisis lines; from the national numbering plans, as of 2026-11. */
const byCountry: ReadonlyMap<string, readonly string[]> = new Map(
  `AE 997 998 999|AR 100 101 107|AT 122 128 133 140 141 142 144 147|AU 000 106|BD 999|BE 100 101 110|BG 150 160 166
BR 188 190 191 192 193|CA 988|CH 117 118 143 144 147 1414|CL 131 132 133|CN 110 119 120 122|CO 123|CY 199|CZ 150 155 156 158
DE 110 115117 116117|DK 114|EG 122 123 180|ES 016 024 061 062 080 085 088 091 092|FI 116117|FR 15 17 18 114 115 119 191 196 197 3114
GB 999|GG 999|GR 100 108 166 199|HK 999|HR 192 193 194 195|HU 104 105 107|ID 110 113 118 119|IE 999|IL 100 101 102
IM 999|IN 100 101 102 108 1091 1098|IT 113 114 115 117 118|JE 999|JP 110 118 119|KE 999|KR 113 119|KZ 101 102 103 104
LK 110 118 119 1990|LU 113|MX 060 065 066 068|MY 999|NG 199|NL 113|NO 110 113|NZ 111|PE 105 106 116|PH 117|PK 15 16 115 1122
PL 986 997 998 999|PT 115 117|RO 961 962|RS 192 193 194|RU 01 02 03 04 101 102 103 104|SA 911 937 997 998 999
SE 90000|SG 995 999|SI 113|SK 150 155 158|TH 191 199 1155 1669|TR 110 155 156 177|TW 110 119|UA 101 102 103 104|US 988
VE 171|VN 113 114 115|ZA 10111 10177`
    .split(/[|\n]/u)
    .map((row): [string, readonly string[]] => {
      const [country = '', ...numbers] = row.split(' ');
      return [country, numbers];
    }),
);

/** `digits` as dialled, without + or calling code. An accusation against them could only do harm. */
export function isEmergencyNumber(digits: string, country: string | null): boolean {
  return everywhere.has(digits) || (country !== null && (byCountry.get(country)?.includes(digits) ?? false));
}
