import {
  Button,
  DateInput,
  Flex,
  Panel,
  PanelBody,
  PanelSection,
  Select,
  StepperInput,
  type BaseDate,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { PeopleView, SettledPerson } from '../../contract/index.ts';
import { toDateInput, toIsoDate } from '../../shared/date-input.ts';
import { PeoplePreview } from './PeoplePreview.tsx';
import { changeOf, draftOf } from './person-draft.ts';

interface EditPersonProps {
  person: SettledPerson;
  teams: PeopleView['teams'];
  managers: PeopleView['managers'];
  onSaved: () => void;
}

const nobody = '';

/** The fields of one person in a panel, with what a change does before it is saved. */
export function EditPerson({ person, teams, managers, onSaved }: EditPersonProps) {
  const [draft, setDraft] = useState(() => draftOf(person));
  const [isOpen, setOpen] = useState(false);
  const change = changeOf(person, draft);
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const setDay = (name: 'startsOn' | 'endsOn') => (date: BaseDate | null) =>
    set({ [name]: date && toIsoDate(date) });
  return (
    <Button
      size="extra-small"
      overlay={
        <Panel
          id={`person-${person.ownerId}`}
          title={person.name}
          width="md"
          onOpen={() => {
            setDraft(draftOf(person));
            setOpen(true);
          }}
          onClose={() => setOpen(false)}
        >
          <PanelBody>
            <PanelSection>
              {isOpen && (
                <Flex direction="column" gap="md">
                  <Select
                    label="Reports to"
                    name="manager"
                    value={draft.managerId ?? nobody}
                    options={[
                      { label: 'Nobody', value: nobody },
                      ...managers
                        .filter(({ ownerId }) => ownerId !== person.ownerId)
                        .map(({ ownerId, name }) => ({ label: name, value: ownerId })),
                    ]}
                    onChange={(value) => set({ managerId: value === nobody ? null : String(value) })}
                  />
                  <Select
                    label="Team"
                    name="team"
                    value={draft.teamId ?? nobody}
                    options={[
                      { label: 'No team', value: nobody },
                      ...teams.map(({ id, name }) => ({ label: name, value: id })),
                    ]}
                    onChange={(value) => set({ teamId: value === nobody ? null : String(value) })}
                  />
                  <DateInput
                    label="First day"
                    name="startsOn"
                    format="medium"
                    description="Empty: was always here."
                    {...(draft.startsOn !== null && { value: toDateInput(draft.startsOn) })}
                    onChange={setDay('startsOn')}
                  />
                  <DateInput
                    label="Last day"
                    name="endsOn"
                    format="medium"
                    description="Empty: stays. The quota of the last period counts in part."
                    {...(draft.endsOn !== null && { value: toDateInput(draft.endsOn) })}
                    onChange={setDay('endsOn')}
                  />
                  <StepperInput
                    label="Ramp in months"
                    name="rampMonths"
                    description="The quota grows month by month to the whole over this time."
                    min={0}
                    max={36}
                    value={draft.rampMonths}
                    onChange={(months) => set({ rampMonths: Number.isFinite(months) ? months : 0 })}
                  />
                  {change && <PeoplePreview changes={[change]} onSaved={onSaved} />}
                </Flex>
              )}
            </PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      Edit
    </Button>
  );
}
