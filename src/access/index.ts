export {
  forPortal as answeredOf,
  type Claim,
  type KeyedQuestion,
  type KeyedRequest,
} from './answered/store.ts';
export { forPortal as auditOf, type AuditEntry } from './audit/store.ts';
export { forPortal as rolesOf, type GrantedRole, type Role } from './roles/store.ts';
