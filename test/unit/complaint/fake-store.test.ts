import { fakeComplaints } from '#test/support/complaint/fakes.ts';
import { storeContract } from '#test/support/complaint/store-contract.ts';

storeContract('the complaints in memory', async () => fakeComplaints());
