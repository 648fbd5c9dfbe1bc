import { proveAll } from './prove';
import { constructs } from './subjects/constructs';

proveAll(constructs);
