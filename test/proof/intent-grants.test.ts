import { proveAll } from './prove';
import { intentGrants } from './subjects/intent-grants';

proveAll(intentGrants);
