import type { ListedComplaint } from './complaint-schemas.ts';
import { complaintStatus } from './complaint-status.ts';
import { listedComplaint } from './complaint-view.ts';
import type { ComplaintList, ListPosition } from './ports.ts';

/** Where a page over several regulators ended. */
export interface PagePosition {
  readonly regulator: string;
  readonly after: ListPosition | null;
}

export interface ListRequest {
  readonly regulators: readonly string[];
  readonly status: ListedComplaint['status'] | undefined;
  readonly limit: number;
  readonly from: PagePosition | null;
}

export interface ListedPage {
  readonly complaints: readonly ListedComplaint[];
  readonly next: PagePosition | null;
}

/** One request reads at most so many index pages; what is left comes with the next cursor. */
const mostReads = 5;

/** The complaints of these regulators, one regulator after the other, oldest first. */
export async function listComplaints(request: ListRequest, list: ComplaintList): Promise<ListedPage> {
  const regulators = [...new Set(request.regulators)].sort();
  const complaints: ListedComplaint[] = [];
  let position: PagePosition | null = request.from ?? startOf(regulators[0]);
  for (let reads = 0; position !== null && reads < mostReads && complaints.length < request.limit; reads += 1) {
    const { regulator }: PagePosition = position;
    const page = await list.page(regulator, position.after, request.limit - complaints.length);
    complaints.push(
      ...page.complaints
        .filter((complaint) => request.status === undefined || complaintStatus(complaint) === request.status)
        .map(listedComplaint),
    );
    position =
      page.next === null
        ? startOf(regulators.find((candidate) => candidate > regulator))
        : { regulator, after: page.next };
  }
  return { complaints, next: position };
}

function startOf(regulator: string | undefined): PagePosition | null {
  return regulator === undefined ? null : { regulator, after: null };
}
