import { proveAll } from './prove';
import { importedResources } from './subjects/imported-resources';

proveAll(importedResources);
