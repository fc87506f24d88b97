import { linesOfAPage } from '#shared/registry/page-address.ts';
import { type ListedDays, noListedDays } from '#shared/registry/page-format.ts';
import { type Seeded, seeded } from '#test/support/seeded.ts';

/**
 * An invented national list. Numbers are given out a thousand at a time, to carriers of one kind each, and companies
 * hold some hundreds of them, so lines on a registry cluster: 15.5 of a hundred numbers on average, as 258 million are
 * on some 160,000 exchanges; a quarter of a mobile carrier's, a fifth of a fixed-line carrier's, hardly any of a
 * company's, none of a thousand not given out.
 */
export interface InventedRegistry {
  readonly pages: readonly string[];
  /** The page's lines with their days; the same whenever asked. */
  days(page: string): ListedDays;
  /** Bits a number that no code could do without that knew each hundred's share beforehand; without days. */
  readonly limit: () => number;
}

export interface InventedOptions {
  readonly numbers: number;
  /** The day of the list. */
  readonly listDay: number;
  readonly windowDays: number;
  /** Share of lines registered inside the window, a day like another. */
  readonly recent: number;
  readonly seed?: number;
}

const numbersOfAPage = 1553;
const pagesOfAnArea = 460;

export function inventRegistry(options: InventedOptions): InventedRegistry {
  const pages = Array.from({ length: Math.ceil(options.numbers / numbersOfAPage) }, (_, index) => {
    const area = 201 + Math.floor(index / pagesOfAnArea);
    return `1${area}${String(200 + (index % pagesOfAnArea)).padStart(3, '0')}`;
  });
  let bits = 0;
  let expected = 0;
  return {
    pages,
    days(page) {
      const random = seeded(Number(page) * 31 + (options.seed ?? 1));
      const days = noListedDays();
      for (let thousand = 0; thousand < linesOfAPage; thousand += 1000) {
        const share = shareOfAThousand(random);
        for (let hundred = thousand; hundred < thousand + 1000; hundred += 100) {
          const probability = share.company > 0 && random.chance(share.company) ? 0.02 : share.listed;
          expected += probability * 100;
          bits += entropy(probability) * 100;
          for (let line = hundred; line < hundred + 100; line += 1) {
            if (random.chance(probability)) {
              days[line] = dayOf(random, options);
            }
          }
        }
      }
      return days;
    },
    limit: () => bits / expected,
  };
}

function shareOfAThousand(random: Seeded): { readonly listed: number; readonly company: number } {
  const kind = random.next();
  // The mean of four is nearly normal around 0.5.
  const around = (middle: number, spread: number) =>
    middle + spread * (random.next() + random.next() + random.next() + random.next() - 2);
  if (kind < 0.42) {
    return { listed: around(0.24, 0.09), company: 0 };
  }
  if (kind < 0.7) {
    return { listed: around(0.2, 0.09), company: 0.12 };
  }
  return { listed: kind < 0.85 ? around(0.03, 0.01) : 0, company: 0 };
}

function dayOf(random: Seeded, { listDay, windowDays, recent }: InventedOptions): number {
  return random.chance(recent) ? listDay - random.below(windowDays) : listDay - windowDays - random.below(3000);
}

function entropy(p: number): number {
  return p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
}
