/** @jest-environment ./test/judges/validator-environment.ts */
import { apis } from './constructs/apis';
import { functions } from './constructs/functions';
import { judgeFamily } from './family';
import { apis as reviewedApis } from './survivors/apis';
import { functions as reviewedFunctions } from './survivors/functions';

describe('functions', () => judgeFamily({ constructs: functions, reviewed: reviewedFunctions }));

describe('APIs', () => judgeFamily({ constructs: apis, reviewed: reviewedApis, changedElsewhere: [functions] }));
