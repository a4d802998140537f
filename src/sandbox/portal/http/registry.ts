import { accountRoutes } from '../routes/account.ts';
import { associationBatchRoutes } from '../routes/associations-batch.ts';
import { associationRoutes } from '../routes/associations.ts';
import { batchRoutes } from '../routes/batch.ts';
import { currencyRoutes } from '../routes/currencies.ts';
import { mergeRoutes } from '../routes/merge.ts';
import { objectRoutes } from '../routes/objects.ts';
import { ownerRoutes } from '../routes/owners.ts';
import { pipelineRoutes } from '../routes/pipelines.ts';
import { propertyGroupRoutes } from '../routes/property-groups.ts';
import { propertyRoutes } from '../routes/properties.ts';
import { provisioningRoutes } from '../routes/provisioning.ts';
import { searchRoutes } from '../routes/search.ts';
import { splitRoutes } from '../routes/splits.ts';
import { uninstallRoutes } from '../routes/uninstall.ts';
import type { Route } from './route.ts';

/** Every call that an API client can make; where two paths overlap, the more particular one comes first. */
export const apiRoutes: readonly Route[] = [
  ...searchRoutes,
  ...batchRoutes,
  ...mergeRoutes,
  ...associationRoutes,
  ...associationBatchRoutes,
  ...objectRoutes,
  ...ownerRoutes,
  ...pipelineRoutes,
  ...propertyGroupRoutes,
  ...propertyRoutes,
  ...splitRoutes,
  ...accountRoutes,
  ...currencyRoutes,
  ...provisioningRoutes,
  ...uninstallRoutes,
];
