/** HubSpot's number of a portal (account). Every key of ours begins with it. */
export type PortalId = number;

/** HubSpot's record ids are decimal strings that may exceed 2^53, so they stay strings. */
export type DealId = string;
/** The id that deals carry as `hubspot_owner_id`: not the user id. */
export type OwnerId = string;
/** The id that signed card requests carry as `userId`. */
export type UserId = string;
export type TeamId = string;
export type PipelineId = string;
export type StageId = string;
