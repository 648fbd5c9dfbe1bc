import { proveAll } from './prove';
import { l2Grants } from './subjects/l2-grants';

proveAll(l2Grants);
