/** @jest-environment ./test/judges/validator-environment.ts */
import { functions } from './constructs/functions';
import { secrets } from './constructs/secrets';
import { storage } from './constructs/storage';
import { judgeFamily } from './family';
import { secrets as reviewedSecrets } from './survivors/secrets';
import { storage as reviewedStorage } from './survivors/storage';

const changedElsewhere = [functions];

describe('storage', () => judgeFamily({ constructs: storage, reviewed: reviewedStorage, changedElsewhere }));

describe('secrets', () => judgeFamily({ constructs: secrets, reviewed: reviewedSecrets, changedElsewhere }));
