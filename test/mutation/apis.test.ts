import { apis as constructs } from './constructs/apis';
import { functions } from './constructs/functions';
import { judgeFamily } from './family';
import { apis as reviewed } from './survivors/apis';

judgeFamily({ constructs, reviewed, changedElsewhere: [functions] });
