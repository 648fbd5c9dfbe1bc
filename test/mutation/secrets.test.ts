import { functions } from './constructs/functions';
import { secrets as constructs } from './constructs/secrets';
import { judgeFamily } from './family';
import { secrets as reviewed } from './survivors/secrets';

judgeFamily({ constructs, reviewed, changedElsewhere: [functions] });
