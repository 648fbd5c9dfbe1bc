import { proveAll } from './prove';
import { secretSubjects } from './subjects/secrets';

proveAll(secretSubjects);
