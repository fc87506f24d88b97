import { describeSubjectStores } from '#test/support/counting/store-contract.ts';
import { fakeSubjectStores } from '#test/support/subject-stores-fake.ts';

describeSubjectStores('the fake', () => fakeSubjectStores());
