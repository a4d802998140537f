import type { BuiltInProperty, PropertyGroup } from './property-definition.ts';

export const taskGroups: readonly PropertyGroup[] = [
  { name: 'task', label: 'Task Information', displayOrder: 0, archived: false },
  { name: 'engagement', label: 'Engagement Information', displayOrder: 1, archived: false },
];

type Columns = Omit<BuiltInProperty, 'name' | 'label'>;

const text: Columns = { type: 'string', fieldType: 'text', groupName: 'task' };
const choice: Columns = { type: 'enumeration', fieldType: 'select', groupName: 'task' };
const figure: Columns = { type: 'number', fieldType: 'number', groupName: 'task' };
const flag: Columns = {
  type: 'bool',
  fieldType: 'booleancheckbox',
  groupName: 'task',
  options: [
    ['true', 'Yes'],
    ['false', 'No'],
  ],
};
const engagement = { groupName: 'engagement' } as const;
const instant: Columns = { ...engagement, type: 'datetime', fieldType: 'date' };
const systemInstant: Columns = { ...instant, readOnly: true };
const systemFigure: Columns = { ...figure, ...engagement, readOnly: true };

const table: readonly (readonly [name: string, label: string, columns: Columns])[] = [
  ['hs_task_subject', 'Task Title', text],
  ['hs_task_body', 'Task Notes', { ...text, fieldType: 'html' }],
  [
    'hs_task_status',
    'Task Status',
    {
      ...choice,
      options: [
        ['NOT_STARTED', 'Not started'],
        ['IN_PROGRESS', 'In progress'],
        ['WAITING', 'Waiting'],
        ['DEFERRED', 'Deferred'],
        ['COMPLETED', 'Completed'],
      ],
    },
  ],
  [
    'hs_task_priority',
    'Priority',
    {
      ...choice,
      options: [
        ['NONE', 'None'],
        ['LOW', 'Low'],
        ['MEDIUM', 'Medium'],
        ['HIGH', 'High'],
      ],
    },
  ],
  [
    'hs_task_type',
    'Task Type',
    {
      ...choice,
      options: [
        ['TODO', 'To-do'],
        ['CALL', 'Call'],
        ['EMAIL', 'Email'],
      ],
    },
  ],
  ['hs_task_reminders', 'Reminders', text],
  ['hs_task_completion_date', 'Completed at', { ...systemInstant, groupName: 'task' }],
  ['hs_task_is_completed', 'Is completed', { ...figure, readOnly: true }],
  ['hs_task_is_overdue', 'Is overdue', { ...flag, fieldType: 'calculation_equation', calculated: true }],
  ['hs_task_is_all_day', 'Is all day', flag],
  ['hs_queue_membership_ids', 'Queue', text],
  ['hs_timestamp', 'Due date', instant],
  ['hubspot_owner_id', 'Assigned to', { ...choice, ...engagement, owner: true }],
  ['hubspot_owner_assigneddate', 'Owner assigned date', systemInstant],
  ['hubspot_team_id', 'HubSpot Team', { ...choice, ...engagement, readOnly: true }],
  ['hs_body_preview', 'Body preview', { ...text, ...engagement, readOnly: true }],
  ['hs_createdate', 'Create date', systemInstant],
  ['hs_created_by_user_id', 'Created by user ID', systemFigure],
  ['hs_updated_by_user_id', 'Updated by user ID', systemFigure],
  ['hs_lastmodifieddate', 'Last modified date', systemInstant],
  ['hs_object_id', 'Record ID', systemFigure],
];

export const taskProperties: readonly BuiltInProperty[] = table.map(([name, label, columns]) => ({
  ...columns,
  name,
  label,
}));
