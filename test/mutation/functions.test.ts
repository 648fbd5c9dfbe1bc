import { functions as constructs } from './constructs/functions';
import { judgeFamily } from './family';
import { functions as reviewed } from './survivors/functions';

judgeFamily({ constructs, reviewed });
