import { functions } from './constructs/functions';
import { storage as constructs } from './constructs/storage';
import { judgeFamily } from './family';
import { storage as reviewed } from './survivors/storage';

judgeFamily({ constructs, reviewed, changedElsewhere: [functions] });
