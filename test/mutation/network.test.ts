/** @jest-environment ./test/judges/validator-environment.ts */
import { functions } from './constructs/functions';
import { network as constructs } from './constructs/network';
import { judgeFamily } from './family';
import { network as reviewed } from './survivors/network';

judgeFamily({ constructs, reviewed, changedElsewhere: [functions] });
