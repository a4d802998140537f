export { makeCompany } from './make-company.ts';
